"""What the measure computes from the facts of the books."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from nentang.agreements.actor import SYSTEM
from nentang.government.civil_status import actions
from nentang.government.civil_status.indicators import (
    BIRTHS_IN_TIME,
    BIRTHS_WITH_NUMBER,
    DIGITISED,
)
from nentang.measure.indicators.public import compute_indicators, value_of

from .factories import make_birth, make_books, make_paper_book, old_birth_typed


@pytest.mark.django_db(transaction=True)
def test_shares_come_out_of_real_entries_and_old_ones_are_not_late_births(
    at: datetime, settings: Settings, tmp_path: Path
) -> None:
    settings.FACTS_FOLDER = tmp_path / "facts"
    books = make_books(at=at)
    make_birth(books, at)
    make_birth(books, at, full_name="Lê Bình Nháp", birth="1/9/2020")
    book = make_paper_book(books, at)
    for actor in (books.registrar, books.second):
        actions.type_line(book=book, number=1, typed=old_birth_typed(), actor=actor, at=at)
    actions.mark_unreadable(book=book, number=2, note="Rách", actor=books.second, at=at)

    compute_indicators(actor=SYSTEM, at=at + timedelta(days=1))

    day = date(2020, 12, 7)
    values = {
        each.code: value_of(each.code, "37101", first=day, last=day, on=day).value
        for each in (BIRTHS_IN_TIME, BIRTHS_WITH_NUMBER, DIGITISED)
    }
    assert values == {
        "civil_status.births_in_time": 0.5,
        "civil_status.births_with_number": 1.0,
        "civil_status.digitised": 0.5,
    }
