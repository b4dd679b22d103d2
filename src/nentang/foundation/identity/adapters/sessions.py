"""Sessions in the base under a hash of what the browser holds, with whose they are."""
# mypy: allow-subclassing-any

from hashlib import sha256
from typing import Any, cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from nentang.foundation.identity.models import Session


def stored_key(session_key: str) -> str:
    """Under what a session is kept; 40 characters of SHA-256 are more than enough for a random key."""
    return sha256(session_key.encode()).hexdigest()[:40]


class SessionStore(DatabaseStore):
    """As Django's, but for the hash and the account."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Our own table."""
        return Session

    def _get_session_from_db(self) -> Session | None:
        held = self._session_key
        if held is None:
            return None
        self._session_key = stored_key(held)
        found: Session | None = super()._get_session_from_db()  # type: ignore[misc] # Django has it
        if found:
            self._session_key = held
        return found

    def exists(self, session_key: str) -> bool:
        """Whether a browser may hold that key."""
        return bool(super().exists(stored_key(session_key)))

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row for what the session now holds."""
        row = cast(Session, super().create_model_instance(data))
        row.session_key = stored_key(row.session_key)
        row.account_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        return row

    def delete(self, session_key: str | None = None) -> None:
        """Let the browser's key open nothing any more."""
        held = session_key or self.session_key
        if held is not None:
            super().delete(stored_key(held))
