"""Complain a second time, to the body directly above the one that settled the first complaint."""

from collections.abc import Sequence
from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.public import (
    OrganizationInfo,
    current_organization,
    organization,
)
from nentang.government.complaints.enums import About, Instance, Outcome
from nentang.government.complaints.errors import NobodyAbove, SecondNotOpen
from nentang.government.complaints.models import Complaint
from nentang.government.complaints.permissions import check_is_complainant
from nentang.government.complaints.queries import find_complaint, standing_of
from nentang.government.complaints.rules.second import second_span
from nentang.government.services.public import dossier_info
from nentang.kernel.clock import legal_day

from ._lodge import Said, Way, lodge, made_before


def complain_again(
    *,
    code: str,
    statement: str,
    demand: str,
    file_ids: Sequence[int],
    actor: Actor,
    at: datetime,
    key: str | None = None,
) -> Complaint:
    """The second complaint about what complaint `code` was about; the same one for the same key.

    Raises ComplaintNotFound (not theirs), SecondNotOpen, NobodyAbove, StatementMissing, TooManyFiles,
    AlreadyComplained.
    """
    first = find_complaint(code)
    check_is_complainant(actor, first)
    if first.instance != Instance.FIRST:
        raise SecondNotOpen
    dossier, about = dossier_info(first.dossier.code, at=at), About(first.about)
    if again := made_before(dossier, about, Instance.SECOND, key):
        return again
    _check_is_open(first, at)
    said = Said(statement, demand, file_ids)
    said.check()
    way = Way(about, Instance.SECOND, first, first.case.holder_id, _above(first, at))
    return lodge(dossier, way, said, key=key, actor=actor, at=at)


def _check_is_open(first: Complaint, at: datetime) -> None:
    is_given_up = first.outcome in (Outcome.WITHDRAWN, Outcome.NOT_ACCEPTED)
    if is_given_up or not second_span(standing_of(first)).holds(at):
        raise SecondNotOpen


def _above(first: Complaint, at: datetime) -> OrganizationInfo:
    """The body above the one that settled it, as it stands today."""
    today = legal_day(at)
    settled = organization(current_organization(first.case.holder_id, today).id)
    if settled.parent_id is None:
        raise NobodyAbove
    return current_organization(settled.parent_id, today)
