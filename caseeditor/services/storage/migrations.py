"""The schema of the store, as a list of steps. A released step is never changed."""

from caseeditor.services.storage.schema import Schema

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

_GENERATIONS = """
ALTER TABLE draft ADD COLUMN generation INTEGER NOT NULL DEFAULT 1;
"""
"""A new value at each write: saving a draft names the generation it is based on, so that no other is overwritten."""

_META = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE unreadable (
  number INTEGER PRIMARY KEY AUTOINCREMENT, source TEXT NOT NULL, server TEXT NOT NULL, user TEXT NOT NULL,
  case_id TEXT NOT NULL, subject TEXT NOT NULL, body BLOB NOT NULL, found INTEGER NOT NULL
);
"""

_ACCOUNTS = """
CREATE TABLE account (
  server TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, names BLOB NOT NULL, PRIMARY KEY (server, key)
) WITHOUT ROWID;
CREATE TABLE identity (
  server TEXT NOT NULL, digest TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (server, digest)
) WITHOUT ROWID;
CREATE TABLE unclaimed (
  server TEXT NOT NULL, key TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (server, key, other)
) WITHOUT ROWID;
CREATE TABLE salt (salt BLOB NOT NULL);
INSERT INTO salt VALUES (randomblob(16));
UPDATE draft SET user = iif(user = '', 'legacy:', 'name:' || user), body = CASE
  WHEN json_valid(CAST(body AS TEXT))
  THEN CAST(json_set(CAST(body AS TEXT), '$.user', iif(user = '', 'legacy:', 'name:' || user)) AS BLOB)
  ELSE body END;
UPDATE discarded SET user = iif(user = '', 'legacy:', 'name:' || user), body = CASE
  WHEN json_valid(CAST(body AS TEXT))
  THEN CAST(json_set(CAST(body AS TEXT), '$.user', iif(user = '', 'legacy:', 'name:' || user)) AS BLOB)
  ELSE body END;
UPDATE parcel SET user = iif(user = '', 'legacy:', 'name:' || user), body = CASE
  WHEN json_valid(CAST(body AS TEXT))
  THEN CAST(json_set(CAST(body AS TEXT), '$.user', iif(user = '', 'legacy:', 'name:' || user),
    '$.names', iif(user = '', json_array(), json_array(user))) AS BLOB)
  ELSE body END;
UPDATE seen SET user = iif(user = '', 'legacy:', 'name:' || user);
UPDATE tab SET user = 'name:' || user WHERE user <> '';
UPDATE server SET user = iif(user = '', 'legacy:', 'name:' || user) WHERE user NOT NULL;
"""
"""Accounts are identified by keys instead of names: '' was both nobody and unknown (domain.case.user)."""

_FORMER = """
CREATE TABLE former (former TEXT PRIMARY KEY, server TEXT NOT NULL) WITHOUT ROWID;
"""

_SERVER_EDITS = """
CREATE TABLE server_edit (server TEXT PRIMARY KEY, names TEXT NOT NULL) WITHOUT ROWID;
"""

STEPS = (_FIRST, _PHRASES, _LISTS, _NAMES, _GENERATIONS, _META, _ACCOUNTS, _FORMER, _SERVER_EDITS)
VERSION = len(STEPS)

ADDED = """
CREATE TABLE IF NOT EXISTS filter_value(server,user,kind,value,label,PRIMARY KEY(server,user,kind,value))WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS learned(number INTEGER PRIMARY KEY,server,user,name,kind,value,cases);
CREATE INDEX IF NOT EXISTS learned_name ON learned(server,user,name);
CREATE TABLE IF NOT EXISTS learned_case(server,user,id,read,numbers,PRIMARY KEY(server,user,id))WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS spelling_word(word PRIMARY KEY)WITHOUT ROWID;
"""
"""Tables that an older program of the same version does without: they are no step, so that it still opens the file.

Their texts are short: the schema stays within the first page of the file, where damage elsewhere leaves it readable.
"""
ADDED_TABLES = ("filter_value", "learned", "learned_case", "spelling_word")

MAIN = Schema(
    steps=STEPS,
    added=ADDED,
    # Part of what was learned would be useless: each of the two tables needs the rows of the other one.
    left_behind=frozenset({"learned", "learned_case"}),
    counts={"drafts": "draft", "submissions": "parcel WHERE is_open"},
)
