"""What came for the body and what it sent, with where each stands."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nentang.foundation.documents.public import files_of_subject
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.document_exchange.actions import (
    ask_back,
    open_received,
    report_status,
    resend_delivery,
)
from nentang.government.document_exchange.enums import BusinessKind, StatusCode
from nentang.government.document_exchange.errors import ConsignmentNotFound, ReceivedNotFound
from nentang.government.document_exchange.models import Consignment, ReceivedDocument
from nentang.government.document_exchange.permissions import speaks_for
from nentang.government.document_exchange.queries import (
    arrived_at,
    dead_letters,
    find_consignment,
    find_received,
    sent_by,
)
from nentang.government.document_exchange.rules.statuses import next_statuses
from nentang.kernel import clock
from nentang.kernel.errors import DomainError

from ._frame import before, body_of, frame, page_of


@for_officer()
def overview(request: PageRequest) -> HttpResponse:
    """What came, newest first."""
    body = body_of(request)
    rows = page_of(request, arrived_at(body.id, before_id=before(request)), body)
    context = frame(request, "arrived", body) | rows
    return render(request, "document_exchange/arrived.html", context)


@for_officer()
def sent(request: PageRequest) -> HttpResponse:
    """What was sent, newest first, each with its receivers."""
    body = body_of(request)
    rows = page_of(request, sent_by(body.id, before_id=before(request)), body)
    return render(request, "document_exchange/sent.html", frame(request, "sent", body) | rows)


@for_officer()
def dead(request: PageRequest) -> HttpResponse:
    """What receivers refused, and what a week did not bring there."""
    body = body_of(request)
    rows = page_of(request, dead_letters((body.id,), before_id=before(request)), body)
    return render(request, "document_exchange/dead.html", frame(request, "dead", body) | rows)


@for_officer()
@require_POST
def resend(request: PageRequest, delivery_id: int) -> HttpResponse:
    """Once more, the same message."""
    try:
        resend_delivery(delivery_id=delivery_id, actor=request.actor, at=clock.now())
    except DomainError as fault:
        messages.error(request, fault.sentence)
    else:
        messages.success(request, _("Văn bản sẽ được gửi lại trong giây lát."))
    return redirect("document_exchange:dead")


@for_officer()
def received(request: PageRequest, received_id: int) -> HttpResponse:
    """A document that came; what may be told to its sender next."""
    now, error = clock.now(), ""
    document = find_received(received_id)
    if not speaks_for(request.actor, document.receiver.organization_id):
        raise ReceivedNotFound
    if request.method == "POST":
        error = _told(request, document, now)
        if not error:
            return redirect("document_exchange:received", received_id=received_id)
    info = open_received(received_id=received_id, actor=request.actor, at=now)
    is_asked = not document.change_answer and (
        document.kind != BusinessKind.NEW or document.taken_back_at is not None
    )
    offered = next_statuses(document.status_code, is_change_asked=is_asked)
    context = {
        "document": document,
        "info": info,
        "files": list(files_of_subject(f"axis_document:{document.pk}")),
        "offered": [(each.value, each.label) for each in offered],
        "error": error,
        "note": request.POST.get("note", "")[:4000] if error else "",
        "crumbs": [{"label": _("Văn bản đến"), "url": reverse("document_exchange:overview")}],
    }
    return render(request, "document_exchange/received.html", context, status=422 if error else 200)


def _told(request: PageRequest, document: ReceivedDocument, now: datetime) -> str:
    """What stands in the way of telling the sender, empty where nothing did."""
    try:
        report_status(
            received_id=document.pk,
            status=StatusCode(request.POST.get("status", "")),
            note=request.POST.get("note", "")[:4000],
            staff=request.actor.name,
            actor=request.actor,
            at=now,
        )
    except DomainError as fault:
        return fault.sentence
    except ValueError:
        return str(_("Chọn một trạng thái để báo."))
    return ""


@for_officer()
def consignment(request: PageRequest, consignment_id: int) -> HttpResponse:
    """A document that was sent: each receiver with all that it told."""
    found = _own(request, consignment_id)
    deliveries = found.deliveries.select_related("receiver").prefetch_related("statuses")
    context = {
        "consignment": found,
        "deliveries": list(deliveries.order_by("pk")[:500]),
        "files": [each.file for each in found.files.select_related("file").order_by("pk")],
        "crumbs": [{"label": _("Văn bản đi"), "url": reverse("document_exchange:sent")}],
    }
    return render(request, "document_exchange/consignment.html", context)


@for_officer()
@require_POST
def take_back(request: PageRequest, consignment_id: int) -> HttpResponse:
    """Ask all receivers to give it back."""
    found = _own(request, consignment_id)
    ask_back(
        consignment_id=found.pk,
        reason=request.POST.get("reason", "")[:4000],
        actor=request.actor,
        at=clock.now(),
    )
    messages.success(request, _("Đã gửi yêu cầu lấy lại tới mọi nơi nhận."))
    return redirect("document_exchange:consignment", consignment_id=found.pk)


def _own(request: PageRequest, consignment_id: int) -> Consignment:
    """A document of a body in which the officer works; to others it does not exist."""
    found = find_consignment(consignment_id)
    if not speaks_for(request.actor, found.sender.organization_id) or found.status_code:
        raise ConsignmentNotFound
    return found
