"""A land of chance: offices, people, dossiers that wander, and for each who may know of it, reckoned apart."""

import random
from contextlib import suppress
from datetime import date, datetime, timedelta

from msgspec import Struct, field

from nentang.agreements.actor import ANONYMOUS, SYSTEM, Actor
from nentang.foundation.casework.errors import StepNotPossible
from nentang.foundation.identity.public import actor_for_account, grant_mandate
from nentang.foundation.organizations.public import (
    OrganizationKind,
    OrganizationLevel,
    create_organization,
)
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.catalogue.models import BundleDraft
from nentang.government.services import actions
from nentang.kernel.frozen import Frozen
from tests.foundation.identity.factories import make_account, make_person
from tests.government.catalogue.factories import begun, make_ministry
from tests.government.services.factories import (
    Office,
    make_dossier,
    make_neighbour,
    make_office,
    make_officer,
)

ROLES = ("clerk", "leader", "specialist", "head_of_desk", "inspector", "administrator")


class Known(Struct):
    """A dossier as the house was told of it: whose, where it came, whom it went to or asked."""

    code: str
    applicant: int
    came_to: int
    holder: int
    asked: set[int] = field(default_factory=set)

    @property
    def bodies(self) -> set[int]:
        """Whose officers may know of it."""
        return {self.came_to, self.holder, *self.asked}


class Land(Frozen):
    """Everybody who may try, and every dossier there is."""

    offices: tuple[Office, Office]
    actors: dict[str, Actor]
    dossiers: tuple[Known, ...]
    draft: BundleDraft

    def may_know(self, actor: Actor) -> set[str]:
        """The codes that the actor may meet anywhere: this, and not the house, is the law of the test."""
        own = {r.organization_id for r in actor.roles}
        person = actor.person_id
        if actor.mandate_id and any(s in actor.scopes for s in ("mandate:", "mandate:services.")):
            principal = actor.principal_person_id
        else:
            principal = None
        return {
            each.code
            for each in self.dossiers
            if own & each.bodies or each.applicant in {person, principal} - {None}
        }


def make_land(at: datetime, *, seed: int, dossiers: int = 9) -> Land:
    """Through the real actions; the same for the same seed."""
    chance = random.Random(seed)
    here = make_office(at=at)
    offices = (here, make_neighbour(here, at=at))
    citizens = [_citizen(number, at) for number in range(4)]
    known = [_wander(offices, chance.choice(citizens), chance, at) for _ in range(dossiers)]
    actors = {f"citizen {n}": each for n, each in enumerate(citizens)}
    for place, office in zip(("here", "there"), offices, strict=True):
        actors |= {f"{r} {place}": make_officer(office.body, r, at=at) for r in ROLES}
    for scope in ("", "services.", "health."):
        actors[f"agent {scope or 'of all'}"] = _agent(citizens[0], scope, at)
    actors["helper here"] = _helper(offices[0], citizens[0], at)
    actors["agent of a company"] = _agent_of_company(citizens[1], at)
    actors["nobody"] = ANONYMOUS
    run_until_quiet(at=at + timedelta(minutes=1))
    ministry = make_ministry(at=at)
    actors |= {"writer": ministry.writer, "approver": ministry.approver}
    return Land(offices, actors, tuple(known), begun(ministry, at=at))


def _citizen(number: int, at: datetime) -> Actor:
    person = make_person(at=at, full_name=f"Trần Thị Thử {number}")
    return actor_for_account(make_account(at=at, person=person, assurance=2).pk, at, assurance=2)


def _agent(principal: Actor, scope: str, at: datetime) -> Actor:
    account = make_account(at=at, assurance=2)
    mandate = grant_mandate(
        kind="proxy",
        agent_person_id=account.person_id or 0,
        principal_person_id=principal.person_id,
        scope=scope,
        basis="Giấy uỷ quyền thử",
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    return actor_for_account(account.pk, at, assurance=2, mandate_id=mandate.pk)


def _helper(office: Office, citizen: Actor, at: datetime) -> Actor:
    """A clerk who declares at the counter for somebody who consented."""
    person_id = citizen.person_id or 0
    return actions.begin_assisting(person_id=person_id, consent="1", actor=office.clerk, at=at)


def _agent_of_company(citizen: Actor, at: datetime) -> Actor:
    """The citizen, who acts for a company and not for themself."""
    company = create_organization(
        name="Công ty Mẫu",
        kind=OrganizationKind.OTHER,
        level=OrganizationLevel.COMMUNE,
        unit_code="98001",
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    mandate = grant_mandate(
        kind="proxy",
        agent_person_id=citizen.person_id or 0,
        principal_organization_id=company.pk,
        basis="Giấy uỷ quyền thử",
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    return actor_for_account(citizen.account_id or 0, at, assurance=2, mandate_id=mandate.pk)


def _wander(
    offices: tuple[Office, Office], citizen: Actor, chance: random.Random, at: datetime
) -> Known:
    first, second = chance.sample(offices, 2)
    procedure = chance.choice(("1.001193", "2.000635"))
    made = make_dossier(office=first, applicant=citizen, at=at, procedure=procedure)
    known = Known(made.code, citizen.person_id or 0, first.body.pk, first.body.pk)
    step = chance.choice(("ask", "forward", "propose", "wait"))
    if chance.random() < 0.8:
        actions.receive_dossier(code=made.code, actor=first.clerk, at=at)
        with suppress(StepNotPossible):  # it waits for its fee
            _go_on(known, step, first, second, at)
    return known


def _go_on(known: Known, step: str, first: Office, second: Office, at: datetime) -> None:
    if step == "ask":
        _ask(known, first, second, at)
    elif step == "forward":
        actions.forward_dossier(
            code=known.code, organization_id=second.body.pk, note="Chuyển", actor=first.clerk, at=at
        )
        known.holder = second.body.pk
    elif step == "propose":
        actions.propose_decision(code=known.code, actor=first.clerk, at=at)


def _ask(known: Known, asking: Office, asked: Office, at: datetime) -> None:
    actions.consult_body(
        code=known.code,
        organization_id=asked.body.pk,
        question="Có vướng gì không?",
        working_days=2,
        actor=asking.clerk,
        at=at,
    )
    known.asked.add(asked.body.pk)
