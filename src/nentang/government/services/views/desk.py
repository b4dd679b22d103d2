"""The officer's page of a dossier: everything on it, and the steps that may be taken now."""

from datetime import date, datetime

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nentang.agreements.cashier import PaymentRequest, PaymentState, cashier
from nentang.foundation.casework.public import holders
from nentang.foundation.forms.public import StepPage, answered_steps, page_of
from nentang.foundation.organizations.public import organization
from nentang.foundation.portal.public import Fact, PageRequest, day_words, for_officer
from nentang.foundation.registers.public import shown_evidence
from nentang.government.catalogue.public import FOUND
from nentang.government.services.actions import (
    consult_body,
    forward_dossier,
    open_dossier,
    record_findings,
)
from nentang.government.services.errors import ChangedMeanwhile
from nentang.government.services.models import Dossier
from nentang.government.services.permissions import can_find_out
from nentang.government.services.queries import (
    bundle_of,
    consultations_of,
    info_of,
    possible_receivers,
    route_of,
)
from nentang.government.services.registry import DossierPage, dossier_parts
from nentang.government.services.templatetags.services import fee_amount_words
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotAllowed, NotFound
from nentang.kernel.text import whole_number

from .citizen import dossier_context
from .desk_steps import BY_NAME, Taken, steps_for

FORWARD, CONSULT, FIND = "chuyen", "hoi-y-kien", "tra-cuu"


@for_officer()
def dossier_page(request: PageRequest, code: str) -> HttpResponse:
    """The dossier with its answers, papers, timeline and next steps."""
    return _show(request, open_dossier(code=code, actor=request.actor, at=clock.now()))


@require_POST
@for_officer()
def take_step(request: PageRequest, code: str, step: str) -> HttpResponse:
    """Take one step; what was typed is shown again where it is refused."""
    now = clock.now()
    dossier = open_dossier(code=code, actor=request.actor, at=now)
    text = request.POST.get("text", "")[:4000]
    try:
        if request.POST.get("version", "") != str(dossier.case.version):
            raise ChangedMeanwhile
        _take(request, step, _taken(request, code, text, now))
    except (NotFound, NotAllowed):
        raise
    except DomainError as error:
        fresh = open_dossier(code=code, actor=request.actor, at=now)
        return _show(request, fresh, error=error.sentence, opened=step, text=text, status=422)
    return (
        redirect("casework:inbox")
        if step == FORWARD
        else redirect("services:desk_dossier", code=code)
    )


def _take(request: PageRequest, step: str, taken: Taken) -> None:
    if step == FORWARD:
        forward_dossier(organization_id=_receiver(request), note=taken.text, **taken.by)
    elif step == CONSULT:
        consult_body(
            organization_id=_receiver(request),
            question=taken.text,
            working_days=taken.amount,
            **taken.by,
        )
    elif step == FIND:
        record_findings(findings=_typed(request), **taken.by)
    elif step in BY_NAME:
        BY_NAME[step].run(taken)
    else:
        raise NotFound


def _show(
    request: PageRequest,
    dossier: Dossier,
    *,
    error: str = "",
    opened: str = "",
    text: str = "",
    status: int = 200,
) -> HttpResponse:
    now = clock.now()
    payment = cashier().find_payment(reference=dossier.code) if dossier.fee else None
    route = route_of(dossier, at=now)
    context = {
        **dossier_context(dossier),
        "evidence": shown_evidence(f"dossier:{dossier.pk}"),
        "answers": answered_steps(
            bundle_of(dossier).form, dossier.answers, on=dossier.procedure_on
        ),
        "crumbs": [{"label": _("Việc của tôi"), "url": reverse("casework:inbox")}],
        "facts": _facts(dossier, payment),
        "papers": dossier.papers.select_related("file").order_by("id"),
        "holders": holders(dossier.case, at=now),
        "desk_steps": steps_for(dossier, request.actor),
        "may_forward": dossier.case.closed_at is None
        and dossier.case.holder_id in request.actor.organizations(),
        "route": route,
        "consultations": consultations_of(dossier),
        "parts": dossier_parts(DossierPage.DESK, info_of(dossier, at=now), request.actor, at=now),
        "finding": _finding(request, dossier, error if opened == FIND else ""),
        "offices": possible_receivers(dossier, route, clock.legal_day(now)),
        "error": error,
        "opened": opened,
        "text": text,
    }
    return render(request, "services/desk_dossier.html", context, status=status)


def _facts(dossier: Dossier, payment: PaymentRequest | None) -> list[Fact]:
    """Who, how it came, when, and whether it is paid."""
    facts = [
        Fact(_("Người nộp"), dossier.applicant.full_name),
        Fact(_("Kênh"), dossier.get_channel_display()),
        Fact(
            _("Ngày nộp"), day_words(clock.legal_day(dossier.submitted_at), get_language() or "vi")
        ),
    ]
    if payment is None:
        return [*facts, Fact(_("Phí, lệ phí"), fee_amount_words(dossier.fee))]
    is_paid = payment.state is PaymentState.PAID
    said = _("Đã nộp tiền") if is_paid else _("Chưa nộp tiền")
    return [*facts, Fact(_("Phí, lệ phí"), fee_amount_words(payment.amount), said)]


def _typed(request: PageRequest) -> dict[str, str]:
    """What was typed, the button's and the page's own fields left out."""
    own = {"version", "csrfmiddlewaretoken"}
    return {name: value[:400] for name, value in request.POST.dict().items() if name not in own}


def _finding(request: PageRequest, dossier: Dossier, error: str) -> StepPage | None:
    """What the office finds out for the result, to those who may write it; None where nothing."""
    form = bundle_of(dossier).found
    if form is None or not dossier.received_at or not can_find_out(request.actor, dossier):
        return None
    answers = {**dossier.findings, **(_typed(request) if error else {})}
    errors = {name: error for name in (each.name for each in form.fields) if error}
    return page_of(form, FOUND, answers, on=clock.legal_day(clock.now()), errors=errors, known={})


def _day(request: PageRequest) -> date | None:
    try:
        return date.fromisoformat(request.POST.get("day", ""))
    except ValueError:
        return None


def _taken(request: PageRequest, code: str, text: str, at: datetime) -> Taken:
    item = request.POST.get("item", "")[:4]
    return Taken(code, text, _day(request), _amount(request), item, request.actor, at)


def _amount(request: PageRequest) -> int:
    """`1.250.000` as people write it; 0 where it is no amount."""
    digits = request.POST.get("amount", "").translate({ord(mark): None for mark in ". đ"})
    return whole_number(digits) or 0


def _receiver(request: PageRequest) -> int:
    return organization(whole_number(request.POST.get("organization", "")) or 0).id
