"""A document from its first draft to the bodies that get it."""

import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nentang.agreements.actor import SYSTEM
from nentang.foundation.casework.errors import StepNotPossible
from nentang.foundation.documents.public import open_file
from nentang.foundation.facts.models import Fact
from nentang.foundation.organizations.public import OrganizationLevel
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.office import actions
from nentang.government.office.enums import Delivery, NumberingWay
from nentang.government.office.errors import (
    ChangedMeanwhile,
    DocumentNotFound,
    NotDrafting,
    NotTheSigner,
    NotYourDraft,
    NotYourStep,
    NumberingInUse,
    OwnDraft,
    OwnSignature,
    SignerMissing,
    StateSecretRefused,
    UnitMissing,
)
from nentang.government.office.models import IncomingDocument, OutgoingDocument
from nentang.government.office.queries import current_text, paper_data, recognised_lines
from nentang.government.office.rules.draft import Line
from nentang.kernel.clock import legal_day

from .factories import (
    DAY,
    HOUR,
    a_draft,
    drafted,
    initialled,
    issued,
    make_body,
    make_places,
    sent,
    signed,
)

pytestmark = pytest.mark.django_db


def facts(kind: str) -> list[dict[str, object]]:
    return [each.payload for each in Fact.objects.filter(kind=kind).order_by("pk")]


def test_a_decision_goes_from_draft_to_the_district_signed_and_sealed(at: datetime) -> None:
    commune, district = make_places(at=at)

    document, arrived = sent(commune, district, at)

    assert document.number == "01/QĐ-UBND"
    assert document.case.state == "issued"
    assert document.paper is not None
    assert document.paper.state == "signed"
    assert (arrived.number, arrived.sender_id) == ("01/QĐ-UBND", commune.body.pk)
    assert arrived.case.state == "arrived"
    assert document.recipients.get().delivery == Delivery.SENT
    assert arrived.files.count() == 1


def test_the_paper_bears_the_leaders_signature_and_then_the_seal(
    at: datetime, tmp_path: Path
) -> None:
    commune, district = make_places(at=at)
    document, _arrived = sent(commune, district, at)
    assert document.paper is not None
    assert document.paper.file is not None

    opened = open_file(file_id=document.paper.file.pk, actor=SYSTEM, at=at)
    file = tmp_path / "paper.pdf"
    with opened.content as content:
        file.write_bytes(content.read())
    said = subprocess.run(["pdfsig", str(file)], capture_output=True, text=True, check=False).stdout

    assert said.count("Signature is Valid.") == 2
    first, second = said.split("Signature #2")
    assert "ChuKyNguoiKy" in first
    assert "ChuKySo" in second
    assert "Total document signed" in second


@pytest.mark.parametrize("who", ["document_clerk", "leader", "deputy"])
def test_files_that_arrived_are_read_where_they_arrived_and_nowhere_else(
    at: datetime, who: str
) -> None:
    from nentang.foundation.documents.errors import FileNotFound

    commune, district = make_places(at=at)
    _document, arrived = sent(commune, district, at)
    file = arrived.files.get().file

    opened = open_file(file_id=file.pk, actor=getattr(district, who), at=at)
    opened.content.close()
    with pytest.raises(FileNotFound):
        open_file(file_id=file.pk, actor=getattr(commune, who), at=at)


def test_who_drafts_neither_initials_nor_signs(at: datetime) -> None:
    commune, _ = make_places(at=at)
    own = actions.draft_document(
        organization_id=commune.body.pk, draft=a_draft(commune), actor=commune.leader, at=at
    )
    actions.submit_draft(code=own.code, actor=commune.leader, at=at)

    with pytest.raises(OwnDraft):
        actions.initial_document(code=own.code, actor=commune.leader, at=at)
    actions.initial_document(code=own.code, actor=commune.head, at=at)
    with pytest.raises(OwnDraft):
        actions.sign_outgoing(code=own.code, actor=commune.leader, at=at)


def test_only_the_named_leader_signs(at: datetime) -> None:
    commune, district = make_places(at=at)
    code = initialled(commune, at).code

    with pytest.raises(NotTheSigner):
        actions.sign_outgoing(code=code, actor=commune.deputy, at=at)
    for other in (commune.document_clerk, commune.specialist, commune.head):
        with pytest.raises(NotYourStep):
            actions.sign_outgoing(code=code, actor=other, at=at)
    with pytest.raises(DocumentNotFound):
        actions.sign_outgoing(code=code, actor=district.leader, at=at)
    assert OutgoingDocument.objects.get(code=code).signed_at is None


def test_only_the_clerk_of_documents_numbers_and_not_what_they_signed(at: datetime) -> None:
    from nentang.foundation.identity.public import actor_for_account, appoint_officer

    commune, _ = make_places(at=at)
    code = signed(commune, at).code

    for other in (commune.specialist, commune.head, commune.leader):
        with pytest.raises(NotYourStep):
            actions.issue_outgoing(code=code, actor=other, at=at)
    appoint_officer(
        account_id=commune.leader.account_id or 0,
        role="document_clerk",
        organization_id=commune.body.pk,
        valid_from=legal_day(at),
        actor=SYSTEM,
        at=at,
    )
    both = actor_for_account(commune.leader.account_id or 0, at)
    with pytest.raises(OwnSignature):
        actions.issue_outgoing(code=code, actor=both, at=at)


