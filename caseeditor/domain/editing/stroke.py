"""What one change did to a text that is being typed, and whether it goes on with the one before.

Undo takes back what was done at once: a word, some letters deleted one by one, a text that was pasted. What stood
there before a selection was deleted or replaced has to come back whole, however it was typed.
"""

from collections.abc import Callable

import msgspec

_BY_A_KEY = 2
"""Characters that one key puts in at most: a letter may be composed of two."""


class Stroke(msgspec.Struct, frozen=True):
    """Where a change of a text begins, what it took out there and what it put in."""

    place: int
    removed: str
    put_in: str

    def goes_on(self, before: "Stroke") -> bool:
        """Tell whether it is of one step with the change before it: the next letter typed, or the next deleted."""
        if self.removed and self.put_in:
            return False
        if self.put_in:
            is_typed = len(self.put_in) <= _BY_A_KEY and 0 < len(before.put_in) <= _BY_A_KEY
            return is_typed and self.place == before.place + len(before.put_in)
        is_deleted = len(self.removed) == 1 == len(before.removed) and not before.put_in
        return is_deleted and before.place - self.place in (0, 1)  # forwards by Delete, or back by Backspace

    @property
    def ends_word(self) -> bool:
        return self.put_in[-1:].isspace()


def stroke(before: str, after: str) -> Stroke:
    """Return what was done to a text."""
    most = min(len(before), len(after))
    start = _longest(most, lambda length: before[:length] == after[:length])
    end = _longest(most - start, lambda length: before[len(before) - length :] == after[len(after) - length :])
    return Stroke(start, before[start : len(before) - end], after[start : len(after) - end])


def _longest(most: int, is_common: Callable[[int], bool]) -> int:
    """Return up to which length two texts are the same, by halves: a note may have a million characters."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if is_common(middle):
            least = middle
        else:
            most = middle - 1
    return least
