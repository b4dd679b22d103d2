"""Choosing how the result arrives: as the applicant, and at the desk for them."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nentang.foundation.organizations.public import OrganizationInfo, organization
from nentang.foundation.portal.public import PageRequest, for_officer, for_person
from nentang.government.services.actions import choose_delivery, confirm_arrival, open_dossier
from nentang.government.services.enums import DeliveryWay
from nentang.government.services.models import Dossier
from nentang.government.services.permissions import check_is_applicant
from nentang.government.services.queries import counters_found, delivery_of, find_dossier
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotAllowed, NotFound
from nentang.kernel.text import whole_number


@for_person(assurance=1)
def mine(request: PageRequest, code: str) -> HttpResponse:
    """On the applicant's own device."""
    dossier = find_dossier(code)
    check_is_applicant(request.actor, dossier)
    crumbs = [{"label": _("Hồ sơ của tôi"), "url": reverse("services:mine")}]
    return _choose(request, dossier, reverse("services:dossier", args=[code]), crumbs)


@for_officer("clerk")
def at_desk(request: PageRequest, code: str) -> HttpResponse:
    """By a clerk, as the applicant says at the counter."""
    dossier = open_dossier(code=code, actor=request.actor, at=clock.now())
    crumbs = [{"label": _("Việc của tôi"), "url": reverse("casework:inbox")}]
    return _choose(request, dossier, reverse("services:desk_dossier", args=[code]), crumbs)


@require_POST
@for_person(assurance=1)
def arrived(request: PageRequest, code: str) -> HttpResponseRedirect:
    """The post has brought it."""
    confirm_arrival(code=code, actor=request.actor, at=clock.now())
    return redirect("services:dossier", code=code)


def _choose(
    request: PageRequest, dossier: Dossier, back: str, crumbs: list[dict[str, str]]
) -> HttpResponse:
    error = _refused(request, dossier) if request.method == "POST" else ""
    if request.method == "POST" and not error:
        return redirect(back)
    today = clock.legal_day(clock.now())
    plan = delivery_of(dossier, today)
    words = request.GET.get("q", "")[:80].strip()
    own = organization(dossier.counter_id or dossier.organization_id)
    found = counters_found(words, today)
    context = {
        "dossier": dossier,
        "crumbs": [*crumbs, {"label": dossier.code, "url": back}],
        "ways": _ways([own, *([plan.counter] if plan.counter else []), *found]),
        "chosen": request.POST.get("way") or _value(plan.way, plan.counter),
        "address": _address(request) or plan.address or dossier.applicant.address_line,
        "words": words,
        "nothing_found": bool(words) and not found,
        "error": error,
    }
    return render(request, "services/delivery.html", context, status=422 if error else 200)


def _refused(request: PageRequest, dossier: Dossier) -> str:
    """Why the chosen way is not possible; nothing once it is chosen."""
    way, _separator, counter = request.POST.get("way", "").partition(":")
    try:
        choose_delivery(
            code=dossier.code,
            way=DeliveryWay(way) if way in DeliveryWay else DeliveryWay.ELECTRONIC,
            counter_id=whole_number(counter),
            address=_address(request),
            actor=request.actor,
            at=clock.now(),
        )
    except (NotFound, NotAllowed):
        raise
    except DomainError as refused:
        return str(refused.sentence)
    return ""


def _address(request: PageRequest) -> str:
    return request.POST.get("address", "")[:300]


def _ways(counters: list[OrganizationInfo]) -> list[dict[str, str]]:
    """What can be chosen: `value` is what the form sends back."""
    fetch = _("Đến quầy một cửa, mang giấy hẹn.")
    ways = [
        (DeliveryWay.ELECTRONIC, None, _("Trên máy"), _("Bản có chữ ký số, có ngay khi ký.")),
        *((DeliveryWay.COUNTER, each, each.name, fetch) for each in dict.fromkeys(counters)),
        (DeliveryWay.POST, None, _("Qua bưu điện"), _("Trả cước cho bưu điện khi nhận.")),
    ]
    return [{"value": _value(w, c), "title": title, "hint": hint} for w, c, title, hint in ways]


def _value(way: DeliveryWay, counter: OrganizationInfo | None) -> str:
    return f"{way}:{counter.id}" if counter else str(way)
