"""The administrator sees what waits and replays what is dead."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpResponseBase
from django.test import RequestFactory

from nentang.agreements.actor import Actor, ActorKind, Role
from nentang.foundation.audit.models import Record
from nentang.foundation.outbox import views
from nentang.foundation.outbox.enums import DeliveryState
from nentang.foundation.outbox.models import Delivery
from nentang.foundation.outbox.public import publish, run_until_quiet
from nentang.kernel import clock
from nentang.kernel.errors import NotAllowed

from .factories import LampLit, listening

pytestmark = pytest.mark.django_db
ADMINISTRATOR = Actor(
    kind=ActorKind.OFFICER,
    account_id=1,
    person_id=1,
    roles=(Role("administrator", 1),),
    assurance=2,
)
CLERK = Actor(kind=ActorKind.OFFICER, account_id=2, person_id=2, roles=(Role("clerk", 1),))


def ask(
    view: Callable[..., HttpResponseBase], actor: Actor, *, method: str = "get", **route: int
) -> HttpResponseBase:
    """Ask for a page as that actor."""
    request = getattr(RequestFactory(), method)("/quan-tri/su-kien/")
    request.actor = actor
    request._messages = CookieStorage(request)
    return view(request, **route)


def dead_delivery(at: datetime) -> Delivery:
    """A delivery that has failed for 72 hours."""

    def fail(event: LampLit) -> None:
        raise ValueError("0912345678")

    with listening(fail):
        publish(LampLit(1), at=at)
        run_until_quiet(at=at)
        run_until_quiet(at=at + timedelta(hours=73))
    return Delivery.objects.get()


def test_a_dead_letter_is_shown_with_its_error_but_no_values(at: datetime) -> None:
    dead_delivery(at)
    clock.use(lambda: at)
    text = ask(views.events, ADMINISTRATOR).content.decode()  # type: ignore[attr-defined]
    assert "tests.lamp_lit" in text
    assert "builtins.ValueError" in text
    assert "0912345678" not in text


def test_waiting_deliveries_show_how_far_behind_they_are(at: datetime) -> None:
    with listening(print):
        publish(LampLit(1), at=at)
        clock.use(lambda: at + timedelta(minutes=40))
        text = ask(views.events, ADMINISTRATOR).content.decode()  # type: ignore[attr-defined]
    assert "40 phút" in text


def test_replaying_is_a_button_and_stands_in_the_audit(at: datetime) -> None:
    dead = dead_delivery(at)
    clock.use(lambda: at + timedelta(hours=80))
    answer = ask(views.replay, ADMINISTRATOR, method="post", delivery_id=dead.pk)
    assert answer.status_code == 302
    dead.refresh_from_db()
    assert dead.state == DeliveryState.PENDING
    assert Record.objects.get(action="outbox.replay_delivery").subject == f"delivery:{dead.pk}"


def test_nobody_else_sees_the_page() -> None:
    with pytest.raises(NotAllowed):
        ask(views.events, CLERK)
    with pytest.raises(NotAllowed):
        ask(views.replay, CLERK, method="post", delivery_id=1)
