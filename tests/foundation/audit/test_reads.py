"""A row read by its code is the row that Django reads, others joined, whatever is asked for."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pytest_django import DjangoAssertNumQueries

from nentang.foundation.audit.public import RowBy
from nentang.foundation.casework.models import Case
from tests.foundation.casework.factories import make_case, make_office

pytestmark = pytest.mark.django_db
read = RowBy(
    lambda code: Case.objects.select_related("holder", "assignee__person").filter(code=code), str
)


def test_it_is_the_row_with_what_was_joined(
    at: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    office = make_office(at=at)
    case, other = make_case(office=office, at=at), make_case(office=office, at=at)

    for each in (case, other, case):
        with django_assert_num_queries(1):
            found = read(each.code)
            assert found
            assert (found.holder.name, found.assignee) == (office.body.name, None)
        twin = Case.objects.get(pk=each.pk)
        assert found == twin
        for field in Case._meta.concrete_fields:
            assert getattr(found, field.attname) == getattr(twin, field.attname)


def test_a_row_read_so_is_saved_like_any_other(at: datetime) -> None:
    case = read(make_case(office=make_office(at=at), at=at).code)
    assert case
    assert not case._state.adding
    case.title = "Đèn khác"
    case.save(update_fields=["title"])
    assert Case.objects.get(pk=case.pk).title == "Đèn khác"


@given(some.text())
def test_what_is_no_code_finds_nothing(text: str) -> None:
    assert read(text) is None
