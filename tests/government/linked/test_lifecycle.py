"""One declaration, three works, each in its own body; one that fails undoes no other."""

from datetime import datetime, timedelta

import pytest

from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.linked import actions
from nentang.government.linked.enums import PartState
from nentang.government.linked.errors import NothingToWithdraw, PartGoesItsWay
from nentang.government.linked.models import Chain, Part, PartDossier
from nentang.government.linked.queries import find_chain, parts_of, picture_of
from nentang.government.services import actions as services
from nentang.government.services.models import Dossier
from nentang.kernel.clock import legal_day
from nentang.kernel.errors import Invalid
from tests.government.services.factories import make_applicant

from .factories import (
    AN,
    dossier_of,
    grant,
    make_place,
    make_proof,
    make_trio,
    refuse,
    trio_answers,
)

pytestmark = pytest.mark.django_db


def states(chain: Chain) -> dict[str, str]:
    return dict(Part.objects.filter(chain=chain).values_list("name", "state"))


def standings(chain: Chain, at: datetime) -> list[str]:
    return [each.standing for each in picture_of(find_chain(chain.code), legal_day(at)).parts]


def test_one_declaration_becomes_three_dossiers_one_after_the_other(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)

    chain = make_trio(place, mother, at=at)
    assert Dossier.objects.count() == 1
    assert standings(chain, at) == ["now", "next", "next"]

    grant(place, chain, "birth", at=at, found={"child_number": AN})
    residence = dossier_of(chain, "residence")
    assert residence.organization_id == place.police.body.pk
    assert residence.answers == {
        "requester_name": "Lê An Nháp",
        "requester_number": AN,
        "requester_birth": "2020-12-01",
        "requester_sex": "female",
        "requester_phone": residence.answers["requester_phone"],
        "old_residence": "Chưa có, mới sinh",
        "new_residence": "Xã Mẫu",
        "basis": "parents",
        "is_head": False,
        "head_name": "Lê Thị Mẫu",
        "head_number": "001187000001",
        "head_relation": "child",
        "with_members": False,
        "kinship_proof": residence.answers["kinship_proof"],
        "exemption": "child",
        "exemption_proof": residence.answers["exemption_proof"],
    }
    assert standings(chain, at) == ["done", "now", "next"]

    grant(place, chain, "residence", at=at)
    card = dossier_of(chain, "card")
    assert card.organization_id == place.insurance.body.pk
    assert card.answers["child_number"] == AN
    assert card.answers["child_residence"] == "Xã Mẫu"

    grant(place, chain, "card", at=at, found={"insurance_number": "0123456789"})
    assert standings(chain, at) == ["done", "done", "done"]
    assert Chain.objects.get().answers == {}


