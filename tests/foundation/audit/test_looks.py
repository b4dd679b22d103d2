"""People see who has looked at their data."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries

from nentang.agreements.actor import Actor
from nentang.foundation.audit import registry, views
from nentang.foundation.audit.public import (
    LookWithoutReason,
    looks_at_person,
    looks_at_subject,
    name_organizations_with,
    name_roles_with,
    record,
    record_look,
)
from nentang.kernel import clock

from .factories import a_look, a_person, an_act, an_officer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _named_bodies() -> Iterator[None]:
    names, titles = registry._organization_names, registry._role_titles
    name_organizations_with(lambda ids: {5: "Ủy ban nhân dân xã Yên Hoà"})
    name_roles_with({"clerk": "công chức một cửa"}.__getitem__)
    yield
    name_organizations_with(names)
    name_roles_with(titles)


def page(actor: Actor, query: str = "") -> str:
    """What the actor reads on the page."""
    request = RequestFactory().get(f"/ai-da-xem/{query}")
    request.actor = actor  # type: ignore[attr-defined]  # as the middleware does
    response = views.looks(request)
    assert response.status_code == 200
    return str(getattr(response, "content", b"").decode())


def test_a_look_says_who_when_what_why_and_on_what_basis(at: datetime) -> None:
    a_look(at=at)
    text = page(a_person())
    for shown in (
        "Ủy ban nhân dân xã Yên Hoà",
        "Bùi Văn Thử, công chức một cửa",
        "7/12/2020",
        "họ và tên, ngày sinh",
        "Đối chiếu giấy tờ trong hồ sơ",
        "Nghị định 61/2018/NĐ-CP, Điều 17",
    ):
        assert shown in text


@pytest.mark.parametrize(
    ("year", "act"), [(2020, "86/2015/QH13"), (2024, "13/2023/NĐ-CP"), (2026, "91/2025/QH15")]
)
def test_the_page_names_the_act_of_the_day(year: int, act: str, at: datetime) -> None:
    clock.use(lambda: at.replace(year=year))
    assert act in page(a_person())


def test_a_look_without_fields_purpose_or_basis_is_refused(at: datetime) -> None:
    with pytest.raises(LookWithoutReason):
        record_look(
            actor=an_officer(),
            subject="dossier:1",
            person_id=9,
            fields=("phone",),
            purpose="",
            legal_basis="Luật",
            at=at,
        )


def test_only_looks_at_the_person_are_shown(at: datetime) -> None:
    a_look(at=at, person_id=10)
    record(actor=an_officer(), action="tests.act", subject="x:1", at=at, person_id=9)
    assert "Chưa có ai xem" in page(a_person(person_id=9))


def test_own_looks_are_not_shown(at: datetime) -> None:
    a_look(at=at, person_id=9, actor=a_person(person_id=9))
    assert looks_at_person(9) == []


def test_who_acts_under_a_mandate_sees_the_looks_at_the_principal(at: datetime) -> None:
    a_look(at=at, person_id=12)
    text = page(a_person(person_id=9, principal_person_id=12))
    assert "Bùi Văn Thử" in text
    assert "xem thay cho" in text


def test_a_mandate_for_dossiers_only_shows_no_looks_at_the_principal(at: datetime) -> None:
    a_look(at=at, person_id=12)
    text = page(a_person(person_id=9, principal_person_id=12, scope="services."))
    assert "Bùi Văn Thử" not in text


def test_pages_follow_each_other_without_loss_or_repetition(at: datetime) -> None:
    for minute in range(115):
        a_look(at=at + timedelta(minutes=minute))
    seen: list[int] = []
    before = None
    while found := looks_at_person(9, before, 20):
        seen += [each.id for each in found]
        before = found[-1].id
    assert len(seen) == len(set(seen)) == 115
    assert seen == sorted(seen, reverse=True)
    assert f"?truoc={seen[49]}" in page(a_person())
    assert f"?truoc={seen[99]}" in page(a_person(), f"?truoc={seen[49]}")
    assert 'rel="next"' not in page(a_person(), f"?truoc={seen[99]}")


def test_looks_in_a_row_by_one_officer_on_one_day_are_shown_as_one(at: datetime) -> None:
    for minutes in (0, 1, 2, 24 * 60):
        a_look(at=at + timedelta(minutes=minutes))
    text = page(a_person())
    assert text.count("Ủy ban nhân dân xã Yên Hoà") == 2
    assert text.count("(mở 3 lần)") == 1


def test_a_list_costs_one_query_however_long(
    at: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(30):
        a_look(at=at)
        an_act(at=at)
    with django_assert_num_queries(1):
        assert len(looks_at_subject("dossier:123", limit=25)) == 25
