"""What goes on within such an installation: each line on its input is one thing to do, each answer one line of JSON.

Begun by `Neighbour`, with folders and a database of its own. Its clock stands where the last line put it.
"""

import json
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.core.management import call_command
from django.db import close_old_connections, connection

from nentang.foundation.organizations.public import load_geography
from nentang.kernel import clock

from .listener import listening

Act = Callable[..., dict[str, Any]]


def make_tables(at: datetime, geography: bool = True) -> dict[str, Any]:
    """A database in which nothing has happened yet, whole in its one file."""
    call_command("migrate", verbosity=0)
    if geography:
        load_geography(at=at)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return {}


def tick(at: datetime) -> dict[str, Any]:
    """It is that time."""
    return {}


def obey(acts: Mapping[str, Act], port: int = 0) -> None:
    """Say the address, then do what is told until nobody tells anything any more."""
    with listening(port) as url:
        _say({"url": url})
        for line in sys.stdin:
            told = json.loads(line)
            at = datetime.fromisoformat(told.pop("at"))
            clock.use(lambda at=at: at)  # type: ignore[misc]
            answer = acts[told.pop("do")](at, **told)
            close_old_connections()
            _say(answer)


def _say(answer: dict[str, Any]) -> None:
    print(json.dumps(answer), flush=True)  # noqa: T201 - whoever began this process reads it
