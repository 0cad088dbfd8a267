"""Writes drafts as the session that holds the latest generation."""

from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.submission import Submission
from caseeditor.services.storage.database import Store


def seen(store: Store, draft: Draft) -> int:
    """Return the generation of a draft, as its editor knows it."""
    return store.find_draft(draft.server, draft.user, draft.case_id).generation


def save(store: Store, draft: Draft) -> int:
    """Save a draft over the existing one; returns the time (ms)."""
    return store.save_draft(draft, seen(store, draft)).at


def drop(store: Store, draft: Draft) -> None:
    store.drop_draft(draft, seen(store, draft))


def submit(store: Store, draft: Draft, submission: Submission) -> Submission:
    return store.submit(draft, submission, seen(store, draft))


def set_user(store: Store, server: str, user: str) -> None:
    """Set the user who signed in last."""
    with store.transaction() as cursor:
        cursor.execute(
            "INSERT INTO server (server, user) VALUES (?, ?) ON CONFLICT DO UPDATE SET user = excluded.user",
            (server, user),
        )
