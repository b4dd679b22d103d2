"""For leaders: what the office promises, its matters and windows, the addresses of its screens."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nentang.foundation.organizations.public import organization
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.queue import actions
from nentang.government.queue.enums import LEADING_ROLES
from nentang.government.queue.errors import NoQueueHere
from nentang.government.queue.models import Office
from nentang.government.queue.permissions import check_can_lead
from nentang.government.queue.queries import find_office, matters_of, windows_of
from nentang.government.queue.rules.terms import terms_on
from nentang.kernel import clock
from nentang.kernel.errors import DomainError
from nentang.kernel.text import whole_number


@require_http_methods(["GET", "HEAD", "POST"])
@for_officer(*LEADING_ROLES)
def set_up(request: PageRequest, organization_id: int) -> HttpResponse:
    """Everything about the office on one page; each form changes one thing."""
    check_can_lead(request.actor, organization_id)
    fault: DomainError | None = None
    if request.method == "POST":
        try:
            _CHANGES.get(request.POST.get("lam", ""), _nothing)(request, organization_id)
            messages.success(request, _("Đã lưu."))
            return redirect("queue:set_up", organization_id)
        except DomainError as refusal:
            fault = refusal
    context = {
        "body": organization(organization_id),
        "fault": fault,
        **_shown(request, organization_id),
    }
    return render(request, "queue/set_up.html", context, status=422 if fault else 200)


def _shown(request: PageRequest, organization_id: int) -> dict[str, object]:
    office = _office(organization_id)
    if office is None:
        terms = terms_on(clock.legal_day(clock.now()))
        return {"office": None, "promised_minutes": terms.promised_minutes}
    windows = list(windows_of(office))
    served = {matter.pk for each in windows for matter in each.matters.all()}
    return {
        "office": office,
        "promised_minutes": office.promised_minutes,
        "matters": [(matter, matter.pk in served) for matter in matters_of(office)],
        "windows": [(each, {matter.pk for matter in each.matters.all()}) for each in windows],
        "next_number": max((each.number for each in windows), default=0) + 1,
        "hall_address": _address(request, "queue:hall", office.hall_key),
        "screen_address": _address(request, "queue:screen", organization_id),
    }


def _office(organization_id: int) -> Office | None:
    try:
        return find_office(organization_id)
    except NoQueueHere:
        return None


def _address(request: PageRequest, name: str, argument: object) -> str:
    return request.build_absolute_uri(reverse(name, args=[argument]))


def _nothing(request: PageRequest, organization_id: int) -> None:
    raise NoQueueHere


def _change_office(request: PageRequest, organization_id: int) -> None:
    actions.set_up_office(
        organization_id=organization_id,
        promised_minutes=_number(request, "phut"),
        gives_numbers="phat-so" in request.POST,
        actor=request.actor,
        at=clock.now(),
    )


def _renew_key(request: PageRequest, organization_id: int) -> None:
    actions.renew_hall_key(organization_id=organization_id, actor=request.actor, at=clock.now())


def _add_matter(request: PageRequest, organization_id: int) -> None:
    actions.add_matter(
        organization_id=organization_id,
        prefix=request.POST.get("chu", ""),
        name=request.POST.get("ten", ""),
        actor=request.actor,
        at=clock.now(),
    )


def _change_matter(request: PageRequest, organization_id: int) -> None:
    actions.change_matter(
        organization_id=organization_id,
        matter_id=_number(request, "viec"),
        name=request.POST.get("ten", ""),
        is_open="nhan" in request.POST,
        actor=request.actor,
        at=clock.now(),
    )


def _add_window(request: PageRequest, organization_id: int) -> None:
    actions.add_window(
        organization_id=organization_id,
        number=_number(request, "so"),
        name=request.POST.get("ten", ""),
        matter_ids=_numbers(request, "viec"),
        actor=request.actor,
        at=clock.now(),
    )


def _change_window(request: PageRequest, organization_id: int) -> None:
    actions.change_window(
        organization_id=organization_id,
        number=_number(request, "so"),
        name=request.POST.get("ten", ""),
        matter_ids=_numbers(request, "viec"),
        actor=request.actor,
        at=clock.now(),
    )


_CHANGES: dict[str, Callable[[PageRequest, int], None]] = {
    "co-so": _change_office,
    "dia-chi": _renew_key,
    "them-viec": _add_matter,
    "sua-viec": _change_matter,
    "them-quay": _add_window,
    "sua-quay": _change_window,
}


def _number(request: PageRequest, name: str) -> int:
    return whole_number(request.POST.get(name, "")) or 0


def _numbers(request: PageRequest, name: str) -> list[int]:
    read = map(whole_number, request.POST.getlist(name))
    return [number for number in read if number is not None]
