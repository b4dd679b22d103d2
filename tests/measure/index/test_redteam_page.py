"""The rates on the page are those that the command measures."""

from nentang.config.commands.index import PAGE, rates_table
from nentang.measure.index.rules.redteam import SEED, UNITS


def test_the_page_says_what_is_measured() -> None:
    assert rates_table(UNITS, SEED) in PAGE.read_text("utf-8")
