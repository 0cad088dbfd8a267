"""Differences between successive texts of a field, and their grouping into undo steps.

An undo step is a word, letters deleted one by one, or a pasted text. Text that was selected and then deleted or
replaced returns as a whole, however it was typed.
"""

from collections.abc import Callable

import msgspec

_BY_A_KEY = 2
"""Maximum characters inserted by one key: a composed letter may have two."""


class Stroke(msgspec.Struct, frozen=True):
    """One change of a text: its position, the removed text and the inserted text."""

    place: int
    removed: str
    put_in: str

    def goes_on(self, before: "Stroke") -> bool:
        """Tell whether it belongs to the step of the previous change: the next letter typed or deleted."""
        if self.removed and self.put_in:
            return False
        if self.put_in:
            is_typed = len(self.put_in) <= _BY_A_KEY and 0 < len(before.put_in) <= _BY_A_KEY
            return is_typed and self.place == before.place + len(before.put_in)
        is_deleted = len(self.removed) == 1 == len(before.removed) and not before.put_in
        return is_deleted and before.place - self.place in (0, 1)  # forwards by Delete, or backwards by Backspace

    @property
    def ends_word(self) -> bool:
        return self.put_in[-1:].isspace()


def stroke(before: str, after: str) -> Stroke:
    """Return the change between two texts."""
    most = min(len(before), len(after))
    start = _longest(most, lambda length: before[:length] == after[:length])
    end = _longest(most - start, lambda length: before[len(before) - length :] == after[len(after) - length :])
    return Stroke(start, before[start : len(before) - end], after[start : len(after) - end])


def _longest(most: int, is_common: Callable[[int], bool]) -> int:
    """Return the length of the common part, by bisection: a note may have a million characters."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if is_common(middle):
            least = middle
        else:
            most = middle - 1
    return least
