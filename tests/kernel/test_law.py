"""Law files: what held on a day; files that must not be loaded."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from nentang.kernel.law import Law, LawUnreadable, NothingInForce, load_law

Write = Callable[[str], Law[int]]
HEAD = "title: Giờ chốt nhận hồ sơ\nrules:\n"


def rule(start: str, end: str = "", hour: int = 15, **changes: str) -> str:
    lines = {
        "valid_from": start,
        "valid_to": end or "null",
        "act": "Nghị định 61/2018/NĐ-CP",
        "article": "Điều 17",
        "source": "văn bản pháp điển",
        "value": f"{{hour: {hour}}}",
    } | changes
    return "  - " + "\n    ".join(f"{key}: {text}" for key, text in lines.items() if text) + "\n"


@pytest.fixture
def load(tmp_path: Path) -> Write:
    def write(text: str) -> Law[int]:
        path = tmp_path / "cutoff.yaml"
        path.write_text(text, encoding="utf-8")
        return load_law(path, _hour)

    return write


def _hour(value: Mapping[str, Any]) -> int:
    return int(value["hour"])


def test_each_day_has_the_rule_that_held_then(load: Write) -> None:
    law = load(HEAD + rule("2025-07-01", hour=16) + rule("2018-06-21", "2025-07-01"))
    assert law.in_force(on=date(2025, 6, 30)) == 15
    assert law.in_force(on=date(2025, 7, 1)) == 16
    assert law.rule_on(date(2020, 1, 1)).citation == "Điều 17, Nghị định 61/2018/NĐ-CP"
    assert [each.value for each in law.rules] == [15, 16]


def test_a_day_before_the_first_rule_has_none(load: Write) -> None:
    law = load(HEAD + rule("2018-06-21"))
    with pytest.raises(NothingInForce) as refusal:
        law.in_force(on=date(2018, 6, 20))
    assert "2018-06-20" in refusal.value.sentence


def test_days_between_two_rules_are_refused(load: Write) -> None:
    with pytest.raises(LawUnreadable, match="nothing holds from 2025-06-30 to 2025-07-01"):
        load(HEAD + rule("2018-06-21", "2025-06-30") + rule("2025-07-01"))


@pytest.mark.parametrize("end", ["2025-07-02", ""])
def test_two_rules_on_one_day_are_refused(load: Write, end: str) -> None:
    with pytest.raises(LawUnreadable, match="two rules hold at once from 2025-07-01"):
        load(HEAD + rule("2018-06-21", end) + rule("2025-07-01"))


@pytest.mark.parametrize("key", ["act", "article", "source", "value", "valid_from"])
def test_a_rule_must_say_where_it_is_written(load: Write, key: str) -> None:
    with pytest.raises(LawUnreadable, match=f"a rule lacks {key}"):
        load(HEAD + rule("2018-06-21", **{key: ""}))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title: x\n",
        "title: x\nrules: []\n",
        "title: [",
        HEAD + rule("2018-06-21", "2018-06-21"),
    ],
)
def test_a_broken_file_is_refused_by_name(load: Write, text: str) -> None:
    with pytest.raises(LawUnreadable, match=r"cutoff\.yaml"):
        load(text)


def test_a_value_its_parser_refuses_is_refused(load: Write) -> None:
    with pytest.raises(LawUnreadable):
        load(HEAD + rule("2018-06-21", value="{minute: 3}"))


def test_a_rule_says_whether_it_was_read_in_the_act(load: Write) -> None:
    law = load(HEAD + rule("2018-06-21", verified="false"))
    assert not law.rules[0].verified
