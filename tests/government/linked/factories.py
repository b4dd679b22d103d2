"""A commune with its police and the province's social insurance, and matters in the middle of their way."""

from datetime import date, datetime
from typing import Any

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.documents.public import store_file
from nentang.foundation.organizations.public import (
    OrganizationKind,
    OrganizationLevel,
    OrganizationTask,
    Unit,
    create_organization,
)
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.linked.actions import begin_chain
from nentang.government.linked.models import Chain, Part
from nentang.government.services import actions as services
from nentang.government.services.models import Dossier
from nentang.kernel.frozen import Frozen
from tests.government.services.factories import (
    PIXEL,
    Office,
    birth_answers,
    make_office,
    make_officer,
)

AN = "001320000017"  # her number, as the population database would give it


class Place(Frozen):
    """A commune where all of a chain's bodies are."""

    commune: Office
    police: Office
    insurance: Office

    def office(self, organization_id: int) -> Office:
        """The office of that body."""
        offices = (self.commune, self.police, self.insurance)
        return next(each for each in offices if each.body.pk == organization_id)


def make_place(*, at: datetime) -> Place:
    """The committee, the commune's police and the district's social insurance."""
    commune = make_office(at=at)
    return Place(
        commune,
        _office("Công an xã Mẫu", "H42.15.39", "98001", OrganizationTask.POLICE, at),
        _office("Bảo hiểm xã hội huyện Mẫu", "H42.90", "981", OrganizationTask.INSURANCE, at),
    )


def _office(name: str, code: str, unit: str, task: OrganizationTask, at: datetime) -> Office:
    body = create_organization(
        name=name,
        kind=OrganizationKind.OTHER,
        level=OrganizationLevel(Unit.objects.get(code=unit).level),
        code=code,
        unit_code=unit,
        task=task,
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    return Office(body, make_officer(body, "clerk", at=at), make_officer(body, "leader", at=at))


def trio_answers(*, proof: int, **more: Any) -> dict[str, Any]:
    """What a mother declares for all three works, the child joining her."""
    return {
        **birth_answers(proof=proof),
        "lives_with": "mother",
        "head_is": "parent",
        "residence_requester_phone": "0987000111",
        "card_facility": "Trạm y tế xã Mẫu",
        **more,
    }


def make_proof(actor: Actor, at: datetime, name: str = "chung-sinh.png") -> int:
    """A photograph that the actor gave."""
    return store_file(content=PIXEL, filename=name, actor=actor, at=at).pk


def make_trio(place: Place, mother: Actor, *, at: datetime, key: str = "thu", **more: Any) -> Chain:
    """A birth trio, just sent."""
    return begin_chain(
        kind="birth",
        organization_id=place.commune.body.pk,
        applicant_person_id=mother.person_id or 0,
        answers=trio_answers(proof=make_proof(mother, at), **more),
        actor=mother,
        at=at,
        idempotency_key=key,
    )


def dossier_of(chain: Chain, name: str) -> Dossier:
    """The dossier that the part is now."""
    part = Part.objects.get(chain=chain, name=name)
    return part.dossiers.order_by("-attempt")[0].dossier


def propose(place: Place, dossier: Dossier, *, at: datetime) -> Office:
    """Received and submitted for decision; the office where it is."""
    office = place.office(dossier.organization_id)
    services.receive_dossier(code=dossier.code, actor=office.clerk, at=at)
    services.propose_decision(code=dossier.code, actor=office.clerk, at=at)
    return office


def grant(
    place: Place, chain: Chain, name: str, *, at: datetime, found: dict[str, Any] | None = None
) -> Dossier:
    """Examined and granted by its own body, and everything that follows done."""
    dossier = dossier_of(chain, name)
    office = propose(place, dossier, at=at)
    if found:
        services.record_findings(code=dossier.code, findings=found, actor=office.clerk, at=at)
    services.grant_dossier(code=dossier.code, actor=office.leader, at=at)
    run_until_quiet(at=at)
    return dossier


def refuse(place: Place, chain: Chain, name: str, *, at: datetime) -> Dossier:
    """Refused by its own body."""
    dossier = dossier_of(chain, name)
    office = propose(place, dossier, at=at)
    reason = "Chưa rõ chỗ ở hợp pháp"
    services.refuse_dossier(code=dossier.code, reason=reason, actor=office.leader, at=at)
    run_until_quiet(at=at)
    return dossier
