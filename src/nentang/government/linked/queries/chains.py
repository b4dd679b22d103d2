"""Chains, and where each of their parts stands."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from nentang.foundation.organizations.public import (
    OrganizationInfo,
    UnitNotFound,
    ancestors,
    current_organization,
    find_organization_for,
    organizations_for,
    unit_as_of,
)
from nentang.government.linked.enums import PartState
from nentang.government.linked.errors import ChainNotFound, PartNotFound
from nentang.government.linked.models import Chain, Part, PartDossier
from nentang.government.linked.rules.carrying import Outcomes
from nentang.government.linked.rules.chain import ChainRule, Receiver, Step
from nentang.government.linked.rules.kinds import kinds
from nentang.government.services.public import Dossier, Outcome, dossiers
from nentang.kernel.frozen import Frozen
from nentang.kernel.law import NothingInForce

COMMITTEE = "committee"
UNDONE = (Outcome.REFUSED, Outcome.NOT_ACCEPTED, Outcome.WITHDRAWN)


class PartHere(Frozen):
    """A part with the dossier that it is now; `former` is the part whose result it waits for."""

    part: Part
    step: Step
    dossier: Dossier | None
    former: "PartHere | None"

    @property
    def is_granted(self) -> bool:
        """Whether what it asks for was granted."""
        return self.dossier is not None and self.dossier.outcome == Outcome.GRANTED

    @property
    def is_undone(self) -> bool:
        """Whether its dossier ended without a result."""
        return self.dossier is not None and self.dossier.outcome in UNDONE

    @property
    def is_blocked(self) -> bool:
        """Whether it waits for a result that will not come."""
        former = self.former
        if self.part.state != PartState.WAITING or former is None:
            return False
        return former.is_undone or former.is_blocked or former.part.state == PartState.WITHDRAWN

    @property
    def can_go_on(self) -> bool:
        """Whether the applicant may go on with it by hand."""
        is_stuck = self.part.state == PartState.STUCK
        return is_stuck or self.is_blocked or (self.part.state == PartState.OPEN and self.is_undone)

    @property
    def has_begun(self) -> bool:
        """Whether it is a dossier."""
        return self.dossier is not None


def rule_of(chain: Chain) -> ChainRule:
    """How its procedures are linked: by the law of the day on which it came in."""
    return kinds()[chain.kind].in_force(on=chain.begun_on)


def chains() -> QuerySet[Chain]:
    """Chains with their parts and dossiers, in four queries whatever their number."""
    made = PartDossier.objects.order_by("attempt").prefetch_related(
        Prefetch("dossier", queryset=dossiers())
    )
    return Chain.objects.select_related("organization").prefetch_related(
        Prefetch("parts__dossiers", queryset=made)
    )


def find_chain(code: str) -> Chain:
    """The chain of that code; ChainNotFound. Asks no permission."""
    chain = chains().filter(code=code).first()
    if chain is None:
        raise ChainNotFound
    return chain


def chain_of_draft(draft_id: UUID, *, account_id: int | None) -> Chain | None:
    """The chain that the account's draft became, if it was sent."""
    key = f"draft:{draft_id}"
    return Chain.objects.filter(idempotency_key=key, submitted_by_id=account_id).first()


def chains_of(person_id: int, *, before_id: int | None = None, limit: int = 20) -> list[Chain]:
    """A person's chains, the newest first, a page by key."""
    found = chains().filter(applicant=person_id).order_by("-id")
    if before_id:
        found = found.filter(id__lt=before_id)
    return list(found[:limit])


def chains_with(dossier_ids: Iterable[int]) -> dict[int, Chain]:
    """The chain of each of those dossiers that belongs to one."""
    rows = PartDossier.objects.filter(dossier__in=list(dossier_ids))
    named = dict(rows.values_list("dossier_id", "part__chain_id"))
    if not named:
        return {}
    found = {each.pk: each for each in chains().filter(pk__in=set(named.values()))}
    return {dossier_id: found[chain_id] for dossier_id, chain_id in named.items()}


def parts_of(chain: Chain) -> list[PartHere]:
    """Its parts in order, each with the dossier that it is now."""
    rule, found = rule_of(chain), dict[str, PartHere]()
    for part in chain.parts.all():
        step = rule.step(part.name)
        made = list(part.dossiers.all())
        dossier = made[-1].dossier if made else None
        found[part.name] = PartHere(part, step, dossier, found.get(step.waits_for))
    return list(found.values())


def part_named(chain: Chain, name: str) -> PartHere:
    """The part of that name; PartNotFound."""
    for each in parts_of(chain):
        if each.part.name == name:
            return each
    raise PartNotFound


def outcomes_of(parts: Iterable[PartHere]) -> Outcomes:
    """What came of the parts: what offices found out, and their signed results."""
    granted = [(each.part.name, each.dossier) for each in parts if each.dossier and each.is_granted]
    return Outcomes(
        found={name: dossier.findings for name, dossier in granted},
        papers={
            name: dossier.result.file_id
            for name, dossier in granted
            if dossier.result is not None and dossier.result.file_id is not None
        },
    )


def receiver_of(chain: Chain, name: str, on: date) -> OrganizationInfo | None:
    """The body that receives a part on that day, by the law of that day; None where none is recorded."""
    unit_code = current_organization(chain.organization_id, on).unit_code
    return first_body(_bodies(chain, name, on), unit_code, on)


def first_body(bodies: Iterable[Receiver], unit_code: str, on: date) -> OrganizationInfo | None:
    """The first of those bodies that there is for that place on that day."""
    try:
        unit = unit_as_of(unit_code, on)
    except UnitNotFound:
        return None
    codes = {str(each.level): each.code for each in (unit, *ancestors(unit))}
    for body in bodies:
        code = codes.get(body.level, "")
        if body.task == COMMITTEE:
            found = find_organization_for(code, on)
        else:
            found = organizations_for([code], on, task=body.task).get(code)
        if found:
            return found
    return None


def _bodies(chain: Chain, name: str, on: date) -> tuple[Receiver, ...]:
    """By the law of the day; by that of the chain's own where procedures are no longer linked."""
    try:
        rule = kinds()[chain.kind].in_force(on=on)
    except NothingInForce:
        rule = rule_of(chain)
    return rule.step(name).bodies
