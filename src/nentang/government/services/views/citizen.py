"""The applicant's own pages: all dossiers, one dossier, supplements, withdrawal, rating."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, BinaryIO, cast

import segno
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import looks_at_subject
from nentang.foundation.casework.public import holders, timeline
from nentang.foundation.documents.public import store_file
from nentang.foundation.forms.public import drafts_of
from nentang.foundation.identity.public import person, principals_of
from nentang.foundation.organizations.public import organization
from nentang.foundation.portal.public import PageRequest, for_person
from nentang.government.services.actions import (
    answer_supplement,
    open_dossier,
    rate_dossier,
    withdraw_dossier,
)
from nentang.government.services.context import QUESTIONS
from nentang.government.services.enums import Outcome
from nentang.government.services.models import Dossier
from nentang.government.services.permissions import check_is_applicant, check_lists_dossiers
from nentang.government.services.queries import (
    delivery_of,
    entries_of,
    find_dossier,
    info_of,
    open_payment_of,
    procedure_of,
    route_of,
    slips_of,
    state_of,
)
from nentang.government.services.registry import (
    DossierPage,
    ShownPart,
    dossier_parts,
    groupings,
    my_links,
)
from nentang.government.services.rules.intake import PREFIX
from nentang.kernel import clock
from nentang.kernel.errors import DomainError
from nentang.kernel.text import whole_number

PAGE = 20
WITHDRAWABLE = {"registered", "received", "processing", "supplement", "financial"}


@for_person(assurance=1)
def mine(request: PageRequest) -> HttpResponse:
    """All dossiers of the person, newest first, and what is only begun."""
    before = request.GET.get("truoc", "")
    actor = request.actor
    check_lists_dossiers(actor)
    company_id = actor.principal_organization_id
    found = entries_of(
        person_id=actor.subject_person_id,
        company_id=company_id,
        before_id=whole_number(before),
        limit=PAGE + 1,
    )
    rows = rows_of(found[:PAGE])
    drafts = _drafts(request)
    older = found[PAGE - 1].pk if len(found) > PAGE else None
    context = {
        "rows": rows,
        "drafts": [] if before else drafts,
        "older": older,
        "links": [] if before else my_links(actor),
        "acting_for": _acting_for(request),
        "has_others": bool(principals_of(actor.person_id or 0, clock.legal_day(clock.now()))),
    }
    return render(request, "services/mine.html", context)


def rows_of(found: Sequence[Dossier]) -> list[dict[str, Any]]:
    """The dossiers as the list shows them; `entry` is what stands for several."""
    entries = {n: each for grouping in groupings() for n, each in grouping.entries(found).items()}
    return [
        {
            "dossier": each,
            "procedure": procedure_of(each),
            "state": state_of(each),
            "entry": entries.get(each.pk),
        }
        for each in found
    ]


def _drafts(request: PageRequest) -> list[dict[str, Any]]:
    """What is only begun, the latest first, each with where it goes on."""
    kinds = [(PREFIX, "services:draft"), *((each.drafts, each.draft_url) for each in groupings())]
    found = [
        {
            "url": reverse(url_name, args=[each.public_id]),
            "title": each.form.definition.title,
            "updated_at": each.updated_at,
        }
        for prefix, url_name in kinds
        for each in drafts_of(request.actor, prefix=prefix)
    ]
    return sorted(found, key=lambda each: each["updated_at"], reverse=True)


def _acting_for(request: PageRequest) -> str:
    """The name of whom one acts for; nothing where one acts for oneself."""
    actor = request.actor
    if actor.principal_organization_id:
        return organization(actor.principal_organization_id).name
    return person(actor.principal_person_id).full_name if actor.principal_person_id else ""


@for_person(assurance=1)
def dossier_page(request: PageRequest, code: str) -> HttpResponse:
    """One dossier as a line in time: who has it, until when, whose turn it is."""
    now = clock.now()
    dossier = open_dossier(code=code, actor=request.actor, at=now)
    payment = open_payment_of(dossier)
    context = {
        **dossier_context(dossier),
        "crumbs": [{"label": _("Hồ sơ của tôi"), "url": reverse("services:mine")}],
        "reason": _reason(dossier),
        "route": route_of(dossier, at=now),
        "parts": _parts(dossier, request.actor, now),
        "holders": holders(dossier.case, at=now),
        "payment": payment,
        "turn": _turn(dossier, payment is not None),
        "looks": looks_at_subject(f"dossier:{dossier.pk}"),
        "may_withdraw": dossier.case.state in WITHDRAWABLE,
        "just_sent": "moi" in request.GET,
        "qr": mark_safe(_qr(request, code)),  # noqa: S308 - drawn by segno from our own address
    }
    return render(request, "services/dossier.html", context)


@for_person(assurance=1)
def supplement(request: PageRequest, code: str) -> HttpResponse:
    """Add what the office asked for."""
    dossier = _own(request, code)
    if request.method != "POST":
        return render(request, "services/supplement.html", {"dossier": dossier})
    now, answer = clock.now(), request.POST.get("answer", "")[:4000]
    try:
        kept = [
            store_file(
                content=cast(BinaryIO, file), filename=file.name or "", actor=request.actor, at=now
            )
            for file in request.FILES.getlist("files")[:10]
        ]
        answer_supplement(
            code=code, answer=answer, file_ids=[f.pk for f in kept], actor=request.actor, at=now
        )
    except DomainError as error:
        context = {"dossier": dossier, "error": error.sentence, "answer": answer}
        return render(request, "services/supplement.html", context, status=422)
    return redirect("services:dossier", code=code)


@for_person(assurance=1)
def withdraw(request: PageRequest, code: str) -> HttpResponse:
    """Withdraw, after being asked once."""
    dossier = _own(request, code)
    if request.method != "POST":
        return render(request, "services/withdraw.html", {"dossier": dossier})
    reason = request.POST.get("reason", "")[:1000]
    withdraw_dossier(code=code, reason=reason, actor=request.actor, at=clock.now())
    return redirect("services:dossier", code=code)


@for_person(assurance=1)
def rate(request: PageRequest, code: str) -> HttpResponse:
    """One to five stars, and a sentence if one likes."""
    dossier = _own(request, code)
    if request.method != "POST":
        context: dict[str, Any] = {"dossier": dossier, "questions": QUESTIONS}
        return render(request, "services/rate.html", context)
    try:
        rate_dossier(
            code=code,
            stars=whole_number(request.POST.get("stars", "")) or 0,
            comment=request.POST.get("comment", "")[:1000],
            actor=request.actor,
            at=clock.now(),
            contacts=_points(request, "contacts"),
            other_bodies=_points(request, "other_bodies"),
            attitude=_points(request, "attitude"),
            information=_points(request, "information"),
        )
    except DomainError as error:
        context = {"dossier": dossier, "questions": QUESTIONS, "error": error.sentence}
        return render(request, "services/rate.html", context, status=422)
    return redirect("services:dossier", code=code)


def _points(request: PageRequest, name: str) -> int | None:
    answer = request.POST.get(name, "")
    return int(answer) if answer in ("0", "1", "2") else None


def dossier_context(dossier: Dossier) -> dict[str, Any]:
    """What the citizen's and the desk's page of a dossier both show."""
    return {
        "dossier": dossier,
        "procedure": procedure_of(dossier),
        "state": state_of(dossier),
        "timeline": timeline(dossier.case),
        "promised_at": None
        if dossier.decided_at or dossier.case.closed_at
        else dossier.case.due_at,
        "result_path": _document_path(dossier.result),
        "slips": slips_of(dossier),
        "delivery": delivery_of(dossier, clock.legal_day(clock.now())),
        "verify_path": reverse("documents:verify", args=[dossier.result.code])
        if dossier.result
        else "",
    }


def _parts(dossier: Dossier, actor: Actor, at: datetime) -> list[ShownPart]:
    return dossier_parts(DossierPage.APPLICANT, info_of(dossier, at=at), actor, at=at)


def _own(request: PageRequest, code: str) -> Dossier:
    dossier = find_dossier(code)
    check_is_applicant(request.actor, dossier)
    return dossier


def _turn(dossier: Dossier, is_unpaid: bool) -> str:
    """What the applicant has to do now: `pay`, `supplement`, `arrived`, `rate`, or nothing."""
    if dossier.case.state == "supplement":
        return "supplement"
    if is_unpaid and dossier.case.closed_at is None:
        return "pay"
    if dossier.case.state == "done" and hasattr(dossier, "delivery") and dossier.delivery.posted_at:
        return "arrived"
    is_rated = hasattr(dossier, "rating")
    return (
        "rate"
        if dossier.decided_at and dossier.outcome in ("granted", "refused") and not is_rated
        else ""
    )


def _reason(dossier: Dossier) -> str:
    """Why it was refused; nothing where it was not."""
    if dossier.outcome not in (Outcome.REFUSED, Outcome.NOT_ACCEPTED):
        return ""
    return next((e.public_note for e in reversed(timeline(dossier.case)) if e.public_note), "")


def _document_path(document: Any) -> str:
    return reverse("documents:document", args=[document.public_id]) if document else ""


def _qr(request: PageRequest, code: str) -> str:
    address = request.build_absolute_uri(reverse("services:track")) + f"?ma={code}"
    drawn: str = segno.make(address, error="m").svg_inline(omitsize=True, dark="#1d2733", border=2)
    return drawn
