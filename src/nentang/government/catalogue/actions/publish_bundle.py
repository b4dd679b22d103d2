"""Approve and publish a bundle."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.forms.public import publish_form
from nentang.foundation.outbox.public import publish
from nentang.government.catalogue.enums import DraftState
from nentang.government.catalogue.events import BundlePublished
from nentang.government.catalogue.models import BundleVersion
from nentang.government.catalogue.permissions import check_approves
from nentang.government.catalogue.queries import draft_to_change
from nentang.government.catalogue.rules.bundle import parse_bundle

from ._draft import check_state, keep
from ._publishing import check_publishable, text_to_publish


@transaction.atomic
def publish_bundle(*, draft_id: UUID, actor: Actor, at: datetime) -> BundleVersion:
    """The version that holds from its day on; dossiers submitted before keep to theirs.

    Publishes BundlePublished. FourEyes, BundleFaulty, NothingChanged, BeginsTooEarly, DraftNotOpen.
    """
    draft = draft_to_change(draft_id)
    check_approves(actor, draft)
    check_state(draft, DraftState.PROPOSED)
    check_publishable(draft, at=at)
    bundle = parse_bundle(text_to_publish(draft))
    publish_form(form=bundle.form, actor=SYSTEM, at=at)
    version = BundleVersion.objects.create(
        digest=bundle.digest,
        procedure=bundle.code,
        valid_from=bundle.valid_from,
        source=bundle.source,
        organization_id=draft.organization_id,
        published_at=at,
    )
    changes = {"state": DraftState.PUBLISHED, "published": version}
    keep(draft, "publish_bundle", actor=actor, at=at, **changes)
    told = BundlePublished(bundle.code, bundle.digest, bundle.valid_from.isoformat())
    publish(told, at=at, key=bundle.code)
    return version
