"""The rows of a plan by their changes. Pure; rows are added one by one, so that 100,000 of them hold up nothing."""

from array import array

import msgspec

from caseeditor.domain.batch.row import Row, RowPlan
from caseeditor.domain.editing.changes import Change

_MOST = 60
"""Groups of one field. Beyond them, its values are as many as the rows, and one group holds all."""
_CHANGING = (RowPlan.CHANGES, RowPlan.WAITS)


class GroupKey(msgspec.Struct, frozen=True):
    """What the rows of a group have in common: one change, or a plan without one.

    `is_many`: of `change`, only the field; the values differ.
    """

    change: Change | None
    plan: RowPlan = RowPlan.CHANGES
    is_many: bool = False


class PlanGroup:
    """A group, with the places of its rows; for each, the place of the change in the row."""

    def __init__(self, key: GroupKey) -> None:
        self.key = key
        self.places = array("L")
        self.changes = array("H")
        self.out = 0
        """Rows that the agent took out."""

    @property
    def is_out(self) -> bool:
        return self.out == len(self.places)

    def add(self, place: int, change: int, *, is_out: bool) -> None:
        self.places.append(place)
        self.changes.append(change)
        self.out += is_out


class PlanGroups:
    """Collects the groups of a plan."""

    def __init__(self) -> None:
        self._by_field: dict[str, dict[Change, PlanGroup]] = {}
        self._many: dict[str, PlanGroup] = {}
        self._others: dict[RowPlan, PlanGroup] = {}
        self.notes = 0
        """Notes that will be stored, and can't be taken back."""
        self.changing = 0
        """Rows that will change."""
        self.taken_out = 0
        """Rows that would change, and that the agent took out whole."""

    def add(self, place: int, row: Row) -> None:
        """Add the row at a place."""
        if row.plan is RowPlan.UNPLANNED:
            return
        if row.plan not in _CHANGING or not row.changes:
            group = self._others.get(row.plan)
            if group is None:
                group = self._others[row.plan] = PlanGroup(GroupKey(None, row.plan))
            group.add(place, 0, is_out=row.is_out)
            return
        is_left = row.is_out
        for number, change in enumerate(row.changes):
            field = change.field
            is_out = is_left or field in row.fields_out
            self.notes += not is_out and field.startswith("note:")
            self._group_of(field, change).add(place, number, is_out=is_out)
        is_changing = not all(map(row.has_out, row.changes))
        self.changing += is_changing
        self.taken_out += not is_changing and row.plan is RowPlan.CHANGES

    def groups(self) -> list[PlanGroup]:
        """Return the groups: by field, the largest of each first, and those without a change at the end."""
        found: list[PlanGroup] = []
        for field, groups in self._by_field.items():
            many = self._many.get(field)
            found += [many] if many else sorted(groups.values(), key=lambda group: -len(group.places))
        return found + [self._others[plan] for plan in RowPlan if plan in self._others]

    def _group_of(self, field: str, change: Change) -> PlanGroup:
        if many := self._many.get(field):
            return many
        groups = self._by_field.setdefault(field, {})
        group = groups.get(change)
        if group is None and len(groups) >= _MOST:
            return self._join(field, change)
        if group is None:
            group = groups[change] = PlanGroup(GroupKey(change))
        return group

    def _join(self, field: str, change: Change) -> PlanGroup:
        key = GroupKey(Change(change.what, change.name), is_many=True)
        many = self._many[field] = PlanGroup(key)
        for group in self._by_field[field].values():
            many.places.extend(group.places)
            many.changes.extend(group.changes)
            many.out += group.out
        self._by_field[field] = {}
        return many
