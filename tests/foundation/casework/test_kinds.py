"""Tables of kinds: loaded, refused where they are wrong, drawn."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.foundation.casework.public import diagram, kind_named, kinds
from nentang.foundation.casework.rules.kinds import load_kind

from .factories import LAMP


def test_a_registered_kind_is_found_by_name() -> None:
    assert kind_named("lamp") == LAMP
    assert LAMP in kinds()
    assert LAMP.title("en") == "Broken lamp"
    assert LAMP.states["asking"].title("vi") == "Chờ người báo chỉ chỗ"


@pytest.mark.parametrize("place", ["initial: reported", "target: repairing"])
def test_a_table_that_names_an_unknown_state_is_refused(tmp_path: Path, place: str) -> None:
    table = Path(__file__).with_name("lamp_case.yaml").read_text("utf-8")
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(table.replace(place, place.split(":")[0] + ": lost", 1), "utf-8")

    with pytest.raises(ValueError, match="lost"):
        load_kind(wrong, url_name="portal:about")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{name: lost, title: {vi: x, en: x}}", "never reached: lost"),
        ("{name: reported, title: {vi: x, en: x}}", "named twice: reported"),
    ],
)
def test_a_table_with_a_state_in_vain_is_refused(tmp_path: Path, line: str, problem: str) -> None:
    table = Path(__file__).with_name("lamp_case.yaml").read_text("utf-8")
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(table.replace("states:\n", f"states:\n  - {line}\n", 1), "utf-8")

    with pytest.raises(ValueError, match=problem):
        load_kind(wrong, url_name="portal:about")


def test_the_diagram_shows_every_step_and_every_end() -> None:
    drawn = diagram(LAMP)

    assert drawn.startswith("stateDiagram-v2\n    [*] --> reported\n")
    assert "    asking --> repairing: answer" in drawn
    assert "    burning --> [*]" in drawn
    assert drawn.count("-->") == 1 + sum(len(t.sources) for t in LAMP.transitions.values()) + 2


def test_a_plain_step_out_of_an_end_is_refused(tmp_path: Path) -> None:
    table = Path(__file__).with_name("lamp_case.yaml").read_text("utf-8")
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(table.replace("reopens: true, ", ""), "utf-8")

    with pytest.raises(ValueError, match="out of a final state: burning"):
        load_kind(wrong, url_name="portal:about")


@given(st.lists(st.sampled_from(sorted(LAMP.transitions)), max_size=12))
def test_no_walk_leaves_a_final_state_unless_it_reopens(steps: list[str]) -> None:
    state = LAMP.initial
    for step in steps:
        transition = LAMP.transitions[step]
        if state in transition.sources:
            assert transition.reopens or not LAMP.states[state].is_final
            state = transition.target
