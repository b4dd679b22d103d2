"""Whoever is refused reads why and until when to complain, by the law of the day of the decision."""

from datetime import date, datetime

import pytest
from django.test import Client

from nentang.foundation.identity.public import Account
from nentang.government.complaints.rules.terms import complaint_days_on
from nentang.government.services import actions
from nentang.kernel import clock
from tests.foundation.identity.factories import PASSWORD
from tests.government.services.factories import make_applicant, make_dossier, make_office


@pytest.mark.django_db
def test_a_refusal_names_the_days_to_complain_and_the_law(client: Client, at: datetime) -> None:
    clock.use(lambda: at)
    office, citizen = make_office(at=at), make_applicant(at=at)
    code = make_dossier(office=office, applicant=citizen, at=at).code
    actions.receive_dossier(code=code, actor=office.clerk, at=at)
    actions.propose_decision(code=code, note="", actor=office.clerk, at=at)
    actions.refuse_dossier(code=code, reason="Trùng hồ sơ", actor=office.leader, at=at)
    name = Account.objects.get(pk=citizen.account_id).username
    client.post("/dang-nhap/", {"login": name, "password": PASSWORD})

    page = client.get(f"/ho-so/{code}/").text

    assert "trong 90 ngày kể từ ngày nhận được quyết định (Điều 9, Luật Khiếu nại" in page
    assert "Chưa đối chiếu" not in page


def test_what_was_not_read_since_it_was_amended_says_so() -> None:
    assert complaint_days_on(date(2026, 6, 30)).verified
    assert not complaint_days_on(date(2026, 7, 1)).verified
