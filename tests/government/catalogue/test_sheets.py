"""Sheets show every value, keep what they do not show, and say what is wrong box by box."""

import pytest

from nentang.government.catalogue.adapters.bundle_file import read_bundle, written_bundle
from nentang.government.catalogue.adapters.law_files import every_bundle_in_files
from nentang.government.catalogue.errors import FileUnreadable
from nentang.government.catalogue.rules.bundle import Bundle, parse_bundle
from nentang.government.catalogue.rules.differences import Difference, differences
from nentang.government.catalogue.rules.faults import faults_of
from nentang.government.catalogue.rules.sheet_values import apply, shown
from nentang.government.catalogue.rules.sheets import sheets_of

from .factories import as_posted

EVERY = list(every_bundle_in_files())


def named(bundle: Bundle) -> str:
    return f"{bundle.code}-{bundle.valid_from}"


@pytest.mark.parametrize("bundle", EVERY, ids=named)
def test_saving_every_sheet_as_it_is_changes_nothing(bundle: Bundle) -> None:
    source = bundle.source
    for sheet in sheets_of(source):
        if sheet.name == "phi" and bundle.fees is None:
            continue
        posted = as_posted(source, sheet)
        saved, errors = apply(source, sheet, posted)
        assert errors == {}, sheet.name
        assert differences(source, saved) == [], sheet.name


@pytest.mark.parametrize("bundle", EVERY, ids=named)
def test_a_bundle_comes_back_from_its_file_as_it_was(bundle: Bundle) -> None:
    content = written_bundle(bundle.source).encode()

    again = read_bundle(content, code=bundle.code)

    assert parse_bundle(again).digest == bundle.digest


@pytest.mark.parametrize("bundle", EVERY, ids=named)
def test_what_is_in_force_has_nothing_to_mend(bundle: Bundle) -> None:
    assert faults_of(bundle.source) == []


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe",
        b"- 1",
        b"a: [",
        b"x: &a [1]\ny: *a",
        b"!!python/object/apply:os.system [ls]",
        b"code: 1.001193",
        b"#" * (512 * 1024 + 1),
        b"[" * 20000,
    ],
)
def test_what_is_no_bundle_is_refused(content: bytes) -> None:
    with pytest.raises(FileUnreadable):
        read_bundle(content, code="1.001193")


def test_a_bundle_of_another_procedure_is_refused() -> None:
    with pytest.raises(FileUnreadable):
        read_bundle(written_bundle(EVERY[0].source).encode(), code="9.999999")


def test_rows_move_go_and_come() -> None:
    source = {
        "fees": {
            "value": {
                "exemptions": [
                    {"code": "one", "name": {"vi": "Một", "en": "One"}, "since": 1},
                    {"code": "two", "name": {"vi": "Hai", "en": "Two"}},
                ]
            }
        },
        "form": {"steps": []},
    }
    sheet = next(each for each in sheets_of(source) if each.name == "mien-giam")
    posted = as_posted(source, sheet)
    posted |= {"r.0._at": "9", "r.1._gone": "1"}
    posted |= {"r.2.code": "three", "r.2.name.vi": "Ba", "r.2.name.en": "Three", "r.2._at": "0.5"}

    saved, errors = apply(source, sheet, posted)

    assert errors == {}
    rows = saved["fees"]["value"]["exemptions"]
    assert [row["code"] for row in rows] == ["three", "one"]
    assert rows[1]["since"] == 1


@pytest.mark.parametrize(
    ("name", "typed", "fault"),
    [
        ("r.0.name", "Không Hợp Lệ", "name"),
        ("r.0.name", "", "needed"),
        ("r.0.kind", "colour", "choice"),
        ("r.0.choices", "chỉ một cột", "choices"),
        ("r.0.limits", "max_length", "limits"),
        ("r.0.when", "sometimes", "condition"),
        ("r.0.purpose", "x" * 4001, "too_long"),
    ],
)
def test_what_cannot_be_kept_is_named_by_its_box(name: str, typed: str, fault: str) -> None:
    source = EVERY[0].source
    sheet = next(each for each in sheets_of(source) if each.name.startswith("cau-hoi-"))
    posted = as_posted(source, sheet) | {name: typed}

    _saved, errors = apply(source, sheet, posted)

    assert errors == {name: fault}


