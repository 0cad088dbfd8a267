"""The results of a batch, as a table for files."""

import enum


class ReportFormat(enum.Enum):
    """The format of an exported file; the value is its ending."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
