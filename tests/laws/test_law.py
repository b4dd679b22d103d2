"""Every law file can be loaded and names its source."""

import pytest

from nentang.config.commands.law import law_files, load

from .house import name_of


@pytest.mark.parametrize("path", law_files(), ids=name_of)
def test_a_law_file_has_no_gaps_no_overlaps_and_a_source(path) -> None:  # type: ignore[no-untyped-def]
    law = load(path)

    assert all(rule.source for rule in law.rules)
    assert all(rule.act for rule in law.rules)
