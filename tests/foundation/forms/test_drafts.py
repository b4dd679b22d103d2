"""A draft keeps what was typed, through versions, windows, files and faults."""

from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from nentang.agreements.actor import ANONYMOUS, SYSTEM
from nentang.foundation.audit.public import looks_at_person
from nentang.foundation.documents.public import StoredFile
from nentang.foundation.facts.public import fact_rows
from nentang.foundation.forms.actions import discard_expired_drafts
from nentang.foundation.forms.errors import (
    DraftIncomplete,
    DraftNotFound,
    DraftTooBig,
    FormChanged,
    FormFaulty,
    PublishingNotAllowed,
    SignInToSave,
    StepNotFound,
)
from nentang.foundation.forms.models import Draft
from nentang.foundation.forms.public import (
    answered_steps,
    discard_draft,
    draft_of,
    finish_draft,
    publish_form,
    read_form,
    start_draft,
    step_page,
)
from nentang.kernel.clock import legal_day
from tests.foundation.documents.factories import JPEG
from tests.foundation.identity.factories import make_person

from .factories import SUBJECT, every_kind, field, make_actor, make_draft, save, source

pytestmark = pytest.mark.django_db


def test_a_version_is_published_once_and_never_changes(at: datetime) -> None:
    form = read_form(source(field("text")))
    first = publish_form(form=form, actor=SYSTEM, at=at)

    assert publish_form(form=form, actor=SYSTEM, at=at) == first
    with pytest.raises(FormChanged):
        publish_form(form=read_form(source(field("date"))), actor=SYSTEM, at=at)


def test_a_form_nobody_can_fill_in_is_not_published(at: datetime) -> None:
    form = read_form(source(field("text", when={"field": "nothing", "filled": True})))

    with pytest.raises(FormFaulty, match="nothing is not asked before"):
        publish_form(form=form, actor=SYSTEM, at=at)


def test_people_do_not_publish_forms(at: datetime) -> None:
    with pytest.raises(PublishingNotAllowed):
        publish_form(form=every_kind(), actor=make_actor(at=at), at=at)


def test_a_draft_begins_with_what_is_known(at: datetime) -> None:
    draft = make_draft(at=at, actor=make_actor(at=at, full_name="Lê Thị Mẫu"))

    page = step_page(draft, "person")

    assert draft.answers["full_name"] == "Lê Thị Mẫu"
    assert draft.answers["born"] == "1987-09-05"
    assert page.questions[0].known == "tài khoản định danh"
    assert not page.questions[5].known


def test_beginning_again_goes_on_with_the_same_draft_on_its_version(at: datetime) -> None:
    actor = make_actor(at=at)
    old = make_draft(at=at, actor=actor, form=read_form(source(field("text"))))

    new = make_draft(at=at, actor=actor, form=read_form(source(field("date"), version=2)))

    assert new == old
    assert new.form.definition.version == 1


def test_a_look_at_another_persons_data_is_written_down(at: datetime) -> None:
    other = make_person(at=at, full_name="Bùi Văn Thử")

    start_draft(
        form=every_kind(), subject_key=SUBJECT, person_id=other.pk, actor=make_actor(at=at), at=at
    )

    assert "full_name" in looks_at_person(other.pk)[0].fields


def test_nobody_saves_without_an_account(at: datetime) -> None:
    with pytest.raises(SignInToSave):
        start_draft(form=every_kind(), subject_key=SUBJECT, person_id=1, actor=ANONYMOUS, at=at)


def test_what_is_wrong_is_kept_and_told(at: datetime) -> None:
    actor = make_actor(at=at)
    draft = make_draft(at=at, actor=actor)

    saved = save(draft, "person", actor=actor, at=at, full_name="Lê Thị Mẫu", born="mùa lúa 1958")

    assert draft_of(draft.public_id, actor=actor).answers["born"] == "mùa lúa 1958"
    assert saved.errors == {"born": "Nhập ngày hoặc năm sinh như 7/12/2020, hoặc chỉ năm như 1958."}


def test_a_draft_does_not_exist_for_others(at: datetime) -> None:
    draft = make_draft(at=at, actor=make_actor(at=at))
    stranger = make_actor(at=at)

    for act in (
        lambda: draft_of(draft.public_id, actor=stranger),
        lambda: draft_of(draft.public_id, actor=ANONYMOUS),
        lambda: save(draft, "person", actor=stranger, at=at),
        lambda: finish_draft(draft_id=draft.public_id, actor=stranger, at=at),
        lambda: discard_draft(draft_id=draft.public_id, actor=stranger, at=at),
    ):
        with pytest.raises(DraftNotFound):
            act()


