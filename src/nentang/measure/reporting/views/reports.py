"""The clerk's list, the form of a report, the head's signature, and what was filed."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nentang.foundation.casework.public import holders, timeline
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.foundation.registers.public import readable_registers
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotAllowed, NotFound
from nentang.kernel.text import whole_number
from nentang.measure.reporting import actions
from nentang.measure.reporting.adapters.archive import LARGEST
from nentang.measure.reporting.adapters.sdmx import Area, report_area
from nentang.measure.reporting.adapters.sdmx_csv import csv_message
from nentang.measure.reporting.adapters.workbook import Subject, written
from nentang.measure.reporting.context import filling_context, period_words, state_words
from nentang.measure.reporting.context.filling import shown_rows
from nentang.measure.reporting.context.words import spoken
from nentang.measure.reporting.errors import ChangedMeanwhile, DraftChanged, ReportIncomplete
from nentang.measure.reporting.models import Report
from nentang.measure.reporting.permissions import can_fill, check_can_see, check_fills, fills_for
from nentang.measure.reporting.queries import (
    due_for_bodies,
    filed_by,
    find_report,
    period_of,
    regime_of,
    values_before,
    version_of,
    versions_of,
)
from nentang.measure.reporting.rules.cells import as_numbers
from nentang.measure.reporting.rules.regimes import Regime

from .steps import BY_NAME, Taken, steps_for

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SDMX_CSV = "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8"
SHOWN, LONGEST_REMARKS = 30, 2000
FILLABLE = ("open", "returned")


@require_safe
@for_officer()
def mine(request: PageRequest) -> HttpResponse:
    """What is due for the officer's bodies, the most pressing first, and what was filed."""
    bodies = fills_for(request.actor)
    before = whole_number(request.GET.get("truoc", ""))
    due = [_line(each) for each in due_for_bodies(bodies, limit=SHOWN)] if before is None else []
    filed = filed_by(bodies, before_id=before, limit=SHOWN + 1)
    context = {
        "first": due[0] if due else None,
        "due": due,
        "filed": [_line(each) for each in filed[:SHOWN]],
        "older_url": f"?truoc={filed[SHOWN - 1].pk}" if len(filed) > SHOWN else "",
    }
    return render(request, "reporting/mine.html", context)


@for_officer()
def report_page(request: PageRequest, code: str) -> HttpResponse:
    """The form while it is filled in, else the figures; with versions, steps and the line in time."""
    report = _seen(request, code)
    if request.method == "POST":
        return _fill(request, report)
    return _show(request, report)


@require_POST
@for_officer()
def take_step(request: PageRequest, code: str, step: str) -> HttpResponse:
    """Take one step; the reason that was typed is shown again where it is refused."""
    report = _seen(request, code)
    if step not in BY_NAME:
        raise NotFound
    try:
        if request.POST.get("version", "") != str(report.case.version):
            raise ChangedMeanwhile
        text = request.POST.get("text", "")[:2000]
        BY_NAME[step].run(Taken(code, text, request.actor, clock.now()))
    except (NotFound, NotAllowed):
        raise
    except DomainError as error:
        again = _seen(request, code)
        return _show(request, again, error=error.sentence, opened=step, status=422)
    messages.success(request, _("Đã làm xong: %(step)s.") % {"step": BY_NAME[step].title})
    return redirect("reporting:report", code=code)


@require_safe
@for_officer()
def version_page(request: PageRequest, code: str, number: int) -> HttpResponse:
    """What was filed, as it was signed."""
    report = _seen(request, code)
    version, regime = version_of(report, number), regime_of(report)
    groups = shown_rows(report, version, registers=_registers(request))
    context = {
        "report": report,
        "version": version,
        "title": regime.title(spoken()),
        "period": period_words(report.period),
        "groups": groups,
        "crumbs": _crumbs(report, regime),
    }
    return render(request, "reporting/version.html", context)


