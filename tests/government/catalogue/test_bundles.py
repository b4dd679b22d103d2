"""A bundle is written, tried, approved by somebody else and dated; dossiers keep to theirs."""

import os
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from nentang.agreements.actor import Actor
from nentang.foundation.forms.public import start_draft
from nentang.government.catalogue import actions
from nentang.government.catalogue.errors import (
    BaseOutdated,
    BeginsTooEarly,
    BundleFaulty,
    BundleNotFound,
    DraftNotOpen,
    FourEyes,
    NoteMissing,
    NothingChanged,
    NotYourProcedure,
    SheetChanged,
)
from nentang.government.catalogue.models import BundleDraft, BundleVersion
from nentang.government.catalogue.public import bundle_on, search
from nentang.government.catalogue.queries import draft_to_see
from nentang.government.catalogue.registry import try_bundle
from nentang.government.catalogue.rules.bundle import parse_bundle
from nentang.government.services.actions import submit_draft
from nentang.government.services.errors import FormRenewed
from nentang.government.services.queries import bundle_of, find_dossier
from nentang.government.services.rules.intake import Intake
from nentang.kernel.clock import legal_day
from tests.foundation.outbox.workers import end_of, fork, shared_database
from tests.government.services.factories import make_applicant, make_dossier, make_office

from .factories import BIRTH, EXTRACT, Ministry, as_posted, begun, make_ministry, officer, save

pytestmark = pytest.mark.django_db
PUBLISHED, TOLD = 0, 7
NEW_NAME = "Đăng ký khai sinh (bản mới)"


def proposed(ministry: Ministry, at: datetime, procedure: str = BIRTH) -> BundleDraft:
    draft = begun(ministry, procedure, at=at)
    save(draft, "chung", actor=ministry.writer, at=at, o__procedure__value__name__vi=NEW_NAME)
    return actions.propose_bundle(
        draft_id=draft.public_id, note="Đổi tên cho dễ hiểu", actor=ministry.writer, at=at
    )


def published(ministry: Ministry, at: datetime, procedure: str = BIRTH) -> BundleVersion:
    draft = proposed(ministry, at, procedure)
    return actions.publish_bundle(draft_id=draft.public_id, actor=ministry.approver, at=at)


def test_it_holds_from_its_day_on_and_not_before(at: datetime) -> None:
    version = published(make_ministry(at=at), at)

    assert version.valid_from > legal_day(at)
    before = bundle_on(BIRTH, version.valid_from - timedelta(days=1))
    after = bundle_on(BIRTH, version.valid_from)
    assert before.procedure.name.vi != NEW_NAME
    assert before.rule.period.valid_to == version.valid_from
    assert after.procedure.name.vi == NEW_NAME
    assert search(NEW_NAME, version.valid_from)[0].digest == version.digest


def test_dossiers_keep_to_the_bundle_of_their_day(at: datetime) -> None:
    office = make_office(at=at)
    old = make_dossier(office=office, applicant=make_applicant(at=at), at=at)
    version = published(make_ministry(at=at), at)
    later = datetime.combine(version.valid_from, at.timetz())

    new = make_dossier(office=office, applicant=make_applicant(at=later), at=later)

    assert bundle_of(find_dossier(old.code)).procedure.name.vi != NEW_NAME
    assert bundle_of(find_dossier(new.code)).procedure.name.vi == NEW_NAME
    assert new.bundle_id == version.digest


def test_whoever_wrote_does_not_publish(at: datetime) -> None:
    ministry = make_ministry(at=at)
    both = officer(ministry.body, "procedure_controller", "procedure_approver", at=at)
    draft = begun(ministry, at=at)
    save(draft, "chung", actor=both, at=at, o__procedure__value__name__vi=NEW_NAME)
    actions.propose_bundle(draft_id=draft.public_id, note="x", actor=ministry.writer, at=at)

    with pytest.raises(FourEyes):
        actions.publish_bundle(draft_id=draft.public_id, actor=both, at=at)
    with pytest.raises(NotYourProcedure):
        actions.publish_bundle(draft_id=draft.public_id, actor=ministry.writer, at=at)

    assert actions.publish_bundle(draft_id=draft.public_id, actor=ministry.approver, at=at).pk


def test_another_ministry_neither_writes_nor_sees(at: datetime) -> None:
    draft = begun(make_ministry(at=at), at=at)
    other = make_ministry(at=at, code="G01")

    with pytest.raises(NotYourProcedure):
        begun(other, at=at)
    with pytest.raises(BundleNotFound):
        draft_to_see(draft.public_id, actor=other.approver)
    with pytest.raises(BundleNotFound):
        save(draft, "chung", actor=other.writer, at=at)


