"""Every procedure and form can be read; whole ones go from the form to the signed result, in both eras."""

from datetime import date, datetime, time, timedelta

import pytest
from django.test import Client
from pytest_django import Settings

from nentang.agreements.actor import SYSTEM
from nentang.agreements.cashier import cashier
from nentang.foundation.documents.models import IssuedDocument
from nentang.foundation.documents.public import store_file
from nentang.foundation.forms.public import (
    FieldKind,
    FormDefinition,
    clean,
    lint_form,
    validate,
)
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    OrganizationTask,
    create_organization,
)
from nentang.government.catalogue.adapters.law_files import (
    all_forms,
    bundles_in_files,
    every_bundle_in_files,
)
from nentang.government.catalogue.rules.procedure import Procedure
from nentang.government.services import actions
from nentang.government.services.enums import Channel
from nentang.government.services.models import Dossier
from nentang.government.services.queries import find_dossier, possible_receivers, route_of, slips_of
from nentang.kernel import clock
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from tests.government.catalogue.files import form, in_files

from .factories import PIXEL, make_applicant, make_office, make_officer
from .generated import generate

IN_2020, IN_2026 = date(2020, 12, 7), date(2026, 12, 7)
WHOLE = [each.code for each in bundles_in_files(IN_2020) if each.procedure.is_whole]
LEVELS = {
    "1.001193": ("commune", "commune", "commune", "commune"),
    "1.000656": ("commune", "commune", "commune", "commune"),
    "1.000894": ("commune", "commune", "commune", "commune"),
    "1.004873": ("commune", "commune", "commune", "commune"),
    "2.000635": ("commune", "commune", "commune", "commune"),
    "2.000815": ("commune", "commune", "commune", "commune"),
    "1.004222": ("commune", "commune", "commune", "commune"),
    "1.004194": ("commune", "commune", "commune", "commune"),
    "1.001612": ("district", "district", "commune", "commune"),
    "1.013978": ("commune", "district", "commune", "commune"),
    "1.003197": ("commune", "commune", "commune", "commune"),
    "9.000001": ("province", "province", "province", "province"),
}


def procedure(code: str, on: date) -> Procedure:
    return in_files(code, on).procedure


@pytest.mark.parametrize("form", all_forms(), ids=lambda form: form.id)
def test_a_form_has_nothing_to_mend_and_is_short(form: FormDefinition) -> None:
    assert lint_form(form) == []
    assert len(form.steps) + len(("where", "review")) <= 12


def test_twelve_procedures_are_whole() -> None:
    assert set(WHOLE) == LEVELS.keys()


@pytest.mark.parametrize("code", WHOLE)
def test_the_right_level_receives_and_decides_before_and_after_the_districts(code: str) -> None:
    before, after = procedure(code, date(2025, 6, 30)), procedure(code, date(2025, 7, 1))

    found = (before.receives, before.decides, after.receives, after.decides)

    assert found == LEVELS[code]


@pytest.mark.parametrize("code", WHOLE)
@pytest.mark.parametrize("on", [IN_2020, IN_2026])
def test_a_whole_procedure_says_what_everybody_asks(code: str, on: date) -> None:
    subject = procedure(code, on)

    assert subject.summary.vi
    assert subject.summary.en
    assert subject.steps
    assert subject.legal_basis
    assert subject.deadline.is_known
    assert in_files(code, on).result.form == subject.form


@pytest.mark.parametrize("code", WHOLE)
def test_the_papers_are_those_that_the_form_takes_and_in_the_same_case(code: str) -> None:
    subject = procedure(code, IN_2020)
    files = {f.name: f for f in form(subject.form).fields if f.kind is FieldKind.FILE}

    told = {paper.code: (paper.required, bool(paper.when.vi)) for paper in subject.papers}

    assert told == {name: (f.required, bool(f.conditions)) for name, f in files.items()}


