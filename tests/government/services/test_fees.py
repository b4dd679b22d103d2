"""Fees are whole đồng, per dossier or per copy, and nothing for whoever is exempt."""

from hypothesis import given
from hypothesis import strategies as st

from nentang.government.services.rules.fees import Exemption, FeeLine, FeeSchedule, fee_for
from nentang.government.services.rules.procedure import Bilingual

NAME = Bilingual("Phí", "Fee")
PER_COPY = FeeSchedule((FeeLine(NAME, 8000, "copy"),), (Exemption("poor_household", NAME),))


def test_two_copies_of_an_extract_cost_sixteen_thousand() -> None:
    assert fee_for(PER_COPY, online=True, copies=2) == 16_000


def test_a_poor_household_pays_nothing_but_an_invented_exemption_does_not_count() -> None:
    assert fee_for(PER_COPY, online=True, copies=2, exemption="poor_household") == 0
    assert fee_for(PER_COPY, online=True, copies=2, exemption="friend_of_the_clerk") == 16_000


def test_an_online_amount_holds_online_only() -> None:
    schedule = FeeSchedule((FeeLine(NAME, 100_000, "dossier", online_amount=50_000),))

    assert fee_for(schedule, online=True) == 50_000
    assert fee_for(schedule, online=False) == 100_000


@given(
    amounts=st.lists(st.integers(0, 10**9), max_size=5),
    copies=st.integers(1, 20),
)
def test_a_fee_is_the_sum_of_its_lines(amounts: list[int], copies: int) -> None:
    lines = tuple(
        FeeLine(NAME, amount, "copy" if i % 2 else "dossier") for i, amount in enumerate(amounts)
    )

    fee = fee_for(FeeSchedule(lines), online=False, copies=copies)

    assert fee == sum(line.amount * (copies if line.per == "copy" else 1) for line in lines)
    assert isinstance(fee, int)
