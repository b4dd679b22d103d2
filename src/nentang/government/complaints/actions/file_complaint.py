"""Complain about a dossier, to the body that handled it."""

from collections.abc import Sequence
from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.public import current_organization
from nentang.government.complaints.enums import About, Instance
from nentang.government.complaints.errors import AboutMissing, NothingToComplainAbout
from nentang.government.complaints.models import Complaint
from nentang.government.complaints.permissions import check_may_complain
from nentang.government.complaints.queries import lawful_offer
from nentang.government.services.public import DossierInfo, dossier_info
from nentang.kernel.clock import legal_day

from ._lodge import Said, Way, lodge, made_before


def file_complaint(
    *,
    dossier_code: str,
    about: str,
    statement: str,
    demand: str,
    file_ids: Sequence[int],
    actor: Actor,
    at: datetime,
    key: str | None = None,
) -> Complaint:
    """The complaint, to be accepted or refused within the days of the law; the same one for the same key.

    It goes to the body that has the dossier or decided it (Law on Complaints 2011, article 7).
    A clerk may write it down for whoever stands at their counter and consented.
    Raises DossierNotFound and MandateTooNarrow (not theirs), NotYourDesk, AboutMissing, NothingToComplainAbout,
    StatementMissing, TooManyFiles,
    AlreadyComplained.
    """
    dossier = dossier_info(dossier_code, at=at)
    check_may_complain(actor, dossier)
    matter = _matter(about)
    if again := made_before(dossier, matter, Instance.FIRST, key):
        return again
    try:
        _check_is_offered(dossier, matter, at)
    except (NothingToComplainAbout, AboutMissing):
        if again := made_before(dossier, matter, Instance.FIRST, key):
            return again  # the same request, sent twice at once, was faster
        raise
    said = Said(statement, demand, file_ids)
    said.check()
    body = current_organization(dossier.holder_id, legal_day(at))
    way = Way(matter, Instance.FIRST, None, body.id, body)
    return lodge(dossier, way, said, key=key, actor=actor, at=at)


def _matter(about: str) -> About:
    if about not in About.values:
        raise AboutMissing
    return About(about)


def _check_is_offered(dossier: DossierInfo, about: About, at: datetime) -> None:
    offer = lawful_offer(dossier, at=at)
    if offer is None:
        raise NothingToComplainAbout
    if about not in offer.abouts:
        raise AboutMissing
