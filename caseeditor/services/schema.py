"""The store's tables, step by step: a step that was released is never changed."""

_FIRST = """
CREATE TABLE draft (
  server TEXT NOT NULL, user TEXT NOT NULL, case_id TEXT NOT NULL, body BLOB NOT NULL, saved INTEGER NOT NULL,
  PRIMARY KEY (server, user, case_id)
) WITHOUT ROWID;
CREATE TABLE parcel (
  number INTEGER PRIMARY KEY AUTOINCREMENT, server TEXT NOT NULL, user TEXT NOT NULL, case_id TEXT NOT NULL,
  subject TEXT NOT NULL, state TEXT NOT NULL, is_open INTEGER NOT NULL, haunts INTEGER NOT NULL DEFAULT 0,
  body BLOB NOT NULL, began INTEGER NOT NULL, ended INTEGER
);
CREATE INDEX parcel_open ON parcel (number) WHERE is_open;
CREATE INDEX parcel_case ON parcel (server, case_id);
CREATE INDEX parcel_began ON parcel (began);
CREATE TABLE discarded (
  number INTEGER PRIMARY KEY AUTOINCREMENT, server TEXT NOT NULL, user TEXT NOT NULL, case_id TEXT NOT NULL,
  subject TEXT NOT NULL, body BLOB NOT NULL, ended INTEGER NOT NULL
);
CREATE TABLE server (
  server TEXT PRIMARY KEY, user TEXT, shows_notes INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE tab (place INTEGER PRIMARY KEY, server TEXT NOT NULL, case_id TEXT NOT NULL);
"""

_PHRASES = """
CREATE TABLE template (name TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE tag (server TEXT NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (server, tag)) WITHOUT ROWID;
"""

_LISTS = """
CREATE TABLE seen (
  server TEXT NOT NULL, user TEXT NOT NULL, case_id TEXT NOT NULL, subject TEXT NOT NULL, opened INTEGER NOT NULL,
  body BLOB, PRIMARY KEY (server, user, case_id)
) WITHOUT ROWID;
CREATE INDEX seen_opened ON seen (opened);
ALTER TABLE tab ADD COLUMN user TEXT NOT NULL DEFAULT '';
ALTER TABLE tab ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE tab ADD COLUMN is_active INTEGER NOT NULL DEFAULT 0;
"""

_NAMES = """
CREATE TABLE name (server TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (server, name)) WITHOUT ROWID;
"""

_SERVER_EDITS = """
CREATE TABLE server_edit (server TEXT PRIMARY KEY, names TEXT NOT NULL) WITHOUT ROWID;
"""

STEPS = (_FIRST, _PHRASES, _LISTS, _NAMES, _SERVER_EDITS)
VERSION = len(STEPS)
