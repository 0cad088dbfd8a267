"""There are no import cycles. Imports for annotations count."""

import grimp

Imports = dict[str, set[str]]
"""The modules that each module imports."""


def without_ends(imports: Imports) -> Imports:
    """Repeatedly remove modules that import none of the rest: cycles and their importers remain."""
    left = dict(imports)
    while ends := [module for module, imported in left.items() if not imported & left.keys()]:
        for module in ends:
            del left[module]
    return left


def test_no_module_is_in_an_import_cycle() -> None:
    graph = grimp.build_graph("caseeditor", exclude_type_checking_imports=False, cache_dir=None)
    importing = without_ends({module: graph.find_modules_directly_imported_by(module) for module in graph.modules})
    in_cycles = without_ends({module: graph.find_modules_that_directly_import(module) for module in importing})
    assert sorted(in_cycles) == []
