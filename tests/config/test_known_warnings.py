"""Whether a pinned part has a known fault is asked about every part, and not knowing is said."""

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.known_warnings import LOCK, in_rounds, main, pinned

PARTS = st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 9).map(str)), unique=True)


def answering(folder: Path, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of that name which tells that."""
    program = folder / "pip-audit"
    program.write_text(f"#!/bin/sh\ncat <<'END'\n{told}\nEND\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_every_part_of_the_lock_is_asked_about() -> None:
    names = {name for name, _version in pinned(LOCK.read_text("utf-8"))}
    assert {"django", "cryptography", "pyhanko"} <= names
    assert "nentang" not in names


@given(PARTS)
def test_no_round_names_a_part_twice_and_none_is_left_out(parts: list[tuple[str, str]]) -> None:
    rounds = in_rounds(parts)
    assert all(len({name for name, _ in each}) == len(each) for each in rounds)
    assert sorted(part for each in rounds for part in each) == sorted(parts)


@pytest.mark.parametrize(
    ("told", "said", "ends", "ends_strictly"),
    [
        ('{"dependencies": [{"name": "a", "version": "1", "vulns": []}]}', "0 of", 0, 0),
        (
            '{"dependencies": [{"name": "a", "version": "1", "vulns": '
            '[{"id": "CVE-1", "fix_versions": ["2"]}]}]}',
            "CVE-1",
            1,
            1,
        ),
        ('{"dependencies": [{"name": "a", "skip_reason": "not found"}]}', "not known", 0, 1),
        ("no json", "not known", 0, 1),
    ],
)
def test_what_the_index_tells_decides(
    told: str,
    said: str,
    ends: int,
    ends_strictly: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    answering(tmp_path, told, monkeypatch)
    assert main([]) == ends
    assert said in capsys.readouterr().out
    assert main(["--strict"]) == ends_strictly
