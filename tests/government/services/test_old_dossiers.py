"""Dossiers of an older system are moved in: checked like live ones, found like live ones, never changed."""

import csv
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from nentang.agreements.actor import SYSTEM
from nentang.config.cli import main
from nentang.foundation.audit.models import Record
from nentang.foundation.casework.models import Case, HolderSpell, TimelineEntry
from nentang.foundation.facts.models import Fact
from nentang.foundation.identity.models import Person
from nentang.foundation.organizations.public import (
    OrganizationKind,
    OrganizationLevel,
    create_organization,
    succeed_organization,
)
from nentang.government.services.actions import TakenIn, submit_dossier, take_in_file, try_file
from nentang.government.services.actions import take_in_file as taking
from nentang.government.services.enums import Channel
from nentang.government.services.errors import OldFileUnreadable
from nentang.government.services.models import Dossier
from nentang.government.services.rules.old_dossiers import (
    NEEDS,
    OldDossier,
    read_old_dossier,
)
from nentang.government.services.rules.old_faults import ADVICE

from .factories import (
    Office,
    extract_answers,
    make_applicant,
    make_neighbour,
    make_office,
    sign_in,
)

AT = datetime(2021, 3, 1, 2, 0, tzinfo=UTC)
TODAY = date(2021, 3, 1)
ROW = {
    "code": "000.37.15.H42-201207-0007",
    "procedure": "2.000635",
    "applicant_name": "LÊ THỊ MẪU",
    "birth": "5/9/1987",
    "personal_number": "001187000001",
    "phone": "0912 345 678",
    "channel": "counter",
    "fee": "8000",
    "submitted_at": "2020-12-07 08:30",
    "received_at": "07/12/2020 09:00",
    "due_at": "2020-12-08 16:00",
    "decided_at": "2020-12-07 15:00",
    "returned_at": "2020-12-08 08:00",
    "state": "10",
    "supplement": "",
}
STAMPS = {
    "received_at": "2020-12-07 09:00",
    "decided_at": "2020-12-07 15:00",
    "returned_at": "2020-12-08 08:00",
    "supplement": "Bản chụp giấy khai sinh",
}


def write(folder: Path, *rows: dict[str, str], name: str = "cu.csv") -> Path:
    file = folder / name
    with file.open("w", encoding="utf-8", newline="") as content:
        writer = csv.DictWriter(content, list(ROW))
        writer.writeheader()
        writer.writerows(rows)
    return file


def take(file: Path, *, at: datetime = AT) -> TakenIn:
    return take_in_file(file=file, actor=SYSTEM, at=at, progress=lambda read: None)


def in_state(state: int, serial: int) -> dict[str, str]:
    kept = {column: STAMPS[column] for column in NEEDS[state] if column in STAMPS}
    empty = dict.fromkeys(STAMPS, "")
    code = f"000.37.15.H42-201207-{serial:04d}"
    return ROW | empty | kept | {"state": str(state), "code": code, "personal_number": ""}


@pytest.fixture
def office(db: None) -> Office:
    return make_office(at=AT)


def test_a_row_is_read_with_all_that_a_dossier_has() -> None:
    read = read_old_dossier(2, ROW, today=TODAY)

    assert isinstance(read, OldDossier)
    assert read.applicant_name == "Lê Thị Mẫu"
    assert (read.birth_on, read.personal_number) == (date(1987, 9, 5), "001187000001")
    assert read.received_at == datetime(2020, 12, 7, 2, 0, tzinfo=UTC)
    assert [name for name, _ in read.steps()] == ["open", "receive", "grant", "return_result"]


@pytest.mark.parametrize(
    ("changed", "column", "reason"),
    [
        ({"code": "H42-1"}, "code", "form"),
        ({"code": "000.37.15.H42-201206-0007"}, "code", "day_of_code"),
        ({"procedure": ""}, "procedure", "missing"),
        ({"birth": "hôm qua"}, "birth", "form"),
        ({"birth": "1988"}, "personal_number", "year_of_number"),
        ({"personal_number": "12"}, "personal_number", "form"),
        ({"channel": "fax"}, "channel", "form"),
        ({"fee": "8.000"}, "fee", "form"),
        ({"submitted_at": "31/02/2020"}, "submitted_at", "form"),
        ({"decided_at": "2020-12-06"}, "decided_at", "order"),
        ({"returned_at": "2021-03-01"}, "returned_at", "not_past"),
        ({"returned_at": ""}, "returned_at", "missing"),
        ({"state": "11"}, "state", "form"),
        ({"state": "9"}, "returned_at", "against_state"),
        ({"state": "6", "fee": "", "decided_at": "", "returned_at": ""}, "fee", "missing"),
        ({"due_at": "2020-12-01"}, "due_at", "order"),
    ],
)
def test_what_is_wrong_is_told_by_its_column(
    changed: dict[str, str], column: str, reason: str
) -> None:
    faults = read_old_dossier(2, ROW | changed, today=TODAY)

    assert isinstance(faults, list)
    assert (column, reason) in [(fault.column, fault.reason) for fault in faults]


