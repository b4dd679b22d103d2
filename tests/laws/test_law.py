"""Every law file can be loaded and names its source."""

import pytest
from msgspec.structs import replace

from nentang.config.commands import law
from nentang.config.commands.law import fees_without_item, law_files, load
from nentang.government.finance.rules.revenue_items import revenue_items_law

from .house import name_of


@pytest.mark.parametrize("path", law_files(), ids=name_of)
def test_a_law_file_has_no_gaps_no_overlaps_and_a_source(path) -> None:  # type: ignore[no-untyped-def]
    found = load(path)

    assert all(rule.source for rule in found.rules)
    assert all(rule.act for rule in found.rules)


def test_every_fee_names_an_item_of_the_budget_chart() -> None:
    assert not fees_without_item()


def test_a_fee_without_an_item_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A chart of another year, which has no place for what is charged today."""
    chart = replace(revenue_items_law(), rules=(replace(revenue_items_law().rules[0], value={}),))
    monkeypatch.setattr(law, "revenue_items_law", lambda: chart)

    assert any("2.000815" in fault and "'2716'" in fault for fault in fees_without_item())