def test_the_case_is_with_whoever_has_to_act_and_back_with_the_drafter_when_returned(
    at: datetime,
) -> None:
    commune, _ = make_places(at=at)

    def has_it(code: str) -> int | None:
        return OutgoingDocument.objects.select_related("case").get(code=code).case.assignee_id

    assert has_it(drafted(commune, at).code) == commune.specialist.account_id
    code = initialled(commune, at).code
    assert has_it(code) == commune.leader.account_id
    actions.return_document(code=code, reason="Sửa", actor=commune.leader, at=at)
    assert has_it(code) == commune.specialist.account_id
    assert has_it(signed(commune, at).code) is None


def test_a_number_is_given_once(at: datetime) -> None:
    commune, _ = make_places(at=at)
    document = issued(commune, at)

    with pytest.raises(StepNotPossible):
        actions.issue_outgoing(code=document.code, actor=commune.document_clerk, at=at)
    assert issued(commune, at).number == "02/QĐ-UBND"


def test_each_type_has_its_numbers_and_they_begin_anew_with_the_year(at: datetime) -> None:
    commune, _ = make_places(at=at)
    last_minute = datetime(2020, 12, 31, 16, 59, tzinfo=UTC)

    assert issued(commune, at).number == "01/QĐ-UBND"
    assert issued(commune, at, type_code="TB").number == "01/TB-UBND"
    assert issued(commune, at, type_code="CV", unit="vp").number == "01/UBND-VP"
    assert issued(commune, last_minute).number == "02/QĐ-UBND"
    assert issued(commune, last_minute + timedelta(minutes=1)).number == "01/QĐ-UBND"


def test_one_series_counts_all_types_together_from_the_new_year(at: datetime) -> None:
    commune, _ = make_places(at=at)
    issued(commune, at)
    one = {
        "organization_id": commune.body.pk,
        "notation": "UBND",
        "numbering": NumberingWay.ONE_SERIES,
        "actor": commune.document_clerk,
    }

    with pytest.raises(NumberingInUse):
        actions.set_notation(**one, at=at)
    new_year = datetime(2021, 1, 4, 2, 0, tzinfo=UTC)
    actions.set_notation(**one, at=new_year)

    numbers = [issued(commune, new_year, type_code=each).number for each in ("QD", "TB", "KH")]
    assert numbers == ["01/QĐ-UBND", "02/TB-UBND", "03/KH-UBND"]


def test_what_is_issued_is_the_text_that_was_signed(at: datetime) -> None:
    commune, _ = make_places(at=at)
    document = signed(commune, at)

    with pytest.raises(NotDrafting):
        actions.change_draft(
            code=document.code,
            draft=a_draft(commune, text="Điều 1. Khác."),
            version=1,
            actor=commune.specialist,
            at=at,
        )
    actions.return_document(
        code=document.code, reason="Sai thể thức", actor=commune.document_clerk, at=at
    )
    document = OutgoingDocument.objects.get(code=document.code)

    assert (document.signed_at, document.signed_version, document.initialled_by) == (None,) * 3
    with pytest.raises(StepNotPossible):
        actions.issue_outgoing(code=document.code, actor=commune.document_clerk, at=at)


def test_a_version_is_added_with_each_new_text_and_none_with_the_same(at: datetime) -> None:
    commune, _ = make_places(at=at)
    code = drafted(commune, at).code

    def change(version: int, text: str) -> OutgoingDocument:
        return actions.change_draft(
            code=code,
            draft=a_draft(commune, text=text),
            version=version,
            actor=commune.specialist,
            at=at,
        )

    assert change(1, "Điều 1. Hai.").version == 2
    assert change(2, "Điều 1. Hai.").version == 2
    with pytest.raises(ChangedMeanwhile):
        change(1, "Điều 1. Ba.")
    document = OutgoingDocument.objects.get(code=code)
    assert current_text(document) == "Điều 1. Hai."
    assert document.versions.count() == 2


def test_only_the_drafter_changes_a_draft_and_anybody_there_remarks(at: datetime) -> None:
    commune, district = make_places(at=at)
    code = drafted(commune, at).code

    with pytest.raises(NotYourDraft):
        actions.change_draft(
            code=code, draft=a_draft(commune), version=1, actor=commune.head, at=at
        )
    with pytest.raises(NotYourDraft):
        actions.submit_draft(code=code, actor=commune.head, at=at)
    assert (
        actions.remark_draft(code=code, text="Thêm căn cứ", actor=commune.head, at=at).version == 1
    )
    with pytest.raises(DocumentNotFound):
        actions.remark_draft(code=code, text="Thêm", actor=district.head, at=at)


def test_a_request_sent_twice_begins_one_document(at: datetime) -> None:
    commune, _ = make_places(at=at)

    assert drafted(commune, at, key="a").pk == drafted(commune, at, key="a").pk
    assert drafted(commune, at, key="b").pk != drafted(commune, at, key="a").pk


