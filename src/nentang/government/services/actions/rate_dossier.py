"""Say what one thought of it."""

from datetime import datetime
from typing import TypedDict, Unpack

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import organization
from nentang.foundation.outbox.public import publish
from nentang.government.services.errors import DossierNotOpen, RatingOutOfRange
from nentang.government.services.events import DossierRated
from nentang.government.services.indicators import DOSSIER_RATED
from nentang.government.services.models import Dossier, Rating
from nentang.government.services.permissions import check_is_applicant
from nentang.government.services.queries import dossier_to_change


class Answers(TypedDict, total=False):
    """What else was asked, 0 to 2 points each; see `Rating`."""

    contacts: int | None
    other_bodies: int | None
    attitude: int | None
    information: int | None


def rate_dossier(
    *,
    code: str,
    stars: int,
    comment: str = "",
    actor: Actor,
    at: datetime,
    **answers: Unpack[Answers],
) -> Rating:
    """The rating, given once after the decision; the same one if given again. RatingOutOfRange."""
    if stars not in range(1, 6) or any(each not in (None, 0, 1, 2) for each in answers.values()):
        raise RatingOutOfRange
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_is_applicant(actor, dossier)
        if dossier.decided_at is None:
            raise DossierNotOpen
        rating, is_new = Rating.objects.get_or_create(
            dossier=dossier,
            defaults={"stars": stars, "comment": comment, "rated_at": at, **answers},
        )
        if is_new:
            _tell(dossier, rating, actor, at)
    return rating


def _tell(dossier: Dossier, rating: Rating, actor: Actor, at: datetime) -> None:
    body = organization(dossier.organization_id)
    record(
        actor=actor,
        action="services.rate_dossier",
        subject=f"dossier:{dossier.pk}",
        organization_id=body.id,
        person_id=dossier.applicant_id,
        at=at,
    )
    publish(DossierRated(dossier.pk, rating.stars), at=at)
    record_fact(
        DOSSIER_RATED,
        at=at,
        organization_id=body.id,
        unit_code=body.unit_code,
        procedure=dossier.procedure,
        stars=rating.stars,
        level=body.level,
    )