def test_days_before_recorded_office_hours_are_refused() -> None:
    old = {column: value.replace("2020", "2014") for column, value in ROW.items()}
    old["code"] = "000.37.15.H42-141207-0007"

    faults = read_old_dossier(2, old, today=TODAY)

    assert isinstance(faults, list)
    assert [fault.reason for fault in faults] == ["too_early"]


def test_an_old_dossier_stands_with_its_case_person_spells_and_timeline(
    office: Office, tmp_path: Path
) -> None:
    taken = take(write(tmp_path, ROW))

    dossier = Dossier.objects.select_related("case", "applicant").get(code=ROW["code"])
    assert (taken.added, taken.known, taken.faults) == (1, 0, [])
    assert (dossier.case.state, dossier.outcome, dossier.fee) == ("returned", "granted", 8000)
    assert dossier.organization_id == dossier.case.holder_id == office.body.pk
    assert dossier.applicant.phone == "+84912345678"
    assert [(s.is_suspension, s.minutes) for s in dossier.case.spells.order_by("id")] == [
        (False, dossier.case.held_minutes),
        (True, dossier.case.waited_minutes),
    ]
    assert (dossier.case.held_minutes, dossier.case.waited_minutes) == (300, 150)
    steps = list(dossier.case.timeline.order_by("id").values_list("step", "state"))
    assert steps[-1] == ("return_result", "returned")
    assert len(dossier.bundle_id) == 64


def test_facts_count_on_the_days_when_it_happened(office: Office, tmp_path: Path) -> None:
    take(write(tmp_path, ROW))

    days = dict(Fact.objects.values_list("kind", "day"))
    assert days["services.dossier_submitted"] == date(2020, 12, 7)
    assert days["services.dossier_finished"] == date(2020, 12, 7)
    assert days["casework.case_closed"] == date(2020, 12, 8)
    finished = Fact.objects.get(kind="services.dossier_finished")
    assert (finished.payload["on_time"], finished.payload["digital"]) == (True, False)


def test_one_audit_record_of_the_batch_names_the_files_digest(
    office: Office, tmp_path: Path
) -> None:
    take(write(tmp_path, ROW, in_state(8, 9)))

    record = Record.objects.get(action="services.take_in_old_dossiers")
    assert len(record.subject) == len("file:") + 32
    assert record.details["added"] == 2


def test_the_same_file_twice_adds_nothing(office: Office, tmp_path: Path) -> None:
    file = write(tmp_path, ROW, in_state(4, 8))
    take(file)
    tables = (Case, Dossier, Person, TimelineEntry, HolderSpell, Fact, Record)
    before = [table.objects.count() for table in tables]

    again = take(file)

    assert (again.added, again.known, again.faults) == (0, 2, [])
    assert [table.objects.count() for table in tables[:-1]] == before[:-1]