def test_a_step_that_is_not_there_is_refused(at: datetime) -> None:
    actor = make_actor(at=at)
    draft = make_draft(at=at, actor=actor)

    with pytest.raises(StepNotFound):
        save(draft, "__proto__", actor=actor, at=at)
    with pytest.raises(StepNotFound):
        step_page(draft, "nothing")


def test_rows_are_added_and_taken_away_without_script(at: datetime) -> None:
    actor = make_actor(at=at)
    draft = make_draft(at=at, actor=actor)
    rows = {"children__0__full_name": "Lê Văn Thử", "children__1__full_name": "Lê Thị Thử"}

    added = save(draft, "family", actor=actor, at=at, has_children="yes", _add="children", **rows)
    assert [row.get("full_name") for row in added.draft.answers["children"]] == [
        "Lê Văn Thử", "Lê Thị Thử", None
    ]  # fmt: skip

    removed = save(draft, "family", actor=actor, at=at, _remove="children.0", **rows)
    assert [row["full_name"] for row in removed.draft.answers["children"]] == ["Lê Thị Thử"]


def test_never_more_rows_than_the_form_takes(at: datetime) -> None:
    actor = make_actor(at=at)
    draft = make_draft(at=at, actor=actor)
    rows = {f"children__{n}__full_name": "Lê Văn Thử" for n in range(300)}

    saved = save(draft, "family", actor=actor, at=at, has_children="yes", _add="children", **rows)

    assert len(saved.draft.answers["children"]) == 6
    assert saved.errors["children"] == "Bớt con: nhiều nhất 5."


def test_two_windows_on_different_questions_are_merged(at: datetime) -> None:
    actor = make_actor(at=at)
    draft = make_draft(at=at, actor=actor)

    save(draft, "person", actor=actor, at=at, _revision="1", phone="0912345678", tax_code="")
    late = save(draft, "person", actor=actor, at=at, _revision="1", tax_code="0100109106")

    assert late.draft.answers["tax_code"] == "0100109106"
    assert late.draft.others == {}


def test_an_untouched_old_answer_does_not_undo_a_newer_one(at: datetime) -> None:
    actor = make_actor(at=at)
    draft = make_draft(at=at, actor=actor)

    save(draft, "person", actor=actor, at=at, _revision="1", full_name="Lê Thị Mới")
    late = save(draft, "person", actor=actor, at=at, _revision="1", full_name="Lê Thị Mẫu")

    assert late.draft.answers["full_name"] == "Lê Thị Mới"


def test_what_both_windows_typed_is_kept_twice_until_the_person_has_seen_it(at: datetime) -> None:
    actor = make_actor(at=at)
    draft = make_draft(at=at, actor=actor)

    save(draft, "matter", actor=actor, at=at, _revision="1", reason="Giấy cũ bị ướt hết")
    late = save(draft, "matter", actor=actor, at=at, _revision="1", reason="Giấy cũ bị cháy hết")
    quiet = save(draft, "matter", actor=actor, at=at, _revision="3", reason="Giấy cũ bị cháy hết")

    assert late.draft.answers["reason"] == "Giấy cũ bị cháy hết"
    assert "Giấy cũ bị ướt hết" in late.errors["reason"]
    assert quiet.draft.others == {"reason": "Giấy cũ bị ướt hết"}

    seen = save(draft, "matter", actor=actor, at=at, _revision="4", _saw_others="1")
    assert seen.draft.others == {}


def test_files_are_kept_shown_and_taken_away(at: datetime) -> None:
    actor = make_actor(at=at)
    draft = make_draft(at=at, actor=actor)
    save(draft, "matter", actor=actor, at=at, kind="original")
    photo = SimpleUploadedFile("giay-cu.jpg", JPEG)

    kept = save(draft, "papers", actor=actor, at=at, files={"proof": [photo]})
    number = StoredFile.objects.get().pk
    assert kept.draft.answers["proof"] == [number]

    page = step_page(kept.draft, "papers")
    assert [file.filename for file in page.questions[0].files] == ["giay-cu.jpg"]

    without = save(draft, "papers", actor=actor, at=at, proof__remove=str(number))
    assert without.draft.answers["proof"] == []