def test_nothing_is_published_twice_or_unproposed(at: datetime) -> None:
    ministry = make_ministry(at=at)
    draft = begun(ministry, at=at)
    with pytest.raises(DraftNotOpen):
        actions.publish_bundle(draft_id=draft.public_id, actor=ministry.approver, at=at)
    save(draft, "chung", actor=ministry.writer, at=at, o__procedure__value__name__vi=NEW_NAME)
    actions.propose_bundle(draft_id=draft.public_id, note="x", actor=ministry.writer, at=at)
    actions.publish_bundle(draft_id=draft.public_id, actor=ministry.approver, at=at)

    with pytest.raises(DraftNotOpen):
        actions.publish_bundle(draft_id=draft.public_id, actor=ministry.approver, at=at)


def test_what_cannot_be_published_is_not_proposed(at: datetime) -> None:
    ministry = make_ministry(at=at)
    draft = begun(ministry, at=at)

    def propose(note: str = "x") -> None:
        actions.propose_bundle(draft_id=draft.public_id, note=note, actor=ministry.writer, at=at)

    with pytest.raises(NothingChanged):
        propose()
    paper = draft.source["procedure"]["value"]["papers"][0]["code"]
    save(draft, "giay-to", actor=ministry.writer, at=at, r__0__code="nobody_asks_for_this")
    with pytest.raises(BundleFaulty):
        propose()
    save(draft, "giay-to", actor=ministry.writer, at=at, r__0__code=paper, r__0__note__en="New")
    with pytest.raises(NoteMissing):
        propose(" ")
    today = legal_day(at).isoformat()
    save(draft, "chung", actor=ministry.writer, at=at, o__valid_from=today)
    with pytest.raises(BeginsTooEarly):
        propose()


def test_two_who_save_the_same_sheet_are_told_and_nothing_is_lost(at: datetime) -> None:
    ministry = make_ministry(at=at)
    draft = begun(ministry, at=at)
    sheet = actions.sheet_named(draft, "chung")
    last_seen, posted = actions.seen(draft, sheet), as_posted(draft.source, sheet)
    save(draft, "chung", actor=ministry.writer, at=at, o__procedure__value__name__vi=NEW_NAME)

    with pytest.raises(SheetChanged):
        actions.save_sheet(
            draft_id=draft.public_id,
            sheet="chung",
            posted=posted | {"o.procedure.value.name.vi": "Tên khác"},
            last_seen=last_seen,
            actor=ministry.writer,
            at=at,
        )

    draft.refresh_from_db()
    assert draft.source["procedure"]["value"]["name"]["vi"] == NEW_NAME
    [edit] = draft.edits.all()
    actions.restore_sheet(draft_id=draft.public_id, edit_id=edit.pk, actor=ministry.writer, at=at)
    draft.refresh_from_db()
    assert draft.source["procedure"]["value"]["name"]["vi"] != NEW_NAME


def test_a_draft_that_was_put_away_can_be_taken_out(at: datetime) -> None:
    ministry = make_ministry(at=at)
    draft = begun(ministry, at=at)
    save(draft, "chung", actor=ministry.writer, at=at, o__procedure__value__name__vi=NEW_NAME)
    actions.put_away_bundle(draft_id=draft.public_id, actor=ministry.writer, at=at)

    other = begun(ministry, at=at)

    assert other.pk != draft.pk
    with pytest.raises(DraftNotOpen):
        actions.take_out_bundle(draft_id=draft.public_id, actor=ministry.writer, at=at)
    actions.put_away_bundle(draft_id=other.public_id, actor=ministry.writer, at=at)
    again = actions.take_out_bundle(draft_id=draft.public_id, actor=ministry.writer, at=at)
    assert again.source["procedure"]["value"]["name"]["vi"] == NEW_NAME


def test_a_trial_says_who_would_not_fit_and_touches_nothing(at: datetime) -> None:
    office = make_office(at=at)
    applicant = make_applicant(at=at)
    made = [
        make_dossier(office=office, applicant=applicant, at=at, procedure=EXTRACT) for _ in range(2)
    ]
    ministry = make_ministry(at=at)
    draft = begun(ministry, EXTRACT, at=at)
    number = _place_of(draft, "requester", "requester_number")
    cleared = {f"r__{number}__name": "requester_passport", f"r__{number}__prefill": ""}
    save(draft, "cau-hoi-requester", actor=ministry.writer, at=at, **cleared)
    save(draft, "phi", actor=ministry.writer, at=at, r__0__amount="90000", r__0__online_amount="")
    draft.refresh_from_db()

    trial = try_bundle(parse_bundle(draft.source))

    assert trial is not None
    assert (trial.tried, trial.unfit_dossiers) == (2, 2)
    assert trial.unfit == {"requester_passport": 2}
    assert (trial.dearer, trial.cheaper) == (2, 0)
    assert trial.fees_after == 2 * 2 * 90_000
    assert [find_dossier(each.code).fee for each in made] == [each.fee for each in made]