def test_a_run_cut_off_in_the_middle_goes_on(office: Office, tmp_path: Path) -> None:
    file = write(tmp_path, *(in_state(4, serial) for serial in range(1, 6)))

    def cut(read: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take_in_file(file=file, actor=SYSTEM, at=AT, progress=cut, batch_rows=2)
    assert Dossier.objects.count() == 2
    rest = take(file)

    assert (rest.added, rest.known) == (3, 2)


def test_every_national_state_finds_its_place(office: Office, tmp_path: Path) -> None:
    taken = take(write(tmp_path, *(in_state(state, state) for state in NEEDS)))

    states = Case.objects.order_by("code").values_list("state", "closed_at", "suspended_at")
    assert taken.faults == []
    assert [state for state, *_ in states] == [
        *("registered", "received", "not_accepted", "processing", "supplement"),
        *("financial", "withdrawn", "stopped", "done", "returned"),
    ]
    assert [closed is not None for _, closed, _ in states] == [
        state in (3, 7, 8, 10) for state in NEEDS
    ]
    assert [since is not None for *_, since in states] == [state in (5, 6, 9) for state in NEEDS]


def test_every_refusal_has_its_advice() -> None:
    source = Path(taking.__code__.co_filename).parents[1]
    texts = "".join(
        (source / name).read_text("utf-8")
        for name in ("rules/old_dossiers.py", "actions/take_in_old_dossiers.py")
    )

    assert [reason for reason in ADVICE if f'"{reason}"' not in texts] == []


def test_rows_against_catalogue_bodies_and_people_are_refused_and_the_others_taken(
    office: Office, tmp_path: Path
) -> None:
    rows = [
        ROW,
        ROW | {"code": "000.37.15.H42-201207-0008", "procedure": "9.999999"},
        ROW | {"code": "000.99.15.H42-201207-0009"},
        ROW | {"code": "000.37.15.H42-201207-0010", "applicant_name": "Bùi Văn Thử"},
        ROW | {"procedure": "1.001193"},
        ROW | {"code": "000.37.15.H42-201207-0011", "birth": "x"},
    ]

    taken = take(write(tmp_path, *rows))

    assert taken.added == 1
    assert {(fault.row, fault.reason) for fault in taken.faults} == {
        (3, "no_procedure"),
        (4, "no_body"),
        (5, "another_person"),
        (6, "another_dossier"),
        (7, "form"),
    }


def test_a_person_is_found_by_number_and_made_once(office: Office, tmp_path: Path) -> None:
    rows = [ROW | {"code": f"000.37.15.H42-201207-{serial:04d}"} for serial in range(1, 4)]

    take(write(tmp_path, *rows))

    assert Person.objects.filter(personal_number="001187000001").count() == 1


def test_an_open_dossier_of_an_ended_body_is_held_by_its_successor(
    office: Office, tmp_path: Path
) -> None:
    new = create_organization(
        name="Uỷ ban nhân dân xã Mới", kind=OrganizationKind.PEOPLES_COMMITTEE,
        level=OrganizationLevel.COMMUNE, code="H42.15.90", unit_code="98001",
        valid_from=date(2021, 1, 1), actor=SYSTEM, at=AT,
    )  # fmt: skip
    succeed_organization(
        old_id=office.body.pk, new_id=new.pk, on=date(2021, 1, 1), actor=SYSTEM, at=AT
    )  # fmt: skip

    take(write(tmp_path, in_state(4, 4), in_state(8, 8)))

    held = dict(Case.objects.values_list("state", "holder_id"))
    assert held == {"processing": new.pk, "stopped": office.body.pk}
    assert set(Dossier.objects.values_list("organization_id", flat=True)) == {office.body.pk}


def test_nothing_is_kept_of_a_trial(office: Office, tmp_path: Path) -> None:
    file, people = write(tmp_path, ROW, ROW | {"code": "x"}), Person.objects.count()

    taken = try_file(file=file, actor=SYSTEM, at=AT, progress=lambda read: None)

    assert (taken.added, len(taken.faults)) == (1, 1)
    assert Dossier.objects.count() == 0
    assert Person.objects.count() == people


def test_json_lines_are_taken_as_well(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "cu.jsonl"
    file.write_text(json.dumps(ROW | {"fee": 8000, "supplement": None}) + "\n\n", "utf-8")

    assert take(file).added == 1


@pytest.mark.parametrize("text", ["code,procedure\n", "", ",".join([*ROW, "màu"]) + "\n"])
def test_a_file_with_other_columns_is_refused_whole(
    office: Office, tmp_path: Path, text: str
) -> None:
    file = tmp_path / "cu.csv"
    file.write_text(text, "utf-8")

    with pytest.raises(OldFileUnreadable):
        take(file)


def test_the_applicant_and_the_desk_open_it_and_read_that_it_is_old(
    office: Office, tmp_path: Path
) -> None:
    applicant = make_applicant(at=AT)
    person = Person.objects.get(pk=applicant.person_id)
    own = ROW | {"personal_number": "", "applicant_name": person.full_name}
    take(write(tmp_path, own, in_state(4, 4), in_state(5, 5), in_state(6, 6)))
    Dossier.objects.update(applicant=person)
    Case.objects.update(applicant=person)

    for code in Dossier.objects.values_list("code", flat=True):
        for who, address in (
            (applicant, f"/ho-so/{code}/"),
            (office.clerk, f"/mot-cua/ho-so/{code}/"),
        ):
            page = sign_in(who).get(address)
            assert page.status_code == 200, (code, address)
            assert "Hồ sơ cũ, chuyển từ hệ thống trước đây." in page.content.decode()


def test_it_is_tracked_by_code_and_telephone(office: Office, tmp_path: Path) -> None:
    take(write(tmp_path, ROW))

    page = sign_in(office.clerk).post("/tra-cuu/", {"code": ROW["code"], "phone": "5678"})

    assert "Đã trả kết quả" in page.content.decode()


def test_live_dossiers_go_on_beside_old_ones(office: Office, tmp_path: Path) -> None:
    take(write(tmp_path, ROW, in_state(1, 1)))
    applicant = make_applicant(at=AT)

    live = submit_dossier(
        procedure="2.000635", organization_id=office.body.pk,
        applicant_person_id=applicant.person_id or 0, channel=Channel.ONLINE,
        answers=extract_answers(), actor=applicant, at=AT,
    )  # fmt: skip

    assert live.pk > max(Dossier.objects.exclude(pk=live.pk).values_list("pk", flat=True))


def test_the_command_tells_what_it_refused_and_writes_a_report(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_neighbour(office, at=AT)
    file = write(tmp_path, ROW, ROW | {"code": "x"})

    status = main(["intake", str(file)])
    report = list(csv.reader((tmp_path / "cu.csv.faults.csv").read_text("utf-8-sig").splitlines()))

    assert status == 1
    assert "1 added, 0 here before, 1 refused" in capsys.readouterr().out
    assert report[1][:3] == ["3", "x", "code"]
    assert main(["intake", str(write(tmp_path, ROW))]) == 0
    assert not (tmp_path / "cu.csv.faults.csv").exists()