@pytest.mark.parametrize(
    "secret",
    [
        {"secrecy": "secret"},
        {"text": "TUYỆT MẬT\nĐiều 1. Việc."},
        {"text": "Điều 1. Việc.\nĐộ mật: Tối mật"},
        {"summary": "MẬT"},
    ],
)
def test_state_secrets_are_not_entered(at: datetime, secret: dict[str, object]) -> None:
    commune, _ = make_places(at=at)

    with pytest.raises(StateSecretRefused):
        drafted(commune, at, **secret)
    assert not OutgoingDocument.objects.exists()


def test_the_signer_is_a_leader_and_a_letter_names_its_unit(at: datetime) -> None:
    commune, district = make_places(at=at)

    for other in (commune.specialist, district.leader):
        with pytest.raises(SignerMissing):
            drafted(commune, at, signer_id=other.account_id)
    with pytest.raises(UnitMissing):
        drafted(commune, at, type_code="CV")


def test_issuing_in_time_is_a_fact(at: datetime) -> None:
    commune, _ = make_places(at=at)
    in_time, late = signed(commune, at), signed(commune, at)

    actions.issue_outgoing(code=in_time.code, actor=commune.document_clerk, at=at + DAY)
    actions.issue_outgoing(code=late.code, actor=commune.document_clerk, at=at + 2 * DAY)

    found = facts("office.document_issued")
    assert [(each["same_day"], each["in_time"]) for each in found] == [
        (False, True),
        (False, False),
    ]
    assert in_time.issue_by == datetime(2020, 12, 8, 16, 59, 59, tzinfo=UTC)


def test_signing_again_after_a_crash_sends_nothing_twice(at: datetime) -> None:
    commune, district = make_places(at=at)
    document, _arrived = sent(commune, district, at)

    assert actions.send_outgoing(document_id=document.pk, at=at) == 0
    run_until_quiet(at=at + HOUR)
    assert IncomingDocument.objects.count() == 1


def test_nothing_is_sent_before_it_is_signed(at: datetime) -> None:
    commune, district = make_places(at=at)
    document = issued(commune, at, recipients=(Line(district.body.name, district.body.pk),))

    assert actions.send_outgoing(document_id=document.pk, at=at) == 0
    assert not IncomingDocument.objects.exists()


@pytest.mark.parametrize(("step", "delivery"), [("register", "registered"), ("refuse", "returned")])
def test_the_sender_sees_what_became_of_it(at: datetime, step: str, delivery: str) -> None:
    commune, district = make_places(at=at)
    document, arrived = sent(commune, district, at)

    if step == "register":
        actions.register_document(code=arrived.code, actor=district.document_clerk, at=at)
    else:
        actions.refuse_document(
            code=arrived.code, reason="Gửi nhầm nơi", actor=district.document_clerk, at=at
        )
    run_until_quiet(at=at + HOUR)

    line = document.recipients.get()
    assert line.delivery == delivery
    assert line.note == ("Gửi nhầm nơi" if step == "refuse" else "")


def test_a_line_that_is_the_name_of_a_body_is_that_body(at: datetime) -> None:
    commune, district = make_places(at=at)

    lines = recognised_lines(
        "- uỷ ban nhân dân huyện mẫu;\nNhư Điều 2;\n\n- Lưu: VT.", on=legal_day(at)
    )

    assert lines[0] == Line(district.body.name, district.body.pk)
    assert [line.name for line in lines[1:]] == ["Như Điều 2", "Lưu: VT"]
    assert commune.body.pk not in {line.organization_id for line in lines}


def test_of_bodies_with_one_name_the_code_says_which(at: datetime) -> None:
    commune, district = make_places(at=at)
    twin = make_body(
        "xã Mẫu", OrganizationLevel.COMMUNE, "H42.15.99", "98001", district.body.pk, at
    )
    name, day = twin.name, legal_day(at)

    assert recognised_lines(name, on=day) == (Line(name),)
    assert recognised_lines(f"{name} (H42.15.99)", on=day) == (Line(name, twin.pk),)
    assert recognised_lines(f"{name} (H42.15.37)", on=day) == (Line(name, commune.body.pk),)
    assert recognised_lines(f"{name} (H42.15)", on=day) == (Line(name),)


def test_the_nine_parts_stand_on_the_paper(at: datetime) -> None:
    commune, _ = make_places(at=at)
    document = issued(commune, at, urgency="express")

    data = document.paper.data if document.paper else {}
    assert data == paper_data(document, 1)
    assert (data["heading"], data["about"]) == ("Quyết định", "Thành lập tổ mẫu")
    assert (data["authority"], data["position"]) == ("TM. Ủy ban nhân dân", "Chủ tịch")
    assert data["urgency"] == "HỎA TỐC"
    assert data["recipients"] == ["Như Điều 2", "Lưu: VT"]
    assert [each["style"] for each in data["paragraphs"]] == [
        "ground",
        "resolves",
        "article",
        "article",
    ]
