"""The schema of the file of batches, as a list of steps. A released step is never changed."""

from caseeditor.services.storage.schema import Schema

ROWS_A_BATCH = 1_000_000
"""A row's id is this times its batch's number, plus its own number: the rows of a batch lie together, in order."""

_FIRST = """
CREATE TABLE batch (
  number INTEGER PRIMARY KEY AUTOINCREMENT, server TEXT NOT NULL, user TEXT NOT NULL, state TEXT NOT NULL,
  ended INTEGER NOT NULL, size INTEGER NOT NULL, body BLOB NOT NULL
);
CREATE TABLE ids (batch INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE row (
  id INTEGER PRIMARY KEY, case_id TEXT NOT NULL, plan TEXT NOT NULL, outcome TEXT NOT NULL, state TEXT NOT NULL,
  submission INTEGER NOT NULL, body BLOB NOT NULL
);
CREATE INDEX row_case ON row (case_id);
CREATE TABLE unreadable (id INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE tally (
  batch INTEGER NOT NULL, plan TEXT NOT NULL, outcome TEXT NOT NULL, rows INTEGER NOT NULL,
  PRIMARY KEY (batch, plan, outcome)
) WITHOUT ROWID;
CREATE TRIGGER row_added AFTER INSERT ON row BEGIN
  INSERT INTO tally VALUES (NEW.id / 1000000, NEW.plan, NEW.outcome, 1) ON CONFLICT DO UPDATE SET rows = rows + 1;
END;
CREATE TRIGGER row_changed AFTER UPDATE ON row WHEN OLD.plan <> NEW.plan OR OLD.outcome <> NEW.outcome BEGIN
  UPDATE tally SET rows = rows - 1 WHERE (batch, plan, outcome) = (OLD.id / 1000000, OLD.plan, OLD.outcome);
  INSERT INTO tally VALUES (NEW.id / 1000000, NEW.plan, NEW.outcome, 1) ON CONFLICT DO UPDATE SET rows = rows + 1;
END;
CREATE TRIGGER row_gone AFTER DELETE ON row BEGIN
  UPDATE tally SET rows = rows - 1 WHERE (batch, plan, outcome) = (OLD.id / 1000000, OLD.plan, OLD.outcome);
END;
"""
"""`ids` has the texts of *Case ids*, which may have a megabyte: saves during a run leave them alone.

`size`: the number of rows that a batch should have. `tally` counts them, so that a save does not read them all.
"""

BATCHES = Schema(steps=(_FIRST,), left_behind=frozenset({"tally"}), counts={"batches": "batch"})
"""A row's triggers count anew in a salvaged file."""
