"""A leader signs what waits in one go; what cannot be signed is said and holds up nothing else."""

from datetime import datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.services import actions
from nentang.government.services.queries import find_dossier, waiting_for_leader
from nentang.kernel import clock

from .factories import Office, make_applicant, make_dossier, make_neighbour, make_office, sign_in

pytestmark = pytest.mark.django_db
PAGE = "/mot-cua/trinh-ky/"


@pytest.fixture
def office(at: datetime) -> Office:
    clock.use(lambda: at)
    return make_office(at=at)


def proposed(office: Office, at: datetime) -> str:
    """What the page sends for a dossier that waits for the leader."""
    code = make_dossier(office=office, applicant=make_applicant(at=at), at=at).code
    actions.receive_dossier(code=code, actor=office.clerk, at=at)
    actions.propose_decision(code=code, note="Đủ giấy tờ", actor=office.clerk, at=at)
    return f"{code}@{find_dossier(code).case.version}"


def state(sent: str) -> str:
    return find_dossier(sent.partition("@")[0]).case.state


def test_all_chosen_are_signed_and_the_rest_wait(office: Office, at: datetime) -> None:
    first, second, third = (proposed(office, at) for _ in range(3))
    client = sign_in(office.leader)
    page = client.get(PAGE).content.decode()
    assert page.count("Đủ giấy tờ") == 3
    assert first in page

    answer = client.post(f"{PAGE}ky/", {"code": [first, second, second]}, follow=True)
    assert "Đã ký 2 kết quả." in answer.content.decode()
    run_until_quiet(at=at + timedelta(minutes=1))
    assert [state(each) for each in (first, second, third)] == ["returned", "returned", "deciding"]


def test_what_changed_since_it_was_seen_is_not_signed(office: Office, at: datetime) -> None:
    seen, other = proposed(office, at), proposed(office, at)
    code = seen.partition("@")[0]
    actions.send_back(code=code, reason="Xem lại", actor=office.leader, at=at)
    actions.propose_decision(code=code, note="", actor=office.clerk, at=at)

    answer = sign_in(office.leader).post(f"{PAGE}ky/", {"code": [seen, other]}, follow=True)
    said = answer.content.decode()
    assert "Người khác vừa xử lý hồ sơ này" in said
    assert "Đã ký 1 kết quả." in said
    assert (state(seen), state(other)) == ("deciding", "done")


def test_only_leaders_of_the_body_sign(office: Office, at: datetime) -> None:
    sent, other = proposed(office, at), make_neighbour(office, at=at)
    assert sign_in(office.clerk).get(PAGE).status_code == 403
    assert sent not in sign_in(other.leader).get(PAGE).content.decode()

    sign_in(other.leader).post(f"{PAGE}ky/", {"code": [sent, "khong-co@1", ""]})
    assert state(sent) == "deciding"


def test_the_list_costs_two_queries(
    office: Office, at: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(4):
        proposed(office, at)
    with django_assert_num_queries(2):
        assert len(waiting_for_leader([office.body.pk], limit=50)) == 4
