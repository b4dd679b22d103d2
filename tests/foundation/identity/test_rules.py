"""Levels asked for, pairwise subjects, sealed secrets."""

from datetime import date

import pytest
from cryptography.fernet import InvalidToken
from hypothesis import given
from hypothesis import strategies as st

from nentang.foundation.identity.adapters.sealing import (
    account_behind,
    pairwise_subject,
    seal,
    unseal,
)
from nentang.foundation.identity.rules import acr_of, demanded_level, is_adult

ids = st.integers(min_value=1, max_value=2**63 - 1)
names = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("acr_values", "level"), [("", 0), ("1", 1), ("2", 2), ("2 1", 1), ("urn:high", 0), ("3 2", 2)]
)
def test_the_least_level_that_satisfies_is_asked_for(acr_values: str, level: int) -> None:
    assert demanded_level(acr_values) == level


def test_the_level_of_a_grant_is_one_unless_it_reached_two() -> None:
    assert acr_of({"openid", "profile"}) == "1"
    assert acr_of({"openid", "acr:2"}) == "2"


@given(account_id=ids, client_id=names)
def test_a_subject_leads_back_to_its_account(account_id: int, client_id: str) -> None:
    assert account_behind(pairwise_subject(account_id, client_id), client_id) == account_id


@given(subject=st.text(max_size=60), client_id=names)
def test_an_invented_subject_leads_nowhere(subject: str, client_id: str) -> None:
    assert account_behind(subject, client_id) is None


def test_what_is_sealed_for_one_purpose_opens_for_no_other() -> None:
    sealed = seal("JBSWY3DPEHPK3PXP", "codes")
    assert unseal(sealed, "codes") == "JBSWY3DPEHPK3PXP"
    with pytest.raises(InvalidToken):
        unseal(sealed, "keys")


@pytest.mark.parametrize(
    ("birth_on", "year", "adult"),
    [
        (date(2002, 12, 7), 2002, True),
        (date(2002, 12, 8), 2002, False),
        (None, 2001, True),
        (None, 2002, False),
    ],
)
def test_eighteen_is_reached_on_the_birthday(birth_on: date | None, year: int, adult: bool) -> None:
    assert is_adult(birth_on, year, date(2020, 12, 7)) is adult
