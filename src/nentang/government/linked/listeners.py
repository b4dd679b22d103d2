"""What follows from results and ends of dossiers; each calls one action, which does nothing twice."""

from datetime import datetime

from nentang.foundation.casework.events import CaseMoved
from nentang.foundation.documents.public import DocumentSigned
from nentang.foundation.outbox.public import listen
from nentang.government.services.public import FindingsRecorded, dossiers

from .actions import end_part, open_next
from .rules.kinds import results_of_parts

UNDOING = ("refuse", "refuse_intake", "withdraw")


def _is_of_a_dossier(event: DocumentSigned) -> bool:
    return event.kind in results_of_parts() and event.subject.startswith("dossier:")


@listen(DocumentSigned, "linked.open_next", when=_is_of_a_dossier)
def result_signed(event: DocumentSigned, *, at: datetime) -> None:
    """What waited for this result begins."""
    dossier_id = int(event.subject.partition(":")[2])
    end_part(dossier_id=dossier_id, at=at)
    open_next(dossier_id=dossier_id, at=at)


@listen(FindingsRecorded, "linked.try_again")
def value_found(event: FindingsRecorded, *, at: datetime) -> None:
    """What was stuck for a value that the office has written down by now begins."""
    open_next(dossier_id=event.dossier_id, at=at)


@listen(
    CaseMoved,
    "linked.part_undone",
    when=lambda event: event.kind == "dossier" and event.step in UNDOING,
)
def part_undone(event: CaseMoved, *, at: datetime) -> None:
    """Whoever waits for a result that will not come hears of it."""
    dossier_id = dossiers().filter(code=event.code).values_list("pk", flat=True).first()
    if dossier_id is not None:
        end_part(dossier_id=dossier_id, at=at)
