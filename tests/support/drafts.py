"""Drafts written as by the one session that has seen what is there."""

from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.submission import Submission
from caseeditor.services.storage.database import Store


def seen(store: Store, draft: Draft) -> int:
    """Return the generation of a draft, as whoever edits it has it."""
    return store.find_draft(draft.server, draft.user, draft.case_id).generation


def save(store: Store, draft: Draft) -> int:
    """Save a draft in place of the one that is there; returns when (ms)."""
    return store.save_draft(draft, seen(store, draft)).at


def drop(store: Store, draft: Draft) -> None:
    store.drop_draft(draft, seen(store, draft))


def submit(store: Store, draft: Draft, submission: Submission) -> Submission:
    return store.submit(draft, submission, seen(store, draft))


def set_user(store: Store, server: str, user: str) -> None:
    """Note who was signed in last."""
    with store.transaction() as cursor:
        cursor.execute(
            "INSERT INTO server (server, user) VALUES (?, ?) ON CONFLICT DO UPDATE SET user = excluded.user",
            (server, user),
        )