@pytest.mark.parametrize("code", WHOLE)
def test_the_form_asks_what_the_fee_depends_on(code: str) -> None:
    bundles = [each for each in every_bundle_in_files() if each.code == code and each.fees]
    for rule, definition in ((each.fees, each.form) for each in bundles if each.fees):
        asked = {each.name: each for each in definition.fields}
        per = {line.per for line in rule.value.lines}
        if "page" in per:
            assert {"pages", "copies"} <= {each.name for each in asked["originals"].fields}
        if "copy" in per:
            assert "copies" in asked
        codes = {each.code for each in rule.value.exemptions}
        assert not codes or codes == {each.value for each in asked["exemption"].choices}


@pytest.mark.parametrize("code", WHOLE)
def test_whatever_the_form_accepts_can_be_written_on_the_result(code: str) -> None:
    subject = procedure(code, IN_2020)
    definition, paper = form(subject.form), in_files(code, IN_2020).result
    for seed in range(10):
        answers = generate(definition, seed=seed, on=IN_2020, file_id=1)
        assert validate(definition, answers, on=IN_2020) == {}
        assert sum(bool(row.text(answers)) for row in paper.rows) >= 3


class Bodies(Frozen):
    """A body of each level, the commune's police and the social insurance of district and province."""

    commune: Organization
    district: Organization
    province: Organization
    police: Organization
    insurance: dict[str, Organization]

    def of(self, level: str) -> Organization:
        return {
            "commune": self.commune,
            "district": self.district,
            "province": self.province,
        }[level]

    def receiving(self, subject: Procedure) -> Organization:
        if subject.taken_straight_by == OrganizationTask.INSURANCE:
            return self.insurance[subject.receives]
        return self.of(subject.receives)

    def deciding(self, subject: Procedure) -> Organization:
        last = subject.route[-1].task if subject.route else ""
        if last == OrganizationTask.INSURANCE:
            return self.insurance[subject.decides]
        return self.police if last == OrganizationTask.POLICE else self.of(subject.decides)


@pytest.fixture
def bodies(at: datetime) -> Bodies:
    def body(
        name: str, level: OrganizationLevel, unit: str, code: str, task: str = ""
    ) -> Organization:
        kind = OrganizationKind.DEPARTMENT if task else OrganizationKind.PEOPLES_COMMITTEE
        return create_organization(
            name=name,
            kind=kind,
            level=level,
            task=task,
            code=code,
            unit_code=unit,
            valid_from=IN_2020,
            actor=SYSTEM,
            at=at,
        )

    return Bodies(
        make_office(at=at).body,
        body("Ủy ban nhân dân huyện Mẫu", OrganizationLevel.DISTRICT, "981", "H42.15"),
        body("Ủy ban nhân dân tỉnh Mẫu", OrganizationLevel.PROVINCE, "98", "H42"),
        body(
            "Công an xã", OrganizationLevel.COMMUNE, "98001", "H42.15.38", OrganizationTask.POLICE
        ),
        {
            level: body("Bảo hiểm xã hội", level, unit, code, OrganizationTask.INSURANCE)
            for level, unit, code in (
                (OrganizationLevel.DISTRICT, "981", "H42.91"),
                (OrganizationLevel.PROVINCE, "98", "H42.90"),
            )
        },
    )


@pytest.mark.django_db
@pytest.mark.parametrize("code", WHOLE)
@pytest.mark.parametrize("later", [timedelta(0), timedelta(days=6 * 365 + 2)], ids=["2020", "2026"])
def test_it_goes_from_the_form_to_the_signed_result(
    bodies: Bodies, at: datetime, code: str, later: timedelta
) -> None:
    now = at + later
    subject = procedure(code, legal_day(now))

    dossier = _submit(subject, bodies.receiving(subject), now)
    decides = _receive_and_hand_on(dossier, subject, bodies, now)
    actions.propose_decision(
        code=dossier.code, actor=make_officer(decides, "clerk", at=now), at=now
    )
    leader = make_officer(decides, "leader", at=now)
    granted = actions.grant_dossier(code=dossier.code, actor=leader, at=now)

    paper = IssuedDocument.objects.get(pk=granted.result_id)
    assert (paper.kind, paper.organization_id) == (subject.result_kind, decides.pk)
    assert paper.data["heading"] == subject.result.vi
    assert paper.data["signer_name"] == leader.name
    said = str(paper.data["rows"])
    assert _declared(dossier, subject)
    assert [each for each in _declared(dossier, subject) if each not in said] == []


