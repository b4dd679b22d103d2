"""One SQLite file by default; PostgreSQL where DATABASE_URL says so."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from . import environment
from .storage import VAR

DATABASE_URL = environment.text(
    "DATABASE_URL", "", "postgresql://user:password@host:port/name; empty: SQLite under NENTANG_VAR"
)

DATABASE_REPLICA_URL = environment.text(
    "DATABASE_REPLICA_URL", "", "A streaming replica of DATABASE_URL; pages that only read ask it"
)


def sqlite(path: str) -> dict[str, Any]:
    """WAL, writers in line from their first statement, 20 seconds of patience."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,  # opening costs more than most requests; a file put back is seen within a minute
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;"
            " PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;",
        },
    }


def postgresql(url: str) -> dict[str, Any]:
    """Server-side binding, statements prepared when they come a second time; lock and statement time-outs.

    Not at their first time: a migration sends several commands at once, which cannot be prepared.
    """
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "server_side_binding": True,
            "prepare_threshold": 1,
            "options": "-c lock_timeout=10s -c statement_timeout=60s",
            **dict(parse_qsl(parts.query)),
        },
    }


DATABASES = {
    "default": postgresql(DATABASE_URL) if DATABASE_URL else sqlite(str(VAR / "nentang.sqlite3"))
}
if DATABASE_REPLICA_URL:
    DATABASES["replica"] = postgresql(DATABASE_REPLICA_URL) | {"TEST": {"MIRROR": "default"}}
    DATABASE_ROUTERS = ["nentang.config.replica.Router"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
