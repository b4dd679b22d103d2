"""The demo's paper book stands in the middle of being typed."""

from datetime import date, datetime

import pytest

from nentang.config.demo.civil_status import begin_paper_book
from nentang.config.demo.stage import Office
from nentang.foundation.organizations.public import unit_as_of
from nentang.government.civil_status.queries import progress_of

from .factories import make_books

pytestmark = pytest.mark.django_db


def test_one_line_is_done_one_different_one_waits_and_one_is_unreadable(at: datetime) -> None:
    books = make_books(at=at)
    commune = Office(
        books.body.pk, unit_as_of("37101", date(2020, 1, 1)), books.clerk, books.leader
    )

    progress = progress_of(begin_paper_book(commune, at=at))

    assert (progress.entered, progress.different, progress.typed, progress.unreadable) == (
        *(1, 1, 1, 1),
    )