def _submit(subject: Procedure, body: Organization, now: datetime, **answers: object) -> Dossier:
    applicant = make_applicant(at=now)
    proof = store_file(content=PIXEL, filename="giay.png", actor=applicant, at=now)
    definition = form(subject.form)
    return actions.submit_dossier(
        procedure=subject.code,
        organization_id=body.pk,
        applicant_person_id=applicant.person_id or 0,
        channel=Channel.ONLINE,
        answers=generate(definition, seed=7, on=legal_day(now), file_id=proof.pk) | answers,
        actor=applicant,
        at=now,
    )


def _receive_and_hand_on(
    dossier: Dossier, subject: Procedure, bodies: Bodies, now: datetime
) -> Organization:
    """Received, paid, and with the body that decides: the last of its way that is recorded."""
    receives = bodies.receiving(subject)
    clerk = make_officer(receives, "clerk", at=now)
    actions.receive_dossier(code=dossier.code, actor=clerk, at=now)
    if dossier.fee:
        cashier().record_cash(reference=dossier.code, actor=clerk, at=now)
        actions.settle_fee(code=dossier.code, at=now)
    decides = bodies.deciding(subject)
    if decides != receives:
        found = find_dossier(dossier.code)
        offered = possible_receivers(found, route_of(found, at=now), legal_day(now))
        assert decides.pk in [each.id for each in offered]
        actions.forward_dossier(
            code=dossier.code, organization_id=decides.pk, note="", actor=clerk, at=now
        )
    return decides


def _declared(dossier: Dossier, subject: Procedure) -> list[str]:
    """Names, numbers and places as typed, of the questions that the result tells."""
    rows = in_files(subject.code, IN_2020).result.rows
    told = {told.name for row in rows if not row.group for told in row.told}
    plain = (FieldKind.PERSON_NAME, FieldKind.PERSONAL_NUMBER, FieldKind.TEXT)
    asked = [each for each in form(subject.form).fields if each.kind in plain]
    return [
        dossier.answers[each.name] for each in asked if each.name in told & set(dossier.answers)
    ]


def _faults(form_code: str, **answers: object) -> dict[str, list[str]]:
    definition = form(form_code)
    thrown = generate(definition, seed=3, on=IN_2020, file_id=1)
    return validate(definition, clean(definition, thrown | answers), on=IN_2020)


@pytest.mark.parametrize(
    ("side", "born", "fits"),
    [
        ("woman", "2002-12-07", True),
        ("woman", "2002-12-08", False),
        ("man", "2000-12-07", True),
        ("man", "2000-12-08", False),
        ("man", "2002-12-07", False),
        ("man", "2001", False),
    ],
)
def test_nobody_marries_before_the_age_of_the_law(side: str, born: str, fits: bool) -> None:
    assert (_faults("marriage_registration", **{f"{side}_birth": born}) == {}) is fits


def test_nobody_stays_for_more_than_two_years_at_once() -> None:
    assert _faults("temporary_residence", stay_until="2022-12-07") == {}
    assert "7/12/2022" in str(_faults("temporary_residence", stay_until="2022-12-08"))


