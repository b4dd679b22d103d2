"""The person's own pages: complain in two steps, follow it, withdraw it, complain a second time."""

from typing import Any, BinaryIO, cast
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import looks_at_subject
from nentang.foundation.casework.public import timeline
from nentang.foundation.documents.public import documents_of_subject, store_file
from nentang.foundation.portal.public import PageRequest, for_person
from nentang.government.complaints import actions
from nentang.government.complaints.enums import About, Instance, Outcome
from nentang.government.complaints.errors import (
    ComplaintNotFound,
    NothingToComplainAbout,
    TooManyFiles,
)
from nentang.government.complaints.models import Complaint
from nentang.government.complaints.permissions import check_is_complainant, may_list
from nentang.government.complaints.queries import (
    body_above,
    complaints_of,
    find_complaint,
    offer_of,
    second_of,
    standing_of,
    state_of,
)
from nentang.government.complaints.rules.second import second_span
from nentang.government.services.public import (
    DossierInfo,
    check_acts_for_applicant,
    dossier_info,
    redress_of,
)
from nentang.kernel import clock
from nentang.kernel.errors import DomainError

PAGE, MOST_FILES = 20, 5


@for_person(assurance=1)
def complain(request: PageRequest, code: str) -> HttpResponse:
    """Say what it is about, then what happened; two short steps."""
    dossier, about = _theirs(request, code), request.POST.get("ve", "")
    if request.method == "POST" and about in About.values:
        return _send(request, dossier, About(about))
    offer = offer_of(dossier, at=clock.now())
    if offer is None:
        raise NothingToComplainAbout
    context: dict[str, Any] = {"dossier": dossier, "offer": offer, "crumbs": _crumbs(dossier)}
    about = request.GET.get("ve", "")
    if about not in offer.abouts:
        return render(request, "complaints/about.html", context)
    return render(
        request, "complaints/say.html", {**context, "about": About(about), **entered_in(request)}
    )


def _send(request: PageRequest, dossier: DossierInfo, about: About) -> HttpResponse:
    """To the complaint; the form again with what was typed where it is refused."""
    try:
        made = actions.file_complaint(
            dossier_code=dossier.code,
            about=about,
            **said_in(request, request.actor),
            actor=request.actor,
            at=clock.now(),
        )
    except DomainError as error:
        context = {"dossier": dossier, "about": about, "crumbs": _crumbs(dossier)}
        context |= {**entered_in(request), "error": error.sentence}
        return render(request, "complaints/say.html", context, status=422)
    return redirect(reverse("complaints:complaint", args=[made.code]) + "?moi")


@for_person(assurance=1)
def mine(request: PageRequest) -> HttpResponse:
    """All complaints of the person, newest first."""
    before = request.GET.get("truoc", "")
    if not may_list(request.actor):
        raise ComplaintNotFound
    found = complaints_of(
        person_id=request.actor.subject_person_id,
        company_id=request.actor.principal_organization_id,
        before_id=int(before)
        if before.isascii() and before.isdigit() and len(before) < 18
        else None,
        limit=PAGE + 1,
    )
    rows = [{"complaint": each, "state": state_of(each)} for each in found[:PAGE]]
    older = found[PAGE - 1].pk if len(found) > PAGE else None
    return render(request, "complaints/mine.html", {"rows": rows, "older": older})


@for_person(assurance=1)
def complaint_page(request: PageRequest, code: str) -> HttpResponse:
    """One complaint as a line in time: who has it, until when, what came of it."""
    complaint, now = _own(request, code), clock.now()
    span = second_span(standing_of(complaint))
    second = second_of(complaint)
    context = {
        **complaint_context(complaint),
        "crumbs": [{"label": _("Khiếu nại của tôi"), "url": reverse("complaints:mine")}],
        "just_sent": "moi" in request.GET,
        "may_withdraw": complaint.case.closed_at is None,
        "second": second,
        "second_until": span.until if _may_again(complaint, second) and span.holds(now) else None,
        "above": body_above(complaint),
        "reason": _reason(complaint),
        "looks": looks_at_subject(f"complaint:{complaint.pk}"),
    }
    return render(request, "complaints/complaint.html", context)


