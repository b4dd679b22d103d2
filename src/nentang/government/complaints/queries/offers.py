"""What a person may complain about in a dossier now."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q
from msgspec.structs import replace

from nentang.government.complaints.rules.offer import Offer, offer_for
from nentang.government.services.public import DossierInfo, dossiers, info_of

from .complaints import matters_standing


def dossiers_at_counter(
    person_id: int, *, bodies: Collection[int], at: datetime
) -> list[DossierInfo]:
    """The person's own latest dossiers that one of the bodies received or holds, at most twenty."""
    own = dossiers().filter(applicant=person_id, on_behalf_of=None)
    found = own.filter(Q(organization__in=bodies) | Q(case__holder__in=bodies)).order_by("-id")
    return [info_of(each, at=at) for each in found[:20]]


def lawful_offer(dossier: DossierInfo, *, at: datetime) -> Offer | None:
    """What the law lets be complained about at that instant, whatever was already."""
    return offer_for(
        outcome=dossier.outcome,
        decided_at=dossier.decided_at,
        late_since=dossier.late_since,
        at=at,
    )


def offer_of(dossier: DossierInfo, *, at: datetime) -> Offer | None:
    """The same without the matters about which a complaint stands; None where none is left."""
    offer = lawful_offer(dossier, at=at)
    if offer is None:
        return None
    standing = matters_standing(dossier.id)
    left = tuple(about for about in offer.abouts if about not in standing)
    return replace(offer, abouts=left) if left else None
