"""A file of any form and length is taken in from the disk, goes on where it broke off, and gives back what it refused."""

import csv
from datetime import datetime
from pathlib import Path

import pytest

from nentang.config.cli import main
from nentang.foundation.audit.models import Record as AuditRecord
from nentang.foundation.registers.actions import FileTaken, take_in_file, try_file
from nentang.foundation.registers.errors import FileUnreadable, NotYourRegister
from nentang.foundation.registers.models import ImportFault, ImportRun
from nentang.government.population.models import Citizen
from tests.government.population.factories import Commune, make_commune

pytestmark = pytest.mark.django_db
COLUMNS = ("number", "full_name", "sex", "birth_year", "unit_code", "address_line")
MANY = 4100


@pytest.fixture
def commune(at: datetime) -> Commune:
    return make_commune(at=at)


def person(place: int, sex: str = "nữ") -> tuple[str, ...]:
    return (f"083187{place:06}", "Lê Thị Mẫu", sex, "1987", "98001", "=Thôn Nháp")


def write(folder: Path, *rows: tuple[str, ...], columns: tuple[str, ...] = COLUMNS) -> Path:
    file = folder / "dan-cu.csv"
    with file.open("w", encoding="utf-8", newline="") as text:
        csv.writer(text).writerows([columns, *rows])
    return file


def take(file: Path, commune: Commune, at: datetime) -> FileTaken:
    return take_in_file(
        register="population",
        file=file,
        report=report_of(file),
        organization_id=commune.body.pk,
        actor=commune.registrar,
        at=at,
    )


def report_of(file: Path) -> Path:
    return file.with_name(f"{file.name}.faults.csv")


def report(file: Path) -> list[list[str]]:
    with report_of(file).open(encoding="utf-8-sig", newline="") as text:
        return list(csv.reader(text))


def test_good_rows_are_taken_and_the_others_come_back_with_their_cells(
    commune: Commune, at: datetime, tmp_path: Path
) -> None:
    file = write(tmp_path, person(1), person(2, "nam"), person(3, "x"))
    taken = take(file, commune, at)
    head, disagrees, unreadable = report(file)

    assert (taken.rows, taken.before, taken.refused) == (3, 0, 2)
    assert head[:5] == ["dòng bị trả lại", "cột sai", "vì sao", "number", "full_name"]
    assert disagrees[0] == "3"
    assert unreadable[:4] == ["4", "sex", "Không đọc được ô này.", "083187000003"]
    assert unreadable[head.index("address_line")] == "'=Thôn Nháp"
    assert report_of(file).stat().st_mode & 0o777 == 0o600


def test_the_report_is_a_table_that_can_be_mended_and_taken_in(
    commune: Commune, at: datetime, tmp_path: Path
) -> None:
    file = write(tmp_path, person(1), person(3, "x"))
    take(file, commune, at)
    head, *rows = report(file)
    rows[0][head.index("sex")] = "nữ"
    mended = write(tmp_path, *map(tuple, rows), columns=tuple(head))

    assert take(mended, commune, at).refused == 0
    assert not report_of(mended).exists()
    home = Citizen.objects.get(code="083187000003").residences.get()
    assert home.address_line == "=Thôn Nháp"