def test_the_result_of_the_former_is_a_paper_of_the_next(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    chain = make_trio(place, mother, at=at)
    birth = grant(place, chain, "birth", at=at, found={"child_number": AN})
    birth.refresh_from_db()

    residence = dossier_of(chain, "residence")
    proofs = residence.papers.filter(paper="kinship_proof")

    assert birth.result is not None
    assert birth.result.file is not None
    assert [each.file.sha256 for each in proofs] == [birth.result.file.sha256]
    assert proofs[0].file.pk != birth.result.file.pk


def test_each_runs_in_its_own_body_by_its_own_clock(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    chain = make_trio(place, mother, at=at)
    later = at + timedelta(days=1)
    grant(place, chain, "birth", at=later, found={"child_number": AN})
    birth, residence = dossier_of(chain, "birth"), dossier_of(chain, "residence")

    services.receive_dossier(code=residence.code, actor=place.police.clerk, at=later)
    residence.case.refresh_from_db()

    assert birth.case_id != residence.case_id
    assert residence.case.due_at is not None
    assert residence.case.due_at > later + timedelta(days=9)


def test_delivered_again_the_event_opens_nothing_twice(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    chain = make_trio(place, mother, at=at)
    birth = grant(place, chain, "birth", at=at, found={"child_number": AN})

    for _ in range(3):
        assert actions.open_next(dossier_id=birth.pk, at=at) == []

    assert Dossier.objects.count() == 2


def test_sent_twice_it_is_one_matter(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)

    first, again = (make_trio(place, mother, at=at, key="mot") for _ in range(2))

    assert first == again
    assert Chain.objects.count() == 1
    assert Dossier.objects.count() == 1


def test_without_the_number_the_next_waits_and_goes_on_by_itself_once_it_is_written_down(
    at: datetime,
) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    chain = make_trio(place, mother, at=at)
    birth = grant(place, chain, "birth", at=at)

    part = Part.objects.get(chain=chain, name="residence")
    assert (part.state, part.missing) == (PartState.STUCK, ["requester_number"])

    services.record_findings(
        code=birth.code, findings={"child_number": AN}, actor=place.commune.clerk, at=at
    )
    run_until_quiet(at=at)

    assert dossier_of(chain, "residence").answers["requester_number"] == AN


def test_what_nobody_told_is_supplemented_by_the_applicant(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    chain = make_trio(place, mother, at=at)
    grant(place, chain, "birth", at=at)

    draft = actions.draft_part(code=chain.code, part="residence", actor=mother, at=at)
    assert draft.answers["requester_name"] == "Lê An Nháp"
    draft.answers["requester_number"] = AN
    draft.save()
    actions.send_part_draft(draft_id=draft.public_id, actor=mother, at=at)

    assert dossier_of(chain, "residence").organization_id == place.police.body.pk
    assert standings(chain, at) == ["done", "now", "next"]


def test_a_refusal_undoes_nothing_and_the_part_can_be_sent_again(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    chain = make_trio(place, mother, at=at)
    birth = grant(place, chain, "birth", at=at, found={"child_number": AN})
    refused = refuse(place, chain, "residence", at=at)
    birth.refresh_from_db()
    assert birth.outcome == "granted"
    assert standings(chain, at) == ["done", "undone", "blocked"]

    draft = actions.draft_part(code=chain.code, part="residence", actor=mother, at=at)
    actions.send_part_draft(draft_id=draft.public_id, actor=mother, at=at)
    again = dossier_of(chain, "residence")
    assert again != refused
    assert standings(chain, at) == ["done", "now", "next"]

    grant(place, chain, "residence", at=at)
    assert standings(chain, at) == ["done", "done", "now"]
    assert PartDossier.objects.filter(part__name="residence").count() == 2


def test_one_may_go_on_by_hand_without_the_result_that_will_not_come(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    chain = make_trio(place, mother, at=at)
    grant(place, chain, "birth", at=at, found={"child_number": AN})
    refuse(place, chain, "residence", at=at)

    draft = actions.draft_part(code=chain.code, part="card", actor=mother, at=at)
    actions.send_part_draft(draft_id=draft.public_id, actor=mother, at=at)

    assert standings(chain, at) == ["done", "undone", "now"]
    assert dossier_of(chain, "card").papers.filter(paper="birth_certificate").count() == 1


def test_what_goes_its_way_is_not_done_by_hand(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    chain = make_trio(place, mother, at=at)

    for part in ("birth", "residence", "card"):
        with pytest.raises(PartGoesItsWay):
            actions.draft_part(code=chain.code, part=part, actor=mother, at=at)


def test_what_has_not_begun_is_withdrawn_and_the_rest_goes_on(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    chain = make_trio(place, mother, at=at)

    actions.withdraw_rest(code=chain.code, actor=mother, at=at)
    with pytest.raises(NothingToWithdraw):
        actions.withdraw_rest(code=chain.code, actor=mother, at=at)
    grant(place, chain, "birth", at=at, found={"child_number": AN})

    assert states(chain) == {"birth": "open", "residence": "withdrawn", "card": "withdrawn"}
    assert Dossier.objects.count() == 1


def test_what_a_later_procedure_needs_is_asked_at_once_and_checked_at_once(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    answers = trio_answers(proof=make_proof(mother, at), lives_with="other")

    with pytest.raises(Invalid) as refused:
        actions.begin_chain(
            kind="birth",
            organization_id=place.commune.body.pk,
            applicant_person_id=mother.person_id or 0,
            answers=answers,
            actor=mother,
            at=at,
            idempotency_key="thieu",
        )

    assert set(refused.value.fields) == {"residence_new_residence", "residence_consent_proof"}
    assert Chain.objects.count() == 0


def test_a_paper_given_with_the_declaration_goes_with_the_later_dossier(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    consent = make_proof(mother, at, name="dong-y.png")
    chain = make_trio(
        place,
        mother,
        at=at,
        lives_with="other",
        residence_new_residence="Thôn Bà Ngoại, xã Mẫu",
        residence_consent_proof=[consent],
    )
    grant(place, chain, "birth", at=at, found={"child_number": AN})

    residence = dossier_of(chain, "residence")

    assert residence.answers["basis"] == "family"
    assert residence.answers["new_residence"] == "Thôn Bà Ngoại, xã Mẫu"
    assert residence.papers.filter(paper="consent_proof").count() == 1


def test_parts_know_what_they_wait_for(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)
    chain = make_trio(place, mother, at=at)

    parts = parts_of(find_chain(chain.code))

    assert [each.former.part.name if each.former else "" for each in parts] == [
        "",
        "birth",
        "residence",
    ]


def test_a_father_who_is_not_named_has_no_home_to_join(at: datetime) -> None:
    place, mother = make_place(at=at), make_applicant(at=at)

    with pytest.raises(Invalid) as refused:
        make_trio(place, mother, at=at, lives_with="father")

    assert set(refused.value.fields) == {"lives_with"}