def test_a_refused_file_is_said_and_the_rest_kept(at: datetime) -> None:
    actor = make_actor(at=at)
    draft = make_draft(at=at, actor=actor)
    files = [SimpleUploadedFile("virus.exe", b"MZ"), SimpleUploadedFile("giay-cu.jpg", JPEG)]

    saved = save(draft, "papers", actor=actor, at=at, files={"proof": files, "full_name": files})

    assert len(saved.draft.answers["proof"]) == 1
    assert saved.errors["proof"].startswith("Chỉ nhận tệp PDF")


def test_files_cannot_be_claimed_by_typing_their_number(at: datetime) -> None:
    actor = make_actor(at=at)
    draft = make_draft(at=at, actor=actor)

    saved = save(draft, "papers", actor=actor, at=at, proof="1")

    assert "proof" not in saved.draft.answers


def test_too_much_is_refused_and_what_was_there_stays(at: datetime) -> None:
    actor = make_actor(at=at)
    draft = make_draft(at=at, actor=actor)
    save(draft, "matter", actor=actor, at=at, reason="Giấy cũ bị cháy hết")

    with pytest.raises(DraftTooBig):
        save(draft, "matter", actor=actor, at=at, reason="á" * 200_000)

    assert draft_of(draft.public_id, actor=actor).answers["reason"] == "Giấy cũ bị cháy hết"


def test_what_no_database_stores_is_left_out(at: datetime) -> None:
    actor = make_actor(at=at)
    draft = make_draft(at=at, actor=actor)

    saved = save(draft, "matter", actor=actor, at=at, reason="Giấy\x00 cũ\ud800 mất")

    assert saved.draft.answers["reason"] == "Giấy cũ mất"


def fill_in(draft: Draft, *, actor, at: datetime) -> None:  # type: ignore[no-untyped-def]
    save(draft, "person", actor=actor, at=at, full_name="Lê Thị Mẫu", born="5/9/1988")
    save(draft, "matter", actor=actor, at=at, kind="copy", copies="2", delivery="counter")
    save(draft, "family", actor=actor, at=at, has_children="no")


def test_finishing_gives_cleaned_answers_once_and_counts_what_was_typed(at: datetime) -> None:
    actor = make_actor(at=at)
    draft = make_draft(at=at, actor=actor)
    fill_in(draft, actor=actor, at=at)

    answers = finish_draft(draft_id=draft.public_id, actor=actor, at=at)

    assert answers["copies"] == 2
    assert answers["born"] == "1988-09-05"
    assert "address" not in answers
    with pytest.raises(DraftNotFound):
        finish_draft(draft_id=draft.public_id, actor=actor, at=at)
    told = fact_rows("forms.draft_finished")[0].payload
    assert (told["known"], told["corrected"], told["asked_though_held"]) == (4, 1, 0)


def test_an_incomplete_draft_names_every_fault_and_stays_open(at: datetime) -> None:
    actor = make_actor(at=at)
    draft = make_draft(at=at, actor=actor)

    with pytest.raises(DraftIncomplete) as refused:
        finish_draft(draft_id=draft.public_id, actor=actor, at=at)

    assert refused.value.fields == {
        "kind": ["Chọn câu trả lời cho “Loại giấy cần xin”."],
        "delivery": ["Chọn câu trả lời cho “Nơi nhận kết quả”."],
        "has_children": ["Trả lời câu hỏi “Có khai cho con không?”"],
    }
    assert draft_of(draft.public_id, actor=actor)


def test_steps_that_are_not_asked_are_neither_shown_nor_counted(at: datetime) -> None:
    actor = make_actor(at=at)
    draft = make_draft(at=at, actor=actor)
    fill_in(draft, actor=actor, at=at)
    draft = draft_of(draft.public_id, actor=actor)

    page = step_page(draft, "family")
    read = answered_steps(draft.form.definition, draft.answers, on=legal_day(at))

    assert (page.number, page.total) == (3, 3)
    assert [part.step.name for part in read] == ["person", "matter", "family"]
    assert all(part.is_complete for part in read)


def test_drafts_nobody_touches_are_let_go(at: datetime) -> None:
    make_draft(at=at, actor=make_actor(at=at))

    assert discard_expired_drafts(at=at + timedelta(days=89)) == 0
    assert discard_expired_drafts(at=at + timedelta(days=90)) == 1
    assert not Draft.objects.exists()
