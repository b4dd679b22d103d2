"""Whoever lost their phone is let in again by two officers, and hears of it."""

from datetime import datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from pytest_django import Settings

from nentang.agreements.actor import Actor
from nentang.foundation.identity.actions import ask_factor_reset, decide_factor_reset
from nentang.foundation.identity.errors import BasisMissing, OwnMatterOnly, ResetNotFound
from nentang.foundation.identity.models import Account, FactorReset
from nentang.foundation.identity.public import actor_for_account
from nentang.foundation.notifications.models import Message
from nentang.foundation.outbox.public import run_until_quiet
from nentang.kernel import clock
from tests.government.services.factories import (
    Office,
    make_neighbour,
    make_office,
    make_officer,
    sign_in,
)

from .factories import PASSWORD, make_account, with_one_time_code

pytestmark = pytest.mark.django_db
PAGE = "/quan-tri/mat-xac-nhan/"


@pytest.fixture
def office(at: datetime, settings: Settings) -> Office:
    settings.DEMO = True
    clock.use(lambda: at)
    return make_office(at=at)


@pytest.fixture
def loser(at: datetime) -> Account:
    account = make_account(at=at, assurance=2)
    with_one_time_code(account=account, at=at)
    return account


def asked(office: Office, account: Account, actor: Actor, at: datetime) -> FactorReset:
    return ask_factor_reset(
        account_id=account.pk,
        organization_id=office.body.pk,
        basis="Thẻ căn cước và gương mặt",
        actor=actor,
        at=at,
    )


def has_factor(account: Account) -> bool:
    return Authenticator.objects.filter(user=account).exists()


def test_two_officers_take_it_off_and_the_person_hears_of_it(
    office: Office, loser: Account, at: datetime
) -> None:
    colleague = make_officer(office.body, "clerk", at=at)
    browser = Client()
    browser.post("/dang-nhap/", {"login": loser.username, "password": PASSWORD})
    reset = asked(office, loser, office.clerk, at)
    assert asked(office, loser, colleague, at) == reset
    assert has_factor(loser), "one pair of eyes takes nothing off"
    decide_factor_reset(reset_id=reset.pk, grant=True, actor=colleague, at=at)
    assert not has_factor(loser)
    assert browser.get("/dinh-danh/").status_code == 302, "sessions ended"
    run_until_quiet(at=at + timedelta(minutes=1))
    told = Message.objects.filter(person=loser.person_id, template="watch.sign_in_factors_reset")
    assert told.count() == 1


def test_nobody_decides_alone_or_for_themselves_or_elsewhere(
    office: Office, loser: Account, at: datetime
) -> None:
    reset = asked(office, loser, office.clerk, at)
    strangers = {
        office.clerk: OwnMatterOnly,
        office.leader: ResetNotFound,
        make_neighbour(office, at=at).clerk: ResetNotFound,
        actor_for_account(loser.pk, at): ResetNotFound,
    }
    for stranger, refusal in strangers.items():
        with pytest.raises(refusal):
            decide_factor_reset(reset_id=reset.pk, grant=True, actor=stranger, at=at)
    assert has_factor(loser)
    clerk_too = Account.objects.get(pk=office.clerk.account_id)
    with pytest.raises(OwnMatterOnly):
        asked(office, clerk_too, office.clerk, at)
    colleague = make_officer(office.body, "clerk", at=at)
    about_clerk = asked(office, clerk_too, colleague, at)
    with pytest.raises(OwnMatterOnly):
        decide_factor_reset(reset_id=about_clerk.pk, grant=True, actor=office.clerk, at=at)


def test_refused_it_stays_and_is_over(office: Office, loser: Account, at: datetime) -> None:
    colleague = make_officer(office.body, "head_of_desk", at=at)
    reset = asked(office, loser, office.clerk, at)
    decide_factor_reset(reset_id=reset.pk, grant=False, actor=colleague, at=at)
    assert has_factor(loser)
    with pytest.raises(ResetNotFound):
        decide_factor_reset(reset_id=reset.pk, grant=True, actor=colleague, at=at)
    with pytest.raises(BasisMissing):
        ask_factor_reset(
            account_id=loser.pk,
            organization_id=office.body.pk,
            basis=" ",
            actor=office.clerk,
            at=at,
        )


def test_the_counter_asks_on_one_page_and_another_decides_there(
    office: Office, loser: Account, at: datetime
) -> None:
    colleague = make_officer(office.body, "clerk", at=at)
    assert loser.person
    typed = {
        "number": loser.person.personal_number,
        "full_name": loser.person.full_name,
        "basis": "Thẻ căn cước và gương mặt",
    }
    asking, deciding = sign_in(office.clerk), sign_in(colleague)
    wrong = asking.post(PAGE, {**typed, "full_name": "Người Khác"})
    assert wrong.status_code == 422
    assert asking.post(PAGE, typed).status_code == 302
    reset = FactorReset.objects.get()
    sent = {"yeu-cau": reset.pk, "lam": "bo"}
    assert 'name="yeu-cau"' not in asking.get(PAGE).content.decode(), "not by who asked"
    assert 'name="yeu-cau"' in deciding.get(PAGE).content.decode()
    assert asking.post(PAGE, sent).status_code == 403
    assert has_factor(loser)
    assert deciding.post(PAGE, sent).status_code == 302
    assert not has_factor(loser)
