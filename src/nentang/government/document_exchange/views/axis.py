"""The axis itself: the proof of a day, the directory, connections, what was refused."""

from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.document_exchange.actions import (
    close_installation,
    connect_installation,
    join_axis,
    move_installation,
    prove_days,
    trust_certificate,
)
from nentang.government.document_exchange.enums import BusinessKind
from nentang.government.document_exchange.permissions import ADMINISTRATOR
from nentang.government.document_exchange.queries import (
    directory as listed,
)
from nentang.government.document_exchange.queries import (
    installations,
    own_certificate,
    proofs_of,
    refused_inputs,
)
from nentang.kernel import clock
from nentang.kernel.errors import DomainError

from ._frame import PAGE, body_of, frame

FIELDS = {"ten": "name", "ma": "code", "dia-chi": "url", "chung-thu": "certificate"}


@for_officer()
def proof(request: PageRequest) -> HttpResponse:
    """What both sides say of a day; what only one of them has is named."""
    body, today = body_of(request), clock.legal_day(clock.now())
    day = min(_day(request.GET.get("ngay", "")) or today, today)
    proofs = list(proofs_of(body.id, day)[:200])
    context = frame(request, "proof", body) | {
        "day": day,
        "today": today,
        "previous": day - timedelta(days=1),
        "next": day + timedelta(days=1) if day < today else None,
        "proofs": proofs,
        "unequal": [each for each in proofs if not each.is_equal],
        "count": sum(each.our_count for each in proofs),
    }
    return render(request, "document_exchange/proof.html", context)


@for_officer()
@require_POST
def prove(request: PageRequest) -> HttpResponse:
    """Compare now instead of within the hour."""
    prove_days(at=clock.now(), days=1)
    messages.success(request, _("Đã đối soát hôm nay và hôm qua với mọi hệ thống trả lời được."))
    return redirect("document_exchange:proof")


@for_officer()
def directory(request: PageRequest) -> HttpResponse:
    """Who can be sent to, by name or code."""
    body, text = body_of(request), request.GET.get("tim", "").strip()[:80]
    found = list(listed(text)[: PAGE + 1])
    context = frame(request, "directory", body) | {
        "text": text,
        "rows": [(each, _kinds(each.kinds)) for each in found[:PAGE]],
        "has_more": len(found) > PAGE,
    }
    return render(request, "document_exchange/directory.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_officer(ADMINISTRATOR)
def connections(request: PageRequest) -> HttpResponse:
    """Other installations, our own certificate, and connecting one more."""
    body = body_of(request)
    seen: dict[str, object] = {}
    if request.method == "POST":
        typed = {field: request.POST.get(name, "")[:8000] for name, field in FIELDS.items()}
        try:
            connect_installation(**typed, actor=request.actor, at=clock.now())
        except DomainError as fault:
            seen = {"fault": fault, **typed}
        else:
            messages.success(request, _("Đã nối. Danh bạ của bên kia sẽ về trong một giờ."))
            return redirect("document_exchange:connections")
    context = frame(request, "connections", body) | {
        "installations": list(installations().prefetch_related("certificates")[:100]),
        "own_certificate": own_certificate(),
        **seen,
    }
    status = 422 if "fault" in seen else 200
    return render(request, "document_exchange/connections.html", context, status=status)


@for_officer(ADMINISTRATOR)
@require_POST
def join(request: PageRequest) -> HttpResponse:
    """The body takes part from now on."""
    body = body_of(request)
    try:
        join_axis(organization_id=body.id, actor=request.actor, at=clock.now())
    except DomainError as fault:
        messages.error(request, fault.sentence)
    return redirect("document_exchange:connections")


@for_officer(ADMINISTRATOR)
@require_POST
def switch(request: PageRequest, code: str) -> HttpResponse:
    """Stop with one, go on, reach it elsewhere, or trust a further certificate of it."""
    now = clock.now()
    try:
        if pem := request.POST.get("chung-thu", "")[:8000]:
            trust_certificate(installation_code=code, certificate=pem, actor=request.actor, at=now)
        elif url := request.POST.get("dia-chi", "")[:400]:
            move_installation(code=code, url=url, actor=request.actor, at=now)
        else:
            is_open = request.POST.get("mo") == "co"
            close_installation(code=code, is_open=is_open, actor=request.actor, at=now)
    except DomainError as fault:
        messages.error(request, fault.sentence)
    return redirect("document_exchange:connections")


@for_officer(ADMINISTRATOR)
def refused(request: PageRequest) -> HttpResponse:
    """What came and was not taken, latest first."""
    body = body_of(request)
    context = frame(request, "refused", body) | {"rows": list(refused_inputs()[: PAGE * 5])}
    return render(request, "document_exchange/refused.html", context)


def _kinds(kinds: list[int]) -> str:
    """What a body takes, in words."""
    known = [str(BusinessKind(each).label) for each in kinds if each in BusinessKind.values]
    return ", ".join(known) or str(_("mọi loại"))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
