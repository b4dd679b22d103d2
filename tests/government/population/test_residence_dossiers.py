"""A granted residence dossier is in the register, once, with the dossier behind it."""

from datetime import date, datetime
from typing import Any

import pytest

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.documents.public import store_file
from nentang.foundation.identity.public import actor_for_account, open_account
from nentang.foundation.outbox.public import run_until_quiet
from nentang.foundation.registers.public import BasisKind, evidence_for
from nentang.government.population import actions
from nentang.government.population.enums import Relation
from nentang.government.population.models import Citizen, Household, PermanentResidence
from nentang.government.population.queries import find_citizen, home_of, members_of
from nentang.government.population.rules.residence import read_removal
from nentang.government.services import actions as services
from nentang.government.services.enums import Channel
from nentang.government.services.models import Dossier
from tests.government.services.factories import PIXEL, Office, make_office

from .factories import BOOK

TODAY = date(2020, 12, 7)
MOTHER, CHILD = "083187000001", "083320000002"
pytestmark = pytest.mark.django_db


@pytest.fixture
def office(at: datetime) -> Office:
    return make_office(at=at)


@pytest.fixture
def mother(office: Office, at: datetime) -> Actor:
    """A citizen of the commune, with an account."""
    citizen = actions.enter_citizen(
        number=MOTHER,
        facts=actions.CitizenFacts(
            full_name="Lê Thị Mẫu", sex="female", birth_on=date(1987, 9, 5), birth_year=1987
        ),
        keeper_id=office.body.pk,
        basis=BOOK,
        actor=SYSTEM,
        at=at,
    )
    actions.register_residence(
        citizen=citizen,
        home=actions.Home("98001", "Thôn Cũ"),
        valid_from=date(2010, 1, 1),
        basis=BOOK,
        actor=SYSTEM,
        at=at,
    )
    account = open_account(
        person_id=citizen.person_id,
        username="mau",
        password=None,
        assurance=2,
        actor=SYSTEM,
        at=at,
    )
    return actor_for_account(account.pk, at, assurance=2)


def _answers(proof: int, **others: Any) -> dict[str, Any]:
    return {
        "requester_name": "Lê Thị Mẫu",
        "requester_number": MOTHER,
        "requester_birth": "1987-09-05",
        "requester_sex": "female",
        "requester_phone": "0912345678",
        "old_residence": "Thôn Cũ, Xã Mẫu, Huyện Mẫu, Tỉnh Mẫu",
        "new_residence": "Thôn Nháp",
        "basis": "own",
        "is_head": "yes",
        "with_members": "yes",
        "members": [
            {
                "member_name": "Lê An Nháp",
                "member_birth": "2020-11-02",
                "member_number": CHILD,
                "member_relation": "con",
            }
        ],
        "home_proof": [proof],
        **others,
    }


def _submit(mother: Actor, office: Office, at: datetime) -> Dossier:
    proof = store_file(content=PIXEL, filename="nha.png", actor=mother, at=at)
    return services.submit_dossier(
        procedure="1.004222",
        organization_id=office.body.pk,
        applicant_person_id=mother.person_id or 0,
        channel=Channel.ONLINE,
        answers=_answers(proof.pk),
        actor=mother,
        at=at,
    )


def _grant(dossier: Dossier, office: Office, at: datetime) -> None:
    code = dossier.code
    services.receive_dossier(code=code, actor=office.clerk, at=at)
    services.settle_fee(code=code, at=at)
    services.propose_decision(code=code, actor=office.clerk, at=at)
    services.grant_dossier(code=code, actor=office.leader, at=at)
    run_until_quiet(at=at)


def test_who_moves_lives_there_with_those_who_move_along(
    mother: Actor, office: Office, at: datetime
) -> None:
    dossier = _submit(mother, office, at)
    _grant(dossier, office, at)

    household = Household.objects.get()
    members = members_of(household, TODAY)
    assert [(row.record.code, row.relation) for row in members] == [
        (MOTHER, Relation.HEAD),
        (CHILD, Relation.OTHER),
    ]
    home = home_of(members[0].record, TODAY)
    assert home is not None
    assert (home.address_line, home.basis_kind, home.basis) == (
        "Thôn Nháp",
        BasisKind.CASE,
        dossier.code,
    )


def test_the_same_grant_again_enters_nothing(mother: Actor, office: Office, at: datetime) -> None:
    dossier = _submit(mother, office, at)
    _grant(dossier, office, at)
    before = PermanentResidence.objects.count()

    assert not actions.follow_dossier(code=dossier.code, at=at)
    assert PermanentResidence.objects.count() == before


def test_what_the_register_knew_is_kept_as_evidence(
    mother: Actor, office: Office, at: datetime
) -> None:
    dossier = _submit(mother, office, at)

    found = {(row.aspect, row.field): row.shown for row in evidence_for(f"dossier:{dossier.pk}")}
    assert found[("identity", "full_name")] == "Lê Thị Mẫu"
    assert found[("residence", "address_line")] == "Thôn Cũ"


def test_what_was_typed_over_has_no_evidence(mother: Actor, office: Office, at: datetime) -> None:
    proof = store_file(content=PIXEL, filename="nha.png", actor=mother, at=at)
    dossier = services.submit_dossier(
        procedure="1.004222",
        organization_id=office.body.pk,
        applicant_person_id=mother.person_id or 0,
        channel=Channel.ONLINE,
        answers=_answers(proof.pk, old_residence="Nơi khác"),
        actor=mother,
        at=at,
    )

    assert "residence" not in {row.aspect for row in evidence_for(f"dossier:{dossier.pk}")}


def test_who_is_not_known_yet_is_entered(mother: Actor, office: Office, at: datetime) -> None:
    assert find_citizen(CHILD) is None
    _grant(_submit(mother, office, at), office, at)
    assert isinstance(find_citizen(CHILD), Citizen)


def test_a_removal_without_a_number_strikes_off_nobody() -> None:
    assert read_removal({"removed_name": "Lê Văn Nháp"}, TODAY) is None
    found = read_removal({"removed_number": CHILD, "died_on": "2020-12-01"}, TODAY)
    assert found is not None
    assert found.last_on == date(2020, 12, 1)