def test_a_run_that_broke_off_goes_on_and_reads_no_row_twice(
    commune: Commune, at: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(tmp_path, person(1, "x"), *(person(place) for place in range(2, MANY)))

    def pull_the_plug(read: int, _total: int) -> None:
        if read == 2000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take_in_file(
            register="population", file=file, report=report_of(file), progress=pull_the_plug,
            organization_id=commune.body.pk, actor=commune.registrar, at=at,
        )  # fmt: skip
    assert Citizen.objects.count() == 1999
    again = take(file, commune, at)

    assert (again.rows, again.before, again.refused) == (MANY - 1, 1999, 1)
    assert Citizen.objects.count() == MANY - 2
    assert ImportRun.objects.get().state == "done"
    entered = AuditRecord.objects.filter(action="registers.enter_records")
    assert sum(each.details["records"] for each in entered) == MANY - 2
    assert report(file)[1][0] == "2"


def test_a_file_given_again_adds_nothing_and_tries_what_was_refused(
    commune: Commune, at: datetime, tmp_path: Path
) -> None:
    child = ("083220000009", "Lê Văn Thử", "nam", "2020", "98009", "Thôn Nháp")
    file = write(tmp_path, person(1), child)
    assert take(file, commune, at).refused == 1
    versions = Citizen.objects.get().residences.count()

    again = take(file, commune, at)

    assert (again.before, again.refused) == (1, 1)
    assert ImportFault.objects.count() == 1
    assert Citizen.objects.get().residences.count() == versions


def test_trying_a_file_keeps_nothing_but_the_report(
    commune: Commune, at: datetime, tmp_path: Path
) -> None:
    file = write(tmp_path, person(1), person(3, "x"))
    tried = try_file(
        register="population", file=file, report=report_of(file),
        organization_id=commune.body.pk, actor=commune.registrar, at=at,
    )  # fmt: skip

    assert (tried.rows, tried.refused) == (2, 1)
    assert not Citizen.objects.exists()
    assert not ImportRun.objects.exists()
    assert len(report(file)) == 2


LINE = '{"number": "083187000001", "full_name": "Lê Thị Mẫu", "sex": "nữ", "birth_year": 1987}\n'


@pytest.mark.parametrize(
    "broken",
    [
        (LINE + LINE[:40]).encode(),
        (LINE + "[1]\n").encode(),
        LINE.encode() + b"\xff\n",
        f"[{LINE}, ".encode(),
        f"[{LINE}] more".encode(),
    ],
)
def test_a_file_that_breaks_off_is_refused_whole(
    broken: bytes, commune: Commune, at: datetime, tmp_path: Path
) -> None:
    file = tmp_path / "dan-cu.jsonl"
    file.write_bytes(broken)

    with pytest.raises(FileUnreadable):
        take(file, commune, at)
    assert not ImportRun.objects.exists()


def test_only_who_keeps_the_register_takes_in(
    commune: Commune, at: datetime, tmp_path: Path
) -> None:
    with pytest.raises(NotYourRegister):
        take_in_file(
            register="population", file=tmp_path / "none.csv", report=tmp_path / "report.csv",
            organization_id=commune.body.pk, actor=commune.leader, at=at,
        )  # fmt: skip


class TestCommand:
    """What an operator sees."""

    def words(self, file: Path, *more: str) -> list[str]:
        body = ["--body", "H42.15.37"]
        return ["intake", "--register", "population", *body, *more, str(file)]

    def test_json_lines_are_taken_in_and_the_second_time_said_to_be_there(
        self, commune: Commune, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = tmp_path / "dan-cu.jsonl"
        file.write_text(LINE)

        assert main(self.words(file)) == 0
        assert "1 rows, 1 taken in, 0 here before, 0 refused" in capsys.readouterr().out
        assert main(self.words(file)) == 0
        told = capsys.readouterr().out
        assert "1 rows, 0 taken in, 1 here before, 0 refused" in told
        assert "Tệp này đã nhập từ" in told
        assert Citizen.objects.count() == 1

    def test_refused_rows_end_it_with_one_and_checking_keeps_nothing(
        self, commune: Commune, tmp_path: Path
    ) -> None:
        file = write(tmp_path, person(1), person(3, "x"))

        assert main(self.words(file, "--check")) == 1
        assert not Citizen.objects.exists()
        assert len(report(file)) == 2

    def test_a_register_that_takes_no_tables_and_a_missing_body_are_said(
        self, commune: Commune, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = write(tmp_path, person(1))

        assert main(["intake", "--register", "nothing", str(file)]) == 1
        assert "population" in capsys.readouterr().err
        assert main(["intake", "--register", "population", str(file)]) == 1
        assert "--body" in capsys.readouterr().err
