"""Fees are whole đồng, per dossier, copy or page of a copy, and nothing for whoever is exempt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.government.catalogue.rules.fees import (
    Copies,
    Exemption,
    FeeLine,
    FeeSchedule,
    copies_in,
    fee_for,
    parse_fees,
)
from nentang.government.catalogue.rules.procedure import Bilingual

NAME = Bilingual("Phí", "Fee")
PER_COPY = FeeSchedule((FeeLine(NAME, 8000, "copy"),), (Exemption("poor_household", NAME),))


def test_two_copies_of_an_extract_cost_sixteen_thousand() -> None:
    assert fee_for(PER_COPY, online=True, copies=[Copies(2)]) == 16_000


def test_a_poor_household_pays_nothing_but_an_invented_exemption_does_not_count() -> None:
    assert fee_for(PER_COPY, online=True, copies=[Copies(2)], exemption="poor_household") == 0
    assert (
        fee_for(PER_COPY, online=True, copies=[Copies(2)], exemption="friend_of_the_clerk")
        == 16_000
    )


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

    fee = fee_for(FeeSchedule(lines), online=False, copies=[Copies(copies)])

    assert fee == sum(line.amount * (copies if line.per == "copy" else 1) for line in lines)
    assert isinstance(fee, int)


PER_PAGE = FeeSchedule((FeeLine(NAME, 2000, "page", from_page=3, then=1000, at_most=200_000),))
ORIGINALS = st.lists(st.builds(Copies, st.integers(1, 50), st.integers(1, 500)), min_size=1)


@pytest.mark.parametrize(
    ("pages", "fee"),
    [(1, 2000), (2, 4000), (3, 5000), (10, 12_000), (198, 200_000), (199, 200_000), (500, 200_000)],
)
def test_a_page_costs_less_from_the_third_on_and_a_copy_never_over_the_limit(
    pages: int, fee: int
) -> None:
    assert fee_for(PER_PAGE, online=False, copies=[Copies(1, pages)]) == fee


@given(originals=ORIGINALS)
def test_originals_are_paid_one_by_one_and_copies_alike(originals: list[Copies]) -> None:
    alone = [fee_for(PER_PAGE, online=False, copies=[Copies(1, each.pages)]) for each in originals]

    fee = fee_for(PER_PAGE, online=False, copies=originals)

    assert fee == sum(one * each.number for one, each in zip(alone, originals, strict=True))
    assert all(one <= 200_000 for one in alone)


@given(pages=st.integers(1, 400), more=st.integers(0, 400))
def test_more_pages_never_cost_less(pages: int, more: int) -> None:
    few, many = (
        fee_for(PER_PAGE, online=False, copies=[Copies(1, n)]) for n in (pages, pages + more)
    )

    assert few <= many <= few + 2000 * more


@pytest.mark.parametrize(
    ("answers", "copies"),
    [
        ({}, (Copies(),)),
        ({"copies": 3}, (Copies(3),)),
        ({"copies": "ba"}, (Copies(),)),
        ({"originals": [{"copies": 2, "pages": 4}, {"pages": ""}]}, (Copies(2, 4), Copies())),
        ({"originals": "x"}, (Copies(),)),
    ],
)
def test_what_is_copied_is_read_from_the_answers(
    answers: dict[str, object], copies: tuple[Copies, ...]
) -> None:
    assert copies_in(answers) == copies


def test_an_unknown_measure_is_refused() -> None:
    line = {"name": {"vi": "Phí", "en": "Fee"}, "amount": 1, "per": "kilo"}

    with pytest.raises(ValueError, match="per 'kilo'"):
        parse_fees({"lines": [line]})