def test_a_late_death_is_registered_all_the_same() -> None:
    assert _faults("death_registration", died_on="2019-01-01") == {}


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"status": "never"}, "Hiện tại chưa đăng ký kết hôn với ai"),
        (
            {"status": "divorced", "decision_on": "2018-06-15", "court": "Tòa Mẫu"},
            "15/06/2018, Tòa Mẫu",
        ),
        ({"status": "married", "spouse_name": "Bùi Văn Thử"}, "Bùi Văn Thử"),
        ({"use": "marriage"}, "Đăng ký kết hôn"),
        ({"use": "other", "other_use": "Xin học bổng"}, "Xin học bổng"),
        (
            {"lived_elsewhere": True, "homes": [{"place": "Xã Cũ", "lived_from": "1999"}]},
            "Xã Cũ, 1999",
        ),
    ],
)
def test_the_certificate_of_marital_status_says_the_case(
    answers: dict[str, object], said: str
) -> None:
    definition, paper = form("marital_status"), in_files("1.004873", IN_2020).result
    thrown = generate(definition, seed=3, on=IN_2020, file_id=1)

    told = clean(definition, thrown | answers)

    assert any(said in row.text(told) for row in paper.rows)


def test_what_no_longer_applies_is_not_written() -> None:
    definition, paper = form("marital_status"), in_files("1.004873", IN_2020).result
    thrown = generate(definition, seed=3, on=IN_2020, file_id=1)

    told = clean(definition, thrown | {"status": "never", "court": "Tòa Mẫu"})

    assert not any("Tòa Mẫu" in row.text(told) for row in paper.rows)


@pytest.mark.django_db
def test_certified_copies_are_paid_by_page_and_the_receipt_lists_what_was_given(
    bodies: Bodies, at: datetime
) -> None:
    subject = procedure("2.000815", IN_2020)
    originals = [
        {"original_name": "Bằng tốt nghiệp", "pages": 1, "copies": 3},
        {"original_name": "Hợp đồng", "pages": 6, "copies": 2},
    ]
    dossier = _submit(subject, bodies.commune, at, originals=originals, original_photos=[])
    clerk = make_officer(bodies.commune, "clerk", at=at)

    actions.receive_dossier(code=dossier.code, actor=clerk, at=at)

    assert dossier.fee == 3 * 2000 + 2 * (2 * 2000 + 4 * 1000)
    receipt = str(slips_of(dossier)[0].document.data)
    assert "Tờ khai điện tử" in receipt
    assert "Ảnh chụp bản chính" not in receipt


@pytest.mark.django_db
def test_residence_is_applied_for_at_the_commune_police_where_there_is_one(
    bodies: Bodies, at: datetime, settings: Settings
) -> None:
    settings.DEMO = True
    clock.use(lambda: at)
    applicant = make_applicant(at=at)
    client = Client()
    client.post("/dang-nhap/thu/", {"account": applicant.account_id})

    residence = client.get("/dich-vu-cong/1.004194/nop/?q=xa mau").content.decode()
    birth = client.get("/dich-vu-cong/1.001193/nop/?q=xa mau").content.decode()

    assert f"/nop/{bodies.police.pk}/" in residence
    assert f"/nop/{bodies.commune.pk}/" not in residence
    assert f"/nop/{bodies.commune.pk}/" in birth


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "said"),
    [("1.001193", "làm trọn qua mạng"), ("1.000894", "nhận kết quả tại nơi tiếp nhận")],
)
def test_the_page_promises_online_only_what_ends_online(
    client: Client, code: str, said: str
) -> None:
    clock.use(lambda: clock.at_local(IN_2026, time(9)))

    page = client.get(f"/dich-vu-cong/{code}/").content.decode()

    assert said in page
    assert ("khi một bên thường trú ở xã khác" in page) is (code == "1.000894")


@pytest.mark.parametrize("code", WHOLE)
def test_only_residence_and_insurance_are_taken_straight_by_another_body(code: str) -> None:
    task = procedure(code, IN_2026).taken_straight_by

    residence = dict.fromkeys(("1.004222", "1.004194", "1.003197"), "police")
    assert task == (residence | {"9.000001": "insurance"}).get(code, "")