@for_person(assurance=1)
def withdraw(request: PageRequest, code: str) -> HttpResponse:
    """Withdraw, after being asked once."""
    complaint = _own(request, code)
    if request.method != "POST":
        return render(request, "complaints/withdraw.html", {"complaint": complaint})
    reason = request.POST.get("reason", "")[:1000]
    actions.withdraw_complaint(code=code, reason=reason, actor=request.actor, at=clock.now())
    return redirect("complaints:complaint", code=code)


@for_person(assurance=1)
def again(request: PageRequest, code: str) -> HttpResponse:
    """Complain a second time, to the body above."""
    first = _own(request, code)
    context: dict[str, Any] = {
        "complaint": first,
        "above": body_above(first),
        **entered_in(request),
    }
    if request.method != "POST":
        return render(request, "complaints/again.html", context)
    try:
        made = actions.complain_again(
            code=code, **said_in(request, request.actor), actor=request.actor, at=clock.now()
        )
    except DomainError as error:
        return render(
            request, "complaints/again.html", {**context, "error": error.sentence}, status=422
        )
    return redirect(reverse("complaints:complaint", args=[made.code]) + "?moi")


def complaint_context(complaint: Complaint) -> dict[str, Any]:
    """What the person's and the desk's page of a complaint both show."""
    decision = complaint.decision
    return {
        "complaint": complaint,
        "state": state_of(complaint),
        "timeline": timeline(complaint.case),
        "promised_at": None if complaint.case.closed_at else complaint.case.due_at,
        "papers": [
            each
            for each in documents_of_subject(f"complaint:{complaint.pk}")
            if each.pk != complaint.decision_id
        ],
        "files": [each.file for each in complaint.files.select_related("file").order_by("id")],
        "is_second": complaint.instance == Instance.SECOND,
        "redress": redress_of(complaint.code) if decision else None,
        "decision_path": reverse("documents:document", args=[decision.public_id])
        if decision
        else "",
        "verify_path": reverse("documents:verify", args=[decision.code]) if decision else "",
    }


def _theirs(request: PageRequest, code: str) -> DossierInfo:
    """The dossier for whoever may complain about it; to others it does not exist."""
    dossier = dossier_info(code, at=clock.now())
    check_acts_for_applicant(
        request.actor, applicant_id=dossier.applicant_id, on_behalf_of_id=dossier.on_behalf_of_id
    )
    return dossier


def said_in(request: PageRequest, actor: Actor) -> dict[str, Any]:
    """What the action is told; files are kept first, so that nothing is lost where it refuses."""
    entered, files = entered_in(request), request.FILES.getlist("files")
    if len(files) > MOST_FILES:
        raise TooManyFiles(most=MOST_FILES)
    kept = [
        store_file(
            content=cast(BinaryIO, file),
            filename=file.name or "",
            actor=actor,
            at=clock.now(),
        )
        for file in files
    ]
    return {
        "statement": entered["statement"],
        "demand": entered["demand"],
        "file_ids": [each.pk for each in kept],
        "key": f"page:{request.actor.account_id}:{entered['key']}",
    }


def entered_in(request: PageRequest) -> dict[str, str]:
    """What stands in the form; a new key for a new form."""
    return {
        "statement": request.POST.get("statement", "")[:4000],
        "demand": request.POST.get("demand", "")[:2000],
        "key": request.POST.get("key", "")[:40] or uuid4().hex,
    }


def _may_again(complaint: Complaint, second: Complaint | None) -> bool:
    given_up = complaint.outcome in (Outcome.WITHDRAWN, Outcome.NOT_ACCEPTED)
    return complaint.instance == Instance.FIRST and second is None and not given_up


def _reason(complaint: Complaint) -> str:
    """Why it was not accepted; nothing where it was."""
    if complaint.outcome != Outcome.NOT_ACCEPTED:
        return ""
    return next((e.public_note for e in reversed(timeline(complaint.case)) if e.public_note), "")


def _crumbs(dossier: DossierInfo) -> list[dict[str, str]]:
    return [
        {"label": _("Hồ sơ của tôi"), "url": reverse("services:mine")},
        {"label": dossier.code, "url": reverse("services:dossier", args=[dossier.code])},
    ]


def _own(request: PageRequest, code: str) -> Complaint:
    complaint = find_complaint(code)
    check_is_complainant(request.actor, complaint)
    return complaint
