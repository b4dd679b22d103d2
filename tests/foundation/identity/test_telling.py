"""People hear when their way of signing in changes, and when a used code is tried again."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from nentang.foundation.identity.models import Account
from nentang.foundation.notifications.models import Message
from nentang.foundation.outbox.public import run_until_quiet
from nentang.kernel import clock

from .factories import PASSWORD, make_account, one_time_code, with_one_time_code

pytestmark = pytest.mark.django_db
Callbacks = Callable[..., AbstractContextManager[object]]
NEW = "mot cau khac han dai nua"


@pytest.fixture
def account(at: datetime) -> Account:
    clock.use(lambda: at)
    cache.clear()
    return make_account(at=at, assurance=2)


def signed_in(account: Account) -> Client:
    client = Client()
    client.post("/dang-nhap/", {"login": account.username, "password": PASSWORD})
    return client


def told(account: Account, at: datetime) -> list[str]:
    """The templates of what the account's person was told, by all ways but the page."""
    run_until_quiet(at=at + timedelta(minutes=1))
    messages = Message.objects.filter(person=account.person_id, template__startswith="watch.")
    for message in messages:
        assert {d.channel for d in message.deliveries.all()} == {"email", "sms", "push"}
        assert message.urgent
    return [each.template.removeprefix("watch.sign_in_") for each in messages.order_by("pk")]


def test_of_a_new_password(account: Account, at: datetime) -> None:
    sent = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assert signed_in(account).post("/dinh-danh/mat-khau/", sent).status_code == 302
    assert told(account, at) == ["password"]


def test_not_of_a_password_that_did_not_change(account: Account, at: datetime) -> None:
    sent = {"oldpassword": "sai mat khau roi nhe", "password1": NEW, "password2": NEW}
    signed_in(account).post("/dinh-danh/mat-khau/", sent)
    assert told(account, at) == []


def test_of_codes_turned_on_and_off(
    account: Account, at: datetime, django_capture_on_commit_callbacks: Callbacks
) -> None:
    secret = with_one_time_code(account=account, at=at)
    client = signed_in(account)
    client.post("/dinh-danh/nang-muc/", {"code": one_time_code(secret)})
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/dinh-danh/ma-du-phong/tao/")
    client.post("/dinh-danh/ma/tat/")
    assert told(account, at) == ["codes_added", "recovery_codes", "codes_removed"]


def test_of_a_code_that_is_tried_again_and_not_of_one_mistyped(
    account: Account, at: datetime
) -> None:
    secret = with_one_time_code(account=account, at=at)
    code = one_time_code(secret)
    first, thief = signed_in(account), signed_in(account)
    assert first.post("/dinh-danh/nang-muc/", {"code": code}).status_code == 302
    wrong = "000000" if code != "000000" else "111111"
    assert thief.post("/dinh-danh/nang-muc/", {"code": wrong}).status_code == 422
    assert thief.post("/dinh-danh/nang-muc/", {"code": code}).status_code == 422
    assert told(account, at) == ["codes_added", "code_tried_again"]
