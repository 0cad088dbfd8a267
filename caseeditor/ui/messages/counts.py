"""Sentences that hold a count. One thing has a sentence of its own, so that English needs no catalogue."""

from PySide6.QtCore import QObject


class Counts(QObject):
    """Methods of a QObject, since Qt's lupdate sees in Python a plural in no other call."""

    def changes(self, count: int) -> str:
        return self.tr("1 change") if count == 1 else self.tr("%n changes", "", count)

    def cases(self, count: int) -> str:
        """Say how many cases a list holds; the time takes the place of {0}."""
        return self.tr("1 case as of {0}.") if count == 1 else self.tr("%Ln cases as of {0}.", "", count)

    def all_cases(self, count: int) -> str:
        """Say how many cases a contact has."""
        return self.tr("1 case") if count == 1 else self.tr("%Ln cases", "", count)

    def messages(self, count: int) -> str:
        return self.tr("1 message") if count == 1 else self.tr("%Ln messages", "", count)

    def months(self, count: int) -> str:
        return self.tr("1 month") if count == 1 else self.tr("%n months", "", count)

    def years(self, count: int) -> str:
        return self.tr("1 year") if count == 1 else self.tr("%n years", "", count)

    def needing(self, count: int) -> str:
        return self.tr("1 needs you") if count == 1 else self.tr("%n need you", "", count)

    def cases_needing(self, count: int) -> str:
        return self.tr("1 case needs you.") if count == 1 else self.tr("%n cases need you.", "", count)

    def on_their_way(self, count: int) -> str:
        return self.tr("1 on its way") if count == 1 else self.tr("%n on their way", "", count)

    def waiting_to_be_sent(self, count: int) -> str:
        return self.tr("1 waiting") if count == 1 else self.tr("%n waiting", "", count)

    def waiting(self, seconds: int) -> str:
        if seconds == 1:
            return self.tr("Ready again in 1 second.")
        return self.tr("Ready again in %n seconds.", "", seconds)

    def suggestions(self, count: int) -> str:
        """Announce the suggestions for a misspelled word."""
        return self.tr("1 suggestion") if count == 1 else self.tr("%n suggestions", "", count)
