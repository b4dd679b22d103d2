"""The network in numbers for everyone; an administrator runs the own body's part."""

import json
from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nentang.foundation.portal.public import PageRequest, for_everyone, for_officer
from nentang.foundation.registers.public import registers
from nentang.government.data_sharing import actions
from nentang.government.data_sharing.adapters.network_keys import snapshot_file
from nentang.government.data_sharing.enums import Sharing
from nentang.government.data_sharing.errors import (
    DescriptionUnreadable,
    MemberNotFound,
    ServiceNotFound,
)
from nentang.government.data_sharing.models import Certificate, Member, Subsystem
from nentang.government.data_sharing.permissions import ADMINISTRATOR
from nentang.government.data_sharing.queries import (
    members,
    network_state,
    systems_of,
    traffic_of,
)
from nentang.government.data_sharing.rules.descriptions import Description
from nentang.government.data_sharing.rules.wishes import read_fields
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotAllowed, NotFound

from .catalogue import page_key, typed

PAGE = 50
LONGEST_JSON = 200_000


@for_everyone
def network(request: PageRequest) -> HttpResponse:
    """Who is in it, how many calls, how fast, how many refused."""
    at = clock.now()
    found = members(after_id=page_key(request, "sau"), limit=PAGE + 1)
    context = {
        "state": network_state(at=at),
        "members": found[:PAGE],
        "more": found[PAGE - 1].pk if len(found) > PAGE else None,
        "traffic": traffic_of(at=at),
        "crumbs": [{"label": _("Dữ liệu dùng chung"), "url": reverse("data_sharing:catalogue")}],
    }
    return render(request, "data_sharing/network.html", context)


@for_everyone
def snapshot(request: PageRequest) -> HttpResponse:
    """The signed list that nodes live by. It holds certificates, services and grants, nothing secret."""
    file = snapshot_file()
    if not file.exists():
        raise ServiceNotFound
    answer = HttpResponse(file.read_bytes(), content_type="application/octet-stream")
    answer["Cache-Control"] = "no-cache"
    return answer


@for_officer(ADMINISTRATOR)
def own_body(request: PageRequest) -> HttpResponse:
    """Join, name systems, get certificates, offer services."""
    return _own(request)


@require_POST
@for_officer(ADMINISTRATOR)
def take_step(request: PageRequest, step: str) -> HttpResponse:
    """One of these; what is wrong is told on the page."""
    if step not in STEPS:
        raise NotFound
    try:
        seen = STEPS[step](request)
    except (NotFound, NotAllowed):
        raise
    except DomainError as fault:
        return _own(request, error=fault.sentence, opened=step)
    if isinstance(seen, Certificate):
        return _own(request, issued=seen)
    return redirect("data_sharing:own_body")


def _own(
    request: PageRequest,
    *,
    error: str = "",
    opened: str = "",
    issued: Certificate | None = None,
) -> HttpResponse:
    body_id = _body(request)
    systems = systems_of([body_id])
    certificates = Certificate.objects.filter(member__organization=body_id)
    context = {
        "member": Member.objects.filter(organization=body_id).first(),
        "systems": systems,
        "certificates": certificates.select_related("subsystem__member").order_by("-pk")[:PAGE],
        "kinds": Sharing,
        "register_services": [(kind, each) for kind in registers() for each in kind.services],
        "issued": issued,
        "error": error,
        "opened": opened,
        "typed": typed(request),
        "crumbs": [{"label": _("Dữ liệu dùng chung"), "url": reverse("data_sharing:catalogue")}],
    }
    return render(request, "data_sharing/own_body.html", context, status=422 if error else 200)


def _body(request: PageRequest) -> int:
    """The body that the officer administers (the first, where there are several)."""
    return request.actor.organizations(ADMINISTRATOR)[0]


def _by(request: PageRequest) -> dict[str, Any]:
    return {"actor": request.actor, "at": clock.now()}


def _join(request: PageRequest) -> None:
    url = request.POST.get("dia-chi", "")[:200]
    actions.join_network(organization_id=_body(request), node_url=url, **_by(request))


def _add_system(request: PageRequest) -> None:
    actions.add_system(
        organization_id=_body(request),
        code=request.POST.get("ma", "")[:40],
        title=request.POST.get("ten", "")[:200],
        **_by(request),
    )


def _issue(request: PageRequest) -> Certificate:
    return actions.issue_certificate(
        organization_id=_body(request),
        system_code=request.POST.get("he-thong", "")[:40],
        request_pem=request.POST.get("csr", "")[:16_000],
        **_by(request),
    )


def _revoke(request: PageRequest) -> None:
    fingerprint = request.POST.get("dau", "")[:64]
    actions.revoke_certificate(fingerprint=fingerprint, **_by(request))


def _publish(request: PageRequest) -> None:
    posted = request.POST
    try:
        openapi = json.loads(posted.get("openapi", "")[:LONGEST_JSON])
    except (ValueError, RecursionError) as fault:
        raise DescriptionUnreadable from fault
    if not isinstance(openapi, dict) or posted.get("kieu", "") not in Sharing.values:
        raise DescriptionUnreadable
    actions.publish_service(
        system=_system(request),
        code=posted.get("ma", "")[:40],
        sharing=Sharing(posted["kieu"]),
        description=Description(
            title=posted.get("ten", "")[:200],
            text=posted.get("mo-ta", "")[:2000],
            row_keys=tuple(posted.get("khoa", "").replace(",", " ").split()[:20]),
            rows_at=posted.get("danh-sach", "").strip()[:60],
            subject=posted.get("ai", "").strip()[:60],
        ),
        openapi=openapi,
        fields=read_fields(posted.get("truong", "")[:20_000]),
        **_by(request),
    )


def _offer(request: PageRequest) -> None:
    posted = request.POST
    register, _space, service = posted.get("co-so", "")[:80].partition(" ")
    if posted.get("kieu", "") not in Sharing.values:
        raise DescriptionUnreadable
    actions.offer_register(
        system=_system(request),
        register=register,
        service=service,
        sharing=Sharing(posted["kieu"]),
        **_by(request),
    )


def _system(request: PageRequest) -> Subsystem:
    code = request.POST.get("he-thong", "")
    for each in systems_of([_body(request)]):
        if each.code == code:
            return each
    raise MemberNotFound


STEPS: dict[str, Callable[[PageRequest], object]] = {
    "tham-gia": _join,
    "he-thong": _add_system,
    "chung-thu": _issue,
    "thu-hoi": _revoke,
    "dich-vu": _publish,
    "co-so-du-lieu": _offer,
}
