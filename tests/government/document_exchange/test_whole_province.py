"""The scene that the axis is for: a ministry's letter reaches every commune of a province, whoever is off."""

from pathlib import Path

import pytest

from nentang.config.axis.rehearsal import play_letter
from nentang.config.cli import Stop


def test_a_letter_reaches_all_157_communes_though_five_are_off_and_the_day_proves_it(
    tmp_path: Path, tables: Path
) -> None:
    said: list[str] = []

    report = play_letter(tmp_path, 157, 5, say=said.append, tables=tables)

    assert (report["meanwhile"], report["waiting"]) == (152, 5)
    assert (report["delivered"], report["came"]) == (157, 157)
    assert (report["proved"], report["unequal"]) == (157, 0)
    assert said[-1].endswith("157 = 157")


def test_somebody_must_be_off_and_somebody_not(tmp_path: Path) -> None:
    for communes, off in ((5, 0), (5, 5), (0, 0)):
        with pytest.raises(Stop):
            play_letter(tmp_path, communes, off, say=str)
