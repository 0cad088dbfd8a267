"""Texts about the administrator's fields: values that violate them, and faults in their description."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from caseeditor.domain.fields.reading import FieldFault, FieldFlaw
from caseeditor.domain.fields.schema import Field, Violated, Violation
from caseeditor.domain.text.bidi import isolated
from caseeditor.domain.text.fidelity import with_hidden_shown
from caseeditor.domain.text.short_text import in_a_cell
from caseeditor.ui.messages.message import Message, Severity

translate = QCoreApplication.translate
_LISTED = 8
"""Allowed values that a sentence lists."""
_TOLD = 10
"""Faults that a message lists."""


def violation_words(violation: Violation) -> str:
    """Describe a violation, and name the values that are accepted."""
    field = violation.field
    return _rule_words(violation.rule, field).format(isolated(with_hidden_shown(field.words)))


def _rule_words(rule: Violated, field: Field) -> str:
    match rule:
        case Violated.REQUIRED:
            return translate("Fields", "“{0}” is required. Give it a value.")
        case Violated.INTEGER:
            return translate("Fields", "“{0}” takes a whole number, like 42.")
        case Violated.DECIMAL:
            return translate("Fields", "“{0}” takes a number, like 12.5.")
        case Violated.DATE:
            return translate("Fields", "“{0}” takes a date, like 2026-11-30 or 30/11/2026.")
        case Violated.YES_NO:
            return translate("Fields", "“{0}” takes yes or no.")
        case Violated.NOT_ALLOWED:
            words = translate("Fields", "“{0}” takes one of these values: {1}")
            return words.replace("{1}", _escaped(_listed(field.values)))
        case Violated.PATTERN:
            if field.hint:
                return translate("Fields", "Write “{0}” like this: {1}").replace("{1}", _escaped(field.hint))
            return translate("Fields", "“{0}” doesn't fit its pattern. Ask your administrator for the form.")


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _listed(values: tuple[str, ...]) -> str:
    shown = ", ".join(isolated(in_a_cell(value)) for value in values[:_LISTED])
    return f"{shown}, …" if len(values) > _LISTED else shown


def field_help(field: Field) -> str:
    """Return the explanation of a field: the administrator's help, the form of its values, its attribute's name."""
    said = [field.help]
    if field.hint:
        said.append(field.hint)
    if field.required:
        said.append(translate("Fields", "Required."))
    if field.label:
        said.append(translate("Fields", "Attribute: {0}").format(isolated(with_hidden_shown(field.name))))
    return "\n".join(filter(None, said))


def faults_words(faults: tuple[FieldFault, ...]) -> tuple[str, ...]:
    """Describe the faults of the policy's fields, a line each, at most a few."""
    lines = [fault_words(fault) for fault in faults[:_TOLD]]
    if len(faults) > _TOLD:
        lines.append(translate("Fields", "and {0} more").format(len(faults) - _TOLD))
    return tuple(lines)


def faults_message(faults: tuple[FieldFault, ...], file: Path) -> Message:
    """Return the message about the fields of a policy file that are left out."""
    text = translate("Fields", "The policy file {0} has invalid fields. Tell your administrator.").format(file)
    return Message(text, Severity.WARNING, lines=faults_words(faults))


def fault_words(fault: FieldFault) -> str:
    """Describe a fault, with the place and the name of its field."""
    said = _flaw_words(fault.flaw).replace("{0}", isolated(fault.about))
    if not fault.place:
        return said
    if fault.name:
        return translate("Fields", "Field {0}, “{1}”: {2}").format(fault.place, isolated(fault.name), said)
    return translate("Fields", "Field {0}: {1}").format(fault.place, said)


def _flaw_words(flaw: FieldFlaw) -> str:  # noqa: C901, PLR0911, PLR0912 - a sentence for each
    match flaw:
        case FieldFlaw.NO_JSON:
            return translate("Fields", "“fields” can't be read.")
        case FieldFlaw.NO_LIST:
            return translate("Fields", "“fields” isn't a list.")
        case FieldFlaw.TOO_MANY:
            return translate("Fields", "“fields” has more than {0} fields; the others aren't used.")
        case FieldFlaw.NO_OBJECT:
            return translate("Fields", "isn't an object with a name.")
        case FieldFlaw.NO_NAME:
            return translate("Fields", "the name is missing, or begins or ends with a space.")
        case FieldFlaw.RESERVED:
            return translate("Fields", "the name is reserved.")
        case FieldFlaw.TWICE:
            return translate("Fields", "the name was used before.")
        case FieldFlaw.UNKNOWN_KEY:
            return translate("Fields", "the key “{0}” is unknown.")
        case FieldFlaw.INVALID_KEY:
            return translate("Fields", "the value of “{0}” has a wrong type or length.")
        case FieldFlaw.UNKNOWN_KIND:
            return translate("Fields", "the kind “{0}” is unknown.")
        case FieldFlaw.NO_VALUES:
            return translate("Fields", "a choice needs “values”.")
        case FieldFlaw.NOT_TWO_VALUES:
            return translate("Fields", "yes/no takes two “values”, first the one for yes.")
        case FieldFlaw.UNFIT_VALUE:
            return translate("Fields", "the allowed value “{0}” doesn't fit the kind.")
        case FieldFlaw.NO_PATTERN:
            return translate("Fields", "the key “pattern” is missing.")
        case FieldFlaw.STRAY_PATTERN:
            return translate("Fields", "a “pattern” needs the kind “pattern”.")
        case FieldFlaw.INVALID_PATTERN:
            return translate("Fields", "the pattern “{0}” is invalid, too large, or uses look-around.")
        case FieldFlaw.PATTERNS_UNAVAILABLE:
            return translate("Fields", "patterns can't be checked on this computer.")
        case FieldFlaw.HIDDEN_AND_REQUIRED:
            return translate("Fields", "a hidden field can't be required.")