@require_safe
@for_officer()
def workbook(request: PageRequest, code: str) -> HttpResponse:
    """The form as a workbook, with what is known filled in; or what stands in it as SDMX-CSV."""
    report = _seen(request, code)
    check_fills(request.actor, report)
    if request.GET.get("dang") == "sdmx-csv":
        return _sdmx_csv(report)
    content = written(
        regime_of(report),
        Subject(report.code, report.organization.name, period_words(report.period)),
        as_numbers(report.values),
        values_before(report),
        report.remarks,
        spoken(),
    )
    headers = {"Content-Disposition": f'attachment; filename="{report.code}.xlsx"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)


def _sdmx_csv(report: Report) -> HttpResponse:
    area = Area(report_area(report.code), report.organization.name, as_numbers(report.values), True)
    content = csv_message(regime_of(report), period_of(report), [area])
    headers = {"Content-Disposition": f'attachment; filename="{report.code}.csv"'}
    return HttpResponse(content, content_type=SDMX_CSV, headers=headers)


@require_POST
@for_officer()
def take_workbook(request: PageRequest, code: str) -> HttpResponse:
    """Take the clerk's workbook as the draft; every wrong cell is named by its address."""
    report = _seen(request, code)
    file = request.FILES.get("tep")
    try:
        actions.take_workbook(
            code=code,
            content=file.read(LARGEST + 1) if file else b"",
            draft_version=_draft_version(request),
            actor=request.actor,
            at=clock.now(),
        )
    except (NotFound, NotAllowed):
        raise
    except DomainError as error:
        found = getattr(error, "fields", {})
        wrong = [(cell, said) for cell, sentences in found.items() for said in sentences]
        return _show(request, report, error=error.sentence, status=422, wrong_cells=wrong)
    messages.success(request, _("Đã lấy số từ tệp vào bản nháp. Xem lại rồi trình ký."))
    return redirect("reporting:report", code=code)


def _fill(request: PageRequest, report: Report) -> HttpResponse:
    """Save the draft, and submit it where that was asked; what was typed is never lost."""
    regime = regime_of(report)
    typed = {c.id: request.POST.get(c.id, "")[:60] for c in regime.cells if c.is_typed}
    remarks = request.POST.get("remarks", "")[:LONGEST_REMARKS]
    by: dict[str, Any] = {"code": report.code, "actor": request.actor, "at": clock.now()}
    try:
        actions.save_draft(
            typed=typed, remarks=remarks, draft_version=_draft_version(request), **by
        )
        if request.POST.get("lam") == "trinh":
            actions.submit_report(**by)
    except (NotFound, NotAllowed):
        raise
    except DomainError as error:
        return _show(
            request,
            _seen(request, report.code),
            error=error.sentence,
            status=422,
            typed=typed,
            remarks=remarks,
            with_gaps=isinstance(error, ReportIncomplete),
            is_conflict=isinstance(error, DraftChanged),
        )
    return _saved(request, report, regime, typed, remarks)


def _saved(
    request: PageRequest, report: Report, regime: Regime, typed: dict[str, str], remarks: str
) -> HttpResponse:
    """Back to the page, unless something typed could not be read: that is shown as it was typed."""
    if request.POST.get("lam") == "trinh":
        messages.success(request, _("Đã trình ký. Lãnh đạo sẽ thấy báo cáo trong việc của mình."))
        return redirect("reporting:mine")
    again = _seen(request, report.code)
    unread = {name for name, text in typed.items() if text.strip() and name not in again.values}
    if unread:
        error = _("Đã lưu những ô đọc được. Các ô được đánh dấu chưa lưu, sửa lại rồi lưu.")
        return _show(request, again, error=error, status=422, typed=typed, remarks=remarks)
    messages.success(request, _("Đã lưu bản nháp."))
    return redirect("reporting:report", code=report.code)


def _show(
    request: PageRequest,
    report: Report,
    *,
    error: str = "",
    opened: str = "",
    status: int = 200,
    wrong_cells: list[tuple[str, str]] | None = None,
    **form: Any,
) -> HttpResponse:
    is_filling = report.case.state in FILLABLE and can_fill(request.actor, report)
    context = {
        **filling_context(report, registers=_registers(request), **form),
        "is_filling": is_filling,
        "steps": steps_for(report, request.actor),
        "versions": versions_of(report),
        "timeline": timeline(report.case),
        "holders": holders(report.case, at=clock.now()),
        "crumbs": _crumbs(None, None),
        "error": error,
        "opened": opened,
        "text": request.POST.get("text", "")[:2000],
        "wrong_cells": wrong_cells or [],
        "is_conflict": bool(form.get("is_conflict")),
    }
    return render(request, "reporting/report.html", context, status=status)


def _registers(request: PageRequest) -> list[str]:
    return [register.name for register in readable_registers(request.actor)]


def _seen(request: PageRequest, code: str) -> Report:
    report = find_report(code)
    check_can_see(request.actor, report)
    return report


def _line(report: Report) -> dict[str, Any]:
    regime = regime_of(report)
    return {
        "report": report,
        "title": regime.title(spoken()),
        "period": period_words(report.period),
        "state": state_words(report),
        "typed": sum(cell.is_typed for cell in regime.cells),
        "filled": sum(cell.is_typed and cell.id in report.values for cell in regime.cells),
    }


def _crumbs(report: Report | None, regime: Regime | None) -> list[dict[str, str]]:
    crumbs = [{"label": _("Báo cáo"), "url": reverse("reporting:mine")}]
    if report and regime:
        title = f"{regime.title(spoken())}, {period_words(report.period)}"
        crumbs.append({"label": title, "url": reverse("reporting:report", args=[report.code])})
    return crumbs


def _draft_version(request: PageRequest) -> int:
    return whole_number(request.POST.get("draft_version", "")[:9]) or 0
