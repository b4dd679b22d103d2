"""What other portals hear of dossiers: national states in settled order."""

from datetime import datetime

from django.utils.translation import get_language

from nentang.foundation.audit.public import Position
from nentang.foundation.casework.public import TimelineEntry, kind_named
from nentang.government.services.models import Dossier
from nentang.kernel.frozen import Frozen


class NationalState(Frozen):
    """A dossier came to one of the ten states (Thông tư 22/2019/TT-BTTTT); `body` is the receiver's code."""

    code: str
    procedure: str
    body: str
    state: int
    at: datetime
    position: Position


def national_states_after(after: Position, *, limit: int) -> list[NationalState]:
    """The next steps of all dossiers after that place; two queries. Nothing can still come before them."""
    kind = kind_named("dossier")
    steps = TimelineEntry.objects.settled_after(after).filter(
        case__kind=kind.name, step__in=["open", *kind.transitions]
    )
    rows = list(
        steps.values_list(
            "txid", "id", "at", "state", "case_id", "case__organization__code_qcvn102"
        )[:limit]
    )
    dossiers = Dossier.objects.filter(case__in={case_id for *_, case_id, _body in rows})
    known = {
        case: (code, proc) for case, code, proc in dossiers.values_list("case", "code", "procedure")
    }
    return [
        NationalState(
            *known[case], body, kind.states[state].national or 0, at, Position(txid, number)
        )
        for txid, number, at, state, case, body in rows
    ]


def state_words(national: int) -> str:
    """The words of a national state in the reader's language."""
    states = kind_named("dossier").states.values()
    found = next((each for each in states if each.national == national), None)
    return found.title(get_language() or "vi") if found else str(national)


def adopt_restored(after: Position) -> Position:
    """The same place once a backup was restored into another PostgreSQL."""
    return TimelineEntry.objects.adopt_restored(after)
