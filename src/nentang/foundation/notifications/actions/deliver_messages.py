"""Hand over what is due."""

from datetime import datetime, timedelta
from urllib.parse import urljoin

from django.conf import settings
from django.db import transaction

from nentang.foundation.facts.public import record_fact
from nentang.foundation.notifications.adapters import Outgoing, Receipt, gateway_for
from nentang.foundation.notifications.enums import QUIET, Channel, DeliveryState
from nentang.foundation.notifications.errors import GatewayRefused, GatewayUnavailable
from nentang.foundation.notifications.events import MESSAGE_SENT
from nentang.foundation.notifications.models import Delivery
from nentang.foundation.notifications.queries import preference_of
from nentang.foundation.notifications.rules import (
    after_quiet_hours,
    gives_up,
    wait_before_attempt,
)

LEASE = timedelta(minutes=5)
BATCH = 100


def deliver_messages(*, at: datetime, limit: int = 1000) -> int:
    """Attempt up to `limit` due deliveries, each handed over outside any transaction; how many.

    A worker that dies while sending leaves the delivery queued: after five minutes it is tried again
    under the same key, so that a gateway that drops doubles sends it once. Nothing is lost.
    """
    done = 0
    while done < limit and (claimed := _claim(at)):
        for delivery in claimed:
            _attempt(delivery, at)
        done += len(claimed)
    return done


@transaction.atomic
def _claim(at: datetime) -> list[Delivery]:
    due = Delivery.objects.filter(state=DeliveryState.QUEUED, next_at__lte=at)
    ids = due.order_by("next_at", "pk").select_for_update(skip_locked=True)
    chosen = list(ids.values_list("pk", flat=True)[:BATCH])
    claimed = Delivery.objects.filter(pk__in=chosen)
    claimed.update(next_at=at + LEASE)
    return list(claimed.select_related("message__person").order_by("pk"))


def _attempt(delivery: Delivery, at: datetime) -> None:
    morning = _quiet_until(delivery, at)
    if morning > at:
        Delivery.objects.filter(pk=delivery.pk).update(next_at=morning)
        return
    gateway = gateway_for(Channel(delivery.channel))
    letter = _outgoing(delivery)
    if not gateway.reaches(letter):
        _end(delivery, DeliveryState.SKIPPED, at)
        return
    try:
        receipt = gateway.send(letter)
    except GatewayRefused as error:
        _end(delivery, DeliveryState.FAILED, at, error=str(error.facts.get("reason", "")))
    except GatewayUnavailable as error:
        _put_off(delivery, error, at)
    else:
        _sent(delivery, receipt, at)


def _quiet_until(delivery: Delivery, at: datetime) -> datetime:
    if delivery.channel not in QUIET or delivery.message.urgent:
        return at
    preference = preference_of(delivery.message.person_id)
    return after_quiet_hours(at, preference.quiet_from, preference.quiet_to)


def _outgoing(delivery: Delivery) -> Outgoing:
    message = delivery.message
    return Outgoing(
        key=f"nentang-{delivery.pk}",
        person_id=message.person_id,
        email=message.person.email,
        phone=message.person.phone,
        title=message.title,
        body=message.body,
        url=urljoin(settings.BASE_URL, message.link) if message.link else "",
        language=message.language,
    )


@transaction.atomic
def _sent(delivery: Delivery, receipt: Receipt, at: datetime) -> None:
    delivery.gateway = receipt.gateway
    delivery.receipt = receipt.reference
    _end(delivery, DeliveryState.SENT, at)
    record_fact(
        MESSAGE_SENT,
        at=at,
        organization_id=None,
        unit_code="",
        channel=delivery.channel,
        template=delivery.message.template,
        seconds=int((at - delivery.queued_at).total_seconds()),
    )


def _end(delivery: Delivery, state: DeliveryState, at: datetime, error: str = "") -> None:
    delivery.state = state
    delivery.attempts += 1
    delivery.done_at = at
    delivery.error = error[:120]
    delivery.save(update_fields=["state", "attempts", "done_at", "error", "gateway", "receipt"])


def _put_off(delivery: Delivery, error: GatewayUnavailable, at: datetime) -> None:
    if gives_up(delivery.queued_at, at):
        _end(delivery, DeliveryState.FAILED, at, error=error.code)
        return
    delivery.attempts += 1
    delivery.error = error.code
    delivery.next_at = at + wait_before_attempt(delivery.attempts)
    delivery.save(update_fields=["attempts", "error", "next_at"])
