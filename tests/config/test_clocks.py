"""`nentang check` says whether the clocks agree."""

import argparse
import stat
from pathlib import Path

import pytest

from nentang.config.commands import check


def saying(word: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine whose systemd says that of its clock."""
    program = folder / "timedatectl"
    program.write_text(f"#!/bin/sh\necho {word}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def sound() -> bool:
    return check.run(argparse.Namespace(what="clocks")) == 0


@pytest.mark.django_db
def test_a_clock_that_nobody_sets_right_is_not_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    saying("no", tmp_path, monkeypatch)
    assert not sound()
    assert "chrony" in capsys.readouterr().out
    saying("yes", tmp_path, monkeypatch)
    assert sound()


@pytest.mark.django_db
def test_a_machine_that_tells_nothing_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert sound()
