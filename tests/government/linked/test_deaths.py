"""A death: the removal of residence and the funeral allowance both wait for the extract only."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from nentang.government.linked.actions import begin_chain
from nentang.government.linked.models import Chain, Part
from nentang.kernel import clock
from tests.government.services.factories import make_applicant

from .factories import dossier_of, grant, make_place, make_proof

pytestmark = pytest.mark.django_db


def death_answers(proof: int, **more: Any) -> dict[str, Any]:
    """What a daughter declares."""
    return {
        "requester_name": "Lê Thị Mẫu",
        "requester_number": "001187000001",
        "requester_residence": "Xã Mẫu",
        "relation": "child",
        "deceased_name": "Lê Văn Nháp",
        "deceased_sex": "male",
        "deceased_birth": "1938",
        "deceased_number": "001038000019",
        "deceased_ethnicity": "Kinh",
        "deceased_nationality": "Việt Nam",
        "last_residence": "Xóm Cũ, xã Mẫu",
        "died_on": "1/6/2023",
        "death_place": "Tại nhà",
        "death_cause": "Già yếu",
        "proof_kind": "notice",
        "proof_issuer": "Trạm y tế xã Mẫu",
        "proof_on": "2/6/2023",
        "death_proof": [proof],
        "removal_requester_phone": "0987000111",
        "wants_allowance": "yes",
        "allowance_ground": "social",
        **more,
    }


def declare(at: datetime, **more: Any) -> tuple[Any, Chain]:
    place, daughter = make_place(at=at), make_applicant(at=at)
    chain = begin_chain(
        kind="death",
        organization_id=place.commune.body.pk,
        applicant_person_id=daughter.person_id or 0,
        answers=death_answers(make_proof(daughter, at), **more),
        actor=daughter,
        at=at,
        idempotency_key="thu",
    )
    return place, chain


@pytest.fixture
def later(at: datetime) -> datetime:
    """A Monday in June 2023, when deaths were linked."""
    now = at + timedelta(days=910)
    clock.use(lambda: now)
    return now


def test_both_begin_with_the_extract_each_at_its_own_body(later: datetime) -> None:
    place, chain = declare(later)

    grant(place, chain, "death", at=later)

    removal, allowance = dossier_of(chain, "removal"), dossier_of(chain, "allowance")
    assert removal.organization_id == place.police.body.pk
    assert removal.answers["removed_name"] == "Lê Văn Nháp"
    assert removal.answers["cause"] == "died"
    assert removal.answers["died_on"] == "2023-06-01"
    assert allowance.organization_id == place.commune.body.pk
    assert allowance.answers["requester_relation"] == "child"
    assert {removal.papers.get().paper, allowance.papers.get().paper} == {"death_extract"}


def test_who_wants_no_allowance_is_asked_nothing_of_it(later: datetime) -> None:
    place, chain = declare(later, wants_allowance="no", allowance_ground="")

    grant(place, chain, "death", at=later)

    assert list(Part.objects.filter(chain=chain).values_list("name", flat=True)) == [
        "death",
        "removal",
    ]