@pytest.mark.parametrize(
    ("name", "typed", "fault"),
    [("o.valid_from", "30/2/2021", "day"), ("o.procedure.value.assurance", "hai", "number")],
)
def test_days_and_numbers_are_read_strictly(name: str, typed: str, fault: str) -> None:
    source = EVERY[0].source
    sheet = sheets_of(source)[0]
    posted = as_posted(source, sheet) | {name: typed}

    assert apply(source, sheet, posted)[1] == {name: fault}


def test_differences_are_told_by_names_and_order() -> None:
    before = {"rows": [{"name": "a", "n": 1}, {"name": "b"}, {"name": "c"}]}
    after = {"rows": [{"name": "c"}, {"name": "a", "n": 2}, {"name": "d"}]}

    assert differences(before, after) == [
        Difference(("rows", "«a»", "n"), 1, 2),
        Difference(("rows", "«d»"), None, {"name": "d"}),
        Difference(("rows", "«b»"), {"name": "b"}, None),
        Difference(("rows", "order"), "«a», «c»", "«c», «a»"),
    ]


def test_the_sheet_of_the_parts_does_not_change_with_their_questions() -> None:
    before, after = EVERY[0].source, EVERY[0].source
    after["form"]["steps"][0]["fields"][0]["label"]["vi"] = "Câu chữ khác"
    parts = next(each for each in sheets_of(before) if each.name == "to-khai")
    questions = next(each for each in sheets_of(before) if each.name.startswith("cau-hoi-"))

    assert shown(before, parts) == shown(after, parts)
    assert shown(before, questions) != shown(after, questions)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("receives", "village"),
        ("decides", "village"),
        ("assurance", 3),
        ("result", {"kind": "passport", "vi": "Hộ chiếu", "en": "Passport"}),
        ("route", [{"task": "navy", "level": "commune", "does": {"vi": "Xem", "en": "Looks"}}]),
    ],
)
def test_values_that_would_fail_later_are_faults_now(key: str, value: object) -> None:
    source = EVERY[0].source
    source["procedure"]["value"][key] = value

    assert [fault.part for fault in faults_of(source)] == [key]


def test_a_form_without_parts_is_a_fault_and_not_a_crash() -> None:
    source = EVERY[0].source
    source["form"]["steps"] = []

    assert [fault.part for fault in faults_of(source)] == ["form"]


def test_an_editor_may_compare_a_question_with_an_earlier_one_and_hears_what_cannot_be() -> None:
    source = next(each for each in EVERY if each.procedure.is_whole).source
    number, sheet = next(
        (int(each.root.rpartition(".")[2]), each)
        for each in sheets_of(source)
        if each.name.startswith("cau-hoi-")
    )
    questions = source["form"]["steps"][number]["fields"]
    last = len(questions) - 1
    posted = as_posted(source, sheet)
    first = questions[0]["name"]

    saved, errors = apply(source, sheet, {**posted, f"r.{last}.compare": f"at_least = {first}"})
    _, refused = apply(source, sheet, {**posted, f"r.{last}.compare": "gần = hôm qua"})

    assert errors == {}
    assert saved["form"]["steps"][number]["fields"][last]["compare"] == {"at_least": first}
    assert refused == {f"r.{last}.compare": "compare"}
    assert any("không so được" in each.words.vi for each in faults_of(saved))
    again, errors = apply(saved, sheet, as_posted(saved, sheet))
    assert (differences(saved, again), errors) == ([], {})
