"""Bundles that offices are writing, and those that they published."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.public import organization
from nentang.government.catalogue.enums import DraftState
from nentang.government.catalogue.errors import BundleNotFound
from nentang.government.catalogue.models import BundleDraft, BundleVersion
from nentang.government.catalogue.registry import ROLES
from nentang.government.catalogue.rules.bundle import Bundle
from nentang.government.catalogue.rules.owners import fields_of

from .bundles import bundles_on

LIVE = (DraftState.OPEN, DraftState.PROPOSED)


def draft_to_see(draft_id: UUID, *, actor: Actor) -> BundleDraft:
    """The draft for officers of its body; BundleNotFound for all others."""
    drafts = BundleDraft.objects.select_related("based_on", "organization", "published")
    draft = drafts.filter(public_id=draft_id).first()
    if draft is None or not actor.has_role(*ROLES, organization_id=draft.organization_id):
        raise BundleNotFound
    return draft


def draft_to_change(draft_id: UUID) -> BundleDraft:
    """The draft, locked until the end of the transaction; BundleNotFound. Asks no permission."""
    found = BundleDraft.objects.select_for_update().filter(public_id=draft_id).first()
    if found is None:
        raise BundleNotFound
    return found


def own_bundles(actor: Actor, on: date) -> list[Bundle]:
    """What holds on that day of the procedures that the actor's ministry owns."""
    codes = (organization(each).code_qd20 for each in actor.organizations(*ROLES))
    fields = frozenset[str]().union(*(fields_of(code, on) for code in codes))
    return [each for each in bundles_on(on) if each.procedure.field in fields]


def drafts_by_procedure(codes: Collection[str]) -> dict[str, BundleDraft]:
    """The draft that is being written of each of those procedures, if any; one query."""
    live = BundleDraft.objects.filter(procedure__in=codes, state__in=LIVE)
    return {each.procedure: each for each in live.defer("source")}


def put_away(actor: Actor, procedure: str) -> list[BundleDraft]:
    """Drafts of the procedure that were put away, the latest first."""
    found = BundleDraft.objects.filter(
        procedure=procedure,
        state=DraftState.DROPPED,
        organization__in=actor.organizations(*ROLES),
    )
    return list(found.defer("source").order_by("-updated_at")[:20])


def published(procedure: str) -> list[BundleVersion]:
    """What offices published of that procedure, the latest to begin first."""
    found = BundleVersion.objects.filter(procedure=procedure, organization__isnull=False)
    return list(found.select_related("organization", "draft").order_by("-valid_from", "-pk")[:50])
