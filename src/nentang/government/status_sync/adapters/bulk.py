"""Write many states at once; later ones win whatever the order. Plain SQL, for millions pass through here."""

from collections.abc import Collection

from django.db import connection

from nentang.government.status_sync.rules.states import TakenState

_INTO = "INSERT INTO status_sync_portalstate (portal_id, code, state, at, sequence)"
_FROM_ARRAYS = " SELECT %s, * FROM unnest(%s::text[], %s::int[], %s::timestamptz[], %s::bigint[])"
_WINS = (
    " ON CONFLICT (portal_id, code) DO UPDATE SET"
    " state = excluded.state, at = excluded.at, sequence = excluded.sequence"
    " WHERE (excluded.at, excluded.sequence, excluded.state)"
    " > (status_sync_portalstate.at, status_sync_portalstate.sequence, status_sync_portalstate.state)"
)


def keep_newest(portal_id: int, states: Collection[TakenState]) -> int:
    """How many were newer than what was known; each dossier stands in `states` once."""
    ordered = sorted(states, key=lambda each: each.code)  # one order for all: no deadlock
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                _INTO + _FROM_ARRAYS + _WINS,
                [
                    portal_id,
                    [each.code for each in ordered],
                    [each.state for each in ordered],
                    [each.at for each in ordered],
                    [each.sequence for each in ordered],
                ],
            )
        else:
            moment = connection.ops.adapt_datetimefield_value
            cursor.executemany(
                f"{_INTO} VALUES (%s, %s, %s, %s, %s){_WINS}",
                [(portal_id, s.code, s.state, moment(s.at), s.sequence) for s in ordered],
            )
        return int(cursor.rowcount)
