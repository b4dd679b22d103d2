"""Pages of messages: one's own, one's preferences, and what went out."""

from django.contrib import messages as flash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from nentang.foundation.audit.public import record_look
from nentang.foundation.portal.public import PageRequest, for_everyone, for_person
from nentang.kernel import clock
from nentang.kernel.text import whole_number

from .actions import (
    choose_preferences,
    note_receipt,
    read_messages,
    subscribe_push,
    unsubscribe_push,
)
from .adapters import application_server_key
from .enums import CARRIED
from .errors import SubscriptionRefused
from .forms import PreferencesForm
from .models import LAW, Delivery
from .permissions import check_can_see_outgoing, check_is_sms_gateway
from .queries import PAGE, messages_of, outgoing, preference_of, unread_count


@for_person()
def messages(request: PageRequest) -> HttpResponse:
    """The person's messages, latest first."""
    rows = messages_of(request.actor.person_id or 0, before_id=_before(request))
    page = {
        "rows": rows,
        "more": rows[-1].pk if len(rows) == PAGE else None,
        "unread": unread_count(request.actor),
    }
    return render(request, "notifications/messages.html", page)


@for_person()
@require_POST
def mark_read(request: PageRequest, message_id: int | None = None) -> HttpResponse:
    """One message or all are read; on to what the message is about, where it says so."""
    read_messages(actor=request.actor, at=clock.now(), message_id=message_id)
    onward = request.POST.get("tiep", "")
    is_ours = onward.startswith("/") and url_has_allowed_host_and_scheme(onward, allowed_hosts=None)
    return redirect(onward if is_ours else "notifications:messages")


@for_person()
def preferences(request: PageRequest) -> HttpResponse:
    """How the person wants to be told things."""
    preference = preference_of(request.actor.person_id or 0)
    form = PreferencesForm(request.POST or None, initial=PreferencesForm.initial_of(preference))
    if request.method == "POST" and form.is_valid():
        choose_preferences(**form.cleaned_data, actor=request.actor, at=clock.now())
        flash.success(request, _("Đã lưu cách nhận thông báo."))
        return redirect("notifications:preferences")
    page = {"form": form, "server_key": application_server_key()}
    return render(request, "notifications/preferences.html", page)


@for_person()
@require_POST
def browser(request: PageRequest) -> HttpResponse:
    """This browser asks for messages, or with `?thoi` no longer wants them."""
    from .schemas import BrowserSubscription  # noqa: PLC0415 - heavy

    if request.content_type != "application/json":
        raise SubscriptionRefused
    try:
        asked = BrowserSubscription.model_validate_json(request.body)
    except ValueError as error:
        raise SubscriptionRefused from error
    at = clock.now()
    if "thoi" in request.GET:
        unsubscribe_push(endpoint=asked.endpoint, actor=request.actor, at=at)
    else:
        subscribe_push(
            endpoint=asked.endpoint,
            p256dh=asked.keys.p256dh,
            auth=asked.keys.auth,
            actor=request.actor,
            at=at,
        )
    return HttpResponse(status=204)


@for_everyone
def outgoing_messages(request: PageRequest) -> HttpResponse:
    """What people received or would have received: for a demo and for administrators."""
    check_can_see_outgoing(request.actor)
    asked = request.GET.get("kenh", "")
    channel = asked if asked in CARRIED else ""
    rows = outgoing(channel=channel, before_id=_before(request))
    _record_looks(request, rows)
    page = {
        "rows": rows,
        "more": rows[-1].pk if len(rows) == PAGE else None,
        "channel": channel,
        "channels": [(each.value, each.label) for each in CARRIED],
    }
    return render(request, "notifications/outgoing.html", page)


@csrf_exempt
@for_everyone
@require_POST
def sms_receipt(request: PageRequest) -> HttpResponse:
    """The SMS gateway tells what became of a message, under its signature."""
    from .schemas import SmsReceipt  # noqa: PLC0415 - heavy

    check_is_sms_gateway(request.body, request.headers.get("X-Signature", ""))
    try:
        told = SmsReceipt.model_validate_json(request.body)
    except ValueError:
        return HttpResponse(status=422)
    found = note_receipt(
        gateway="sms", reference=told.reference, arrived=told.arrived, at=clock.now()
    )
    return HttpResponse(status=204 if found else 404)


def _before(request: PageRequest) -> int | None:
    return whole_number(request.GET.get("truoc", ""))


def _record_looks(request: PageRequest, rows: list[Delivery]) -> None:
    """Nobody is named in the audit who is not signed in: that is only so in a demo."""
    if not request.actor.is_signed_in:
        return
    for person_id in {row.message.person_id for row in rows} - {request.actor.person_id}:
        record_look(
            actor=request.actor,
            subject=f"person:{person_id}",
            person_id=person_id,
            fields=("email", "phone", "message"),
            purpose="kiểm tra việc gửi thông báo",
            legal_basis=LAW,
            at=clock.now(),
        )
