"""Days and times of cards, in the local zone."""

from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QTime

from caseeditor.domain.case.dates import local
from caseeditor.ui.messages.texts import translate

_MOST_KEPT = 50_000


class LocalTimes:
    """Converts moments once: a list of thousands asks for each several times."""

    def __init__(self) -> None:
        self._known: dict[datetime, datetime] = {}

    def local(self, moment: datetime) -> datetime:
        """Return a moment in the local zone."""
        found = self._known.get(moment)
        if found is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            found = self._known[moment] = local(moment)
        return found

    def day(self, moment: datetime | None) -> date | None:
        """Return the day of a moment."""
        return self.local(moment).date() if moment else None

    def time_words(self, moment: datetime | None) -> str:
        """Return the time of day, '' without a moment."""
        if moment is None:
            return ""
        here = self.local(moment)
        return QLocale().toString(QTime(here.hour, here.minute), "HH:mm")


def day_name(day: date) -> str:
    """Return a day in words; the year only if it is another one."""
    today = local(datetime.now(UTC)).date()
    if day == today:
        return translate("Dates", "Today")
    if day == today - timedelta(days=1):
        return translate("Dates", "Yesterday")
    pattern = translate("Dates", "dddd d MMMM") if day.year == today.year else translate("Dates", "dddd d MMMM yyyy")
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
