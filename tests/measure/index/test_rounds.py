"""A round from opening to publication: who may what, in which order, by how many eyes."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.models import Record
from nentang.foundation.documents.public import open_file
from nentang.foundation.facts.public import fact_rows
from nentang.foundation.identity.public import actor_for_account, appoint_officer
from nentang.kernel.errors import DomainError
from nentang.measure.index import actions, errors
from nentang.measure.index.actions.appraise_sheet import Appraised
from nentang.measure.index.indicators import RESULT_PUBLISHED
from nentang.measure.index.models import Publication
from nentang.measure.index.permissions import can_appraise
from nentang.measure.index.queries import current_publication, latest_result
from tests.government.catalogue.factories import make_ministry
from tests.government.services.factories import make_office, make_officer

from .factories import (
    FAMILY,
    HEAD,
    MEETINGS,
    ONLINE,
    Parties,
    answer,
    make_parties,
    make_round,
    proposed,
    sheet_in,
    submitted,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def parties(at: datetime) -> Parties:
    return make_parties(make_office(at=at).body, make_ministry(at=at, code="G14").body, at=at)


def refused(error: type[DomainError], act: Callable[..., Any], **words: Any) -> None:
    with pytest.raises(error):
        act(**words)


def test_a_round_goes_from_the_first_answer_to_publication(parties: Parties, at: datetime) -> None:
    found = proposed(parties, at=at)
    assert current_publication(FAMILY, 2020) is None
    actions.publish_results(round_id=found.pk, actor=parties.publisher, at=at)
    result = latest_result(FAMILY, 2020, parties.body.unit.code)  # type: ignore[union-attr]

    assert result is not None
    assert result.claimed == Decimal("0.875")
    assert result.published == Decimal("0.75")
    assert result.computed is None
    assert result.place == 1
    assert Fraction(result.nodes[MEETINGS][0]) == Fraction(3, 4)
    assert result.nodes[MEETINGS][2] == "1/2"
    assert sheet_in(found).case.state == "published"
    assert [fact.payload["published"] for fact in fact_rows(RESULT_PUBLISHED.name)] == [0.75]


def test_who_reports_does_not_appraise_though_they_have_the_role(
    parties: Parties, at: datetime
) -> None:
    appoint_officer(
        account_id=parties.reporter.account_id or 0,
        role="index_appraiser",
        organization_id=parties.judge.pk,
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    both = actor_for_account(parties.reporter.account_id or 0, at)
    sheet = submitted(parties, at=at)

    refused(errors.NotAppraiser, actions.appraise_sheet, sheet_code=sheet.code, values={}, actor=both, at=at)  # fmt: skip


def test_a_colleague_of_the_reporter_does_not_appraise(parties: Parties, at: datetime) -> None:
    """Whoever works at the body in whatever role is of that body."""
    colleague = make_officer(parties.body, "clerk", at=at)
    appoint_officer(
        account_id=colleague.account_id or 0,
        role="index_appraiser",
        organization_id=parties.judge.pk,
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    sheet = submitted(parties, at=at)

    assert not can_appraise(actor_for_account(colleague.account_id or 0, at), sheet)
    assert can_appraise(parties.appraiser, sheet)


def test_who_proposed_or_appraised_does_not_publish(parties: Parties, at: datetime) -> None:
    appoint_officer(
        account_id=parties.appraiser.account_id or 0,
        role="index_publisher",
        organization_id=parties.judge.pk,
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    both = actor_for_account(parties.appraiser.account_id or 0, at)
    found = proposed(parties, at=at)

    refused(errors.SameHand, actions.publish_results, round_id=found.pk, actor=both, at=at)
    refused(errors.NotPublisher, actions.publish_results, round_id=found.pk, actor=parties.appraiser, at=at)  # fmt: skip


def test_a_body_does_not_appraise_itself(parties: Parties, at: datetime) -> None:
    refused(
        errors.AppraisesItself,
        actions.open_round,
        family=FAMILY,
        year=2020,
        appraised_by_id=parties.judge.pk,
        organization_ids=[parties.judge.pk],
        answer_by=at.date() + timedelta(days=9),
        actor=parties.publisher,
        at=at,
    )


def test_a_framework_is_asked_once_a_year(parties: Parties, at: datetime) -> None:
    make_round(parties, at=at)

    with pytest.raises(errors.RoundExists):
        make_round(parties, at=at)


def test_to_strangers_there_is_no_sheet_and_no_round(parties: Parties, at: datetime) -> None:
    found = make_round(parties, at=at)
    sheet = sheet_in(found)
    stranger = make_officer(make_ministry(at=at, code="G31").body, "index_reporter", at=at)

    refused(errors.SheetNotFound, actions.open_sheet, code=sheet.code, actor=stranger, at=at)
    refused(errors.SheetNotFound, actions.submit_sheet, sheet_code=sheet.code, actor=stranger, at=at)  # fmt: skip
    refused(errors.RoundNotFound, actions.propose_results, round_id=found.pk, reason="x", actor=stranger, at=at)  # fmt: skip


@pytest.mark.parametrize(
    ("code", "claimed", "error"),
    [
        (HEAD, "Vua", errors.AnswerRefused),
        (MEETINGS, "nhiều", errors.AnswerRefused),
        ("chinh_quyen_so", "0.5", errors.CriterionNotAsked),
        ("khong-co", "1", errors.CriterionNotAsked),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(parties: Parties, at: datetime, code: str, claimed: str, error: type[DomainError]) -> None:  # fmt: skip
    sheet = sheet_in(make_round(parties, at=at))

    with pytest.raises(error):
        answer(parties, sheet, code, claimed, at=at, files=0)


def test_a_claim_without_evidence_cannot_be_submitted_and_no_more_than_five_files_be_given(parties: Parties, at: datetime) -> None:  # fmt: skip
    sheet = sheet_in(make_round(parties, at=at))
    answer(parties, sheet, HEAD, "Chủ tịch", at=at, files=0)

    refused(errors.EvidenceMissing, actions.submit_sheet, sheet_code=sheet.code, actor=parties.reporter, at=at)  # fmt: skip
    with pytest.raises(errors.TooManyFiles):
        answer(parties, sheet, HEAD, "Chủ tịch", at=at, files=6)


def test_evidence_is_open_to_the_appraiser_and_to_nobody_else(
    parties: Parties, at: datetime
) -> None:
    sheet = submitted(parties, at=at)
    evidence = sheet.replies.get(code=HEAD).evidence.get()
    stranger = make_officer(make_ministry(at=at, code="G31").body, "index_appraiser", at=at)

    assert open_file(file_id=evidence.file_id, actor=parties.appraiser, at=at)
    with pytest.raises(DomainError):
        open_file(file_id=evidence.file_id, actor=stranger, at=at)


def test_a_computed_figure_may_be_objected_to_and_stays_as_it_was_counted(parties: Parties, at: datetime) -> None:  # fmt: skip
    sheet = sheet_in(make_round(parties, at=at))
    words = {"sheet_code": sheet.code, "actor": parties.reporter, "at": at}

    found = actions.object_to_figure(criterion_code=ONLINE, reason="Thiếu một xã", **words)  # type: ignore[arg-type]
    assert found.objection == "Thiếu một xã"
    assert found.claimed == ""
    refused(errors.CriterionNotComputed, actions.object_to_figure, criterion_code=HEAD, reason="x", **words)  # fmt: skip
    refused(errors.ReasonMissing, actions.object_to_figure, criterion_code=ONLINE, reason=" ", **words)  # fmt: skip


def test_questions_bring_a_sheet_back_and_each_is_explained(parties: Parties, at: datetime) -> None:
    sheet = submitted(parties, at=at)
    ask = {"sheet_code": sheet.code, "actor": parties.appraiser, "at": at}
    actions.ask_about_answers(questions={HEAD: "Quyết định số mấy?", MEETINGS: ""}, **ask)  # type: ignore[arg-type]
    tell = {"sheet_code": sheet.code, "actor": parties.reporter, "at": at}

    assert sheet_in(sheet.round).case.holder_id == parties.body.pk
    refused(errors.WrongStage, actions.appraise_sheet, values={}, **ask)
    refused(errors.ReasonMissing, actions.explain_answers, explanations={HEAD: " "}, **tell)
    actions.explain_answers(explanations={HEAD: "Số 12"}, **tell)  # type: ignore[arg-type]
    fresh = sheet_in(sheet.round)

    assert (fresh.case.state, fresh.case.holder_id) == ("appraising", parties.judge.pk)
    assert fresh.replies.get(code=HEAD).explanation == "Số 12"


def test_another_value_than_claimed_has_its_reason(parties: Parties, at: datetime) -> None:
    sheet = submitted(parties, at=at)

    refused(
        errors.ReasonMissing,
        actions.appraise_sheet,
        sheet_code=sheet.code,
        values={MEETINGS: Appraised("1")},
        actor=parties.appraiser,
        at=at,
    )


def test_nothing_is_proposed_while_a_sheet_is_open(parties: Parties, at: datetime) -> None:
    sheet = submitted(parties, at=at)

    refused(errors.StillOpen, actions.propose_results, round_id=sheet.round_id, reason="x", actor=parties.appraiser, at=at)  # fmt: skip
    refused(errors.NothingProposed, actions.publish_results, round_id=sheet.round_id, actor=parties.publisher, at=at)  # fmt: skip


def test_after_publication_there_are_only_versions(parties: Parties, at: datetime) -> None:
    found = proposed(parties, at=at)
    actions.publish_results(round_id=found.pk, actor=parties.publisher, at=at)
    code = sheet_in(found).code
    later = at + timedelta(days=3)
    actions.correct_sheet(sheet_code=code, reason="Sai biên bản", actor=parties.appraiser, at=later)
    actions.appraise_sheet(
        sheet_code=code,
        values={HEAD: Appraised("Chủ tịch"), MEETINGS: Appraised("3")},
        actor=parties.appraiser,
        at=later,
    )
    actions.propose_results(
        round_id=found.pk, reason="Đính chính", actor=parties.appraiser, at=later
    )
    assert (current := current_publication(FAMILY, 2020)) is not None
    assert current.version == 1
    actions.publish_results(round_id=found.pk, actor=parties.publisher, at=later)

    versions = Publication.objects.filter(round=found).order_by("version")
    assert [v.results.get().published for v in versions] == [Decimal("0.75"), Decimal("0.875")]


def test_what_was_proposed_falls_when_a_sheet_is_opened_again(
    parties: Parties, at: datetime
) -> None:
    found = proposed(parties, at=at)
    actions.correct_sheet(
        sheet_code=sheet_in(found).code, reason="Sót", actor=parties.appraiser, at=at
    )

    refused(errors.NothingProposed, actions.publish_results, round_id=found.pk, actor=parties.publisher, at=at)  # fmt: skip


def test_a_sheet_that_was_submitted_is_not_changed(parties: Parties, at: datetime) -> None:
    sheet = submitted(parties, at=at)

    with pytest.raises(errors.WrongStage):
        answer(parties, sheet, HEAD, "Không có", at=at, files=0)


def test_only_who_reports_for_the_body_answers(parties: Parties, at: datetime) -> None:
    sheet = sheet_in(make_round(parties, at=at))

    refused(
        errors.NotReporter,
        actions.submit_sheet,
        sheet_code=sheet.code,
        actor=parties.appraiser,
        at=at,
    )


def test_reading_a_sheet_is_written_down(parties: Parties, at: datetime) -> None:
    sheet = sheet_in(make_round(parties, at=at))
    actions.open_sheet(code=sheet.code, actor=parties.appraiser, at=at)

    assert Record.objects.filter(
        action="index.open_sheet", subject=f"index_sheet:{sheet.pk}"
    ).exists()
