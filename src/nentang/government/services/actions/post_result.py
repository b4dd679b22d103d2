"""Hand a signed result to the post."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.government.services.errors import ResultNotReady, TrackingMissing
from nentang.government.services.models import Delivery, Dossier
from nentang.government.services.permissions import check_works_on
from nentang.government.services.queries import dossier_to_change


def post_result(*, code: str, tracking: str, actor: Actor, at: datetime) -> Dossier:
    """The dossier, on its way under the post's number; the applicant is told.

    Raises TrackingMissing, and ResultNotReady where it is not signed or not to go by post.
    """
    number = "".join(tracking.split())[:40]
    if not number:
        raise TrackingMissing
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_works_on(actor, dossier, "clerk")
        if dossier.result is None or dossier.result.state != "signed":
            raise ResultNotReady
        posted = Delivery.objects.filter(dossier=dossier, way="post", posted_at=None).update(
            tracking=number, posted_at=at
        )
        if not posted:
            raise ResultNotReady
        advance(dossier, "post_result", actor=actor, at=at, public_note=number)
    return dossier
