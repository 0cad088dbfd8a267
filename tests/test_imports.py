"""No module imports itself, over whatever detour: imports for annotations count."""

import grimp


def test_no_module_is_in_an_import_cycle() -> None:
    """Remove modules that import nothing that is left, until none is left: those of a cycle stay."""
    graph = grimp.build_graph("caseeditor", exclude_type_checking_imports=False, cache_dir=None)
    left = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    while free := [module for module, imported in left.items() if not imported & left.keys()]:
        for module in free:
            del left[module]
    assert sorted(left) == []