def test_a_changed_form_is_another_form_and_a_draft_of_a_citizen_moves_over(at: datetime) -> None:
    ministry = make_ministry(at=at)
    citizen, office = make_applicant(at=at), make_office(at=at)
    intake = Intake(EXTRACT, office.body.pk, citizen.person_id or 0, "online")
    typed = start_draft(
        form=bundle_on(EXTRACT, legal_day(at)).form,
        subject_key=str(intake),
        person_id=citizen.person_id or 0,
        actor=citizen,
        at=at,
    )
    draft = begun(ministry, EXTRACT, at=at)
    save(draft, "cau-hoi-requester", actor=ministry.writer, at=at, r__0__label__vi="Tên của bạn")
    actions.propose_bundle(draft_id=draft.public_id, note="x", actor=ministry.writer, at=at)
    version = actions.publish_bundle(draft_id=draft.public_id, actor=ministry.approver, at=at)
    later = datetime.combine(version.valid_from, at.timetz())

    form = bundle_on(EXTRACT, version.valid_from).form
    assert form.id == f"{EXTRACT}@1"
    with pytest.raises(FormRenewed):
        submit_draft(draft_id=typed.public_id, actor=citizen, at=later)


def test_whoever_approves_may_give_it_back_with_a_reason(at: datetime) -> None:
    ministry = make_ministry(at=at)
    draft = proposed(ministry, at)
    with pytest.raises(DraftNotOpen):
        save(draft, "chung", actor=ministry.writer, at=at)

    actions.return_bundle(
        draft_id=draft.public_id, remark="Thiếu căn cứ", actor=ministry.approver, at=at
    )

    draft.refresh_from_db()
    assert (draft.state, draft.remark) == ("open", "Thiếu căn cứ")


def test_a_draft_begins_with_what_was_published_for_its_day(at: datetime) -> None:
    ministry = make_ministry(at=at)
    first = published(ministry, at)
    draft = begun(ministry, at=at)
    assert draft.based_on_id == first.digest
    save(draft, "chung", actor=ministry.writer, at=at, o__procedure__value__summary__vi="Gọn hơn")
    actions.propose_bundle(draft_id=draft.public_id, note="x", actor=ministry.writer, at=at)
    second = actions.publish_bundle(draft_id=draft.public_id, actor=ministry.approver, at=at)

    assert first.valid_from == second.valid_from
    holding = bundle_on(BIRTH, second.valid_from).procedure
    assert (holding.name.vi, holding.summary.vi) == (NEW_NAME, "Gọn hơn")


def test_a_day_on_which_another_text_holds_is_refused(at: datetime) -> None:
    ministry = make_ministry(at=at)
    draft = begun(ministry, at=at)
    typed = {"o__valid_from": "2026-01-01", "o__procedure__value__name__vi": NEW_NAME}
    save(draft, "chung", actor=ministry.writer, at=at, **typed)

    with pytest.raises(BaseOutdated):
        actions.propose_bundle(draft_id=draft.public_id, note="x", actor=ministry.writer, at=at)


def test_a_draft_cannot_begin_today(at: datetime) -> None:
    ministry = make_ministry(at=at)

    with pytest.raises(BeginsTooEarly):
        actions.start_bundle(procedure=BIRTH, on=legal_day(at), actor=ministry.writer, at=at)


def test_what_a_file_begins_later_holds_over_what_was_published_before(at: datetime) -> None:
    published(make_ministry(at=at), at)

    assert bundle_on(BIRTH, date(2026, 1, 1)).procedure.name.vi != NEW_NAME


@pytest.mark.django_db(transaction=True)
def test_a_bundle_is_published_once_though_two_press_at_once(at: datetime, tmp_path: Path) -> None:
    ministry = make_ministry(at=at)
    draft = proposed(ministry, at)
    second = officer(ministry.body, "procedure_approver", at=at)

    def press(actor: Actor) -> None:
        try:
            actions.publish_bundle(draft_id=draft.public_id, actor=actor, at=at)
        except DraftNotOpen:
            os._exit(TOLD)

    with shared_database(tmp_path):
        pids = [fork(partial(press, actor)) for actor in (ministry.approver, second)]

        assert sorted(map(end_of, pids)) == [PUBLISHED, TOLD]
        assert BundleVersion.objects.filter(organization=ministry.body).count() == 1


def _place_of(draft: BundleDraft, step: str, question: str) -> int:
    fields = next(s for s in draft.source["form"]["steps"] if s["name"] == step)["fields"]
    return next(n for n, each in enumerate(fields) if each["name"] == question)
