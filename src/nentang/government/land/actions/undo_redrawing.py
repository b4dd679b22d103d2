"""Undo a splitting or joining that was wrong."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.outbox.public import publish
from nentang.foundation.registers.public import Act, Basis, version_on, write_version
from nentang.government.land.enums import CertificateState, ParcelState
from nentang.government.land.errors import CannotUndo
from nentang.government.land.events import ParcelsRedrawn
from nentang.government.land.models import Parcel, ParcelStanding
from nentang.government.land.queries import standing_on
from nentang.kernel.clock import legal_day

from ._opening import note_act, writable
from ._redrawing import set_certificate


@transaction.atomic
def undo_redrawing(*, code: str, basis: Basis, actor: Actor, at: datetime) -> list[Parcel]:
    """The old parcels, on the map again as if they had never left it; their successors never were.

    `code` is one of the old ones. Raises ParcelNotFound, NotYourRegister, and CannotUndo where nothing
    was redrawn, or something was written of a successor since.
    """
    today = legal_day(at)
    closed = standing_on(writable(code, actor), today)
    if closed is None or not closed.successors:
        raise CannotUndo
    new = [writable(each, actor) for each in sorted(closed.successors)]
    if any(each.revision or each.locked_for for each in new):
        raise CannotUndo
    made = version_on(ParcelStanding, new[0], on=today)
    old = [writable(each, actor) for each in sorted(made.predecessors if made else [])]
    for each in new:
        _say(each, ParcelState.UNDONE, closed, basis, actor, at)
    for each in old:
        _say(each, ParcelState.ACTIVE, closed, basis, actor, at)
        set_certificate(
            each,
            CertificateState.REPLACED,
            CertificateState.IN_FORCE,
            act=Act.CORRECTION,
            valid_from=closed.valid_from,
            basis=basis,
            actor=actor,
            at=at,
        )
    note_act(old[0], "undo_redrawing", actor=actor, at=at)
    publish(ParcelsRedrawn([each.code for each in new], [each.code for each in old]), at=at)
    return old


def _say(
    parcel: Parcel,
    state: ParcelState,
    closed: ParcelStanding,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> None:
    """From the day of the redrawing on; whose place it took stays known."""
    known = version_on(ParcelStanding, parcel, on=closed.valid_from)
    write_version(
        version=ParcelStanding(
            record=parcel, state=state, predecessors=known.predecessors if known else []
        ),
        act=Act.CORRECTION,
        valid_from=closed.valid_from,
        basis=basis,
        actor=actor,
        at=at,
    )
