"""The lead body reports that a task is done, and shows it."""

from datetime import datetime
from typing import Any

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.foundation.documents.public import link_file
from nentang.foundation.outbox.public import publish
from nentang.kernel.clock import legal_day
from nentang.measure.indicators.public import counted_between, find_indicator
from nentang.measure.tasks.enums import EvidenceKind
from nentang.measure.tasks.errors import (
    AddressWrong,
    EvidenceMissing,
    IndicatorUnknown,
    PartsUnfinished,
)
from nentang.measure.tasks.events import ResultReported
from nentang.measure.tasks.models import Evidence, Task
from nentang.measure.tasks.permissions import check_does
from nentang.measure.tasks.queries import find_task, task_to_change, unfinished_parts
from nentang.measure.tasks.rules.intake import Shown, is_address

from ._write import hand_over, write_down


def report_result(*, code: str, shown: Shown, actor: Actor, at: datetime) -> Evidence:
    """The evidence, waiting with the assigner to be judged by somebody else.

    A figure of the system is counted from the facts and kept as it is today. Raises TaskNotFound, NotYourTask, EvidenceMissing,
    AddressWrong, IndicatorUnknown, PartsUnfinished, StepNotPossible, FileNotFound, FileInUse.
    """
    before = find_task(code)
    check_does(actor, before)
    columns = _columns(before, shown, at)
    with transaction.atomic():
        task = task_to_change(code)
        if waiting := unfinished_parts(task):
            raise PartsUnfinished(count=waiting)
        today = legal_day(at)
        advance(
            task,
            "report",
            actor=actor,
            at=at,
            reported_on=today,
            returned_on=None,
            started_on=task.started_on or today,
        )
        hand_over(task, task.assigner_id, actor=actor, at=at)
        evidence = _keep(task, shown, columns, actor, at)
        event = ResultReported(task.pk, task.code, task.lead_id, task.assigner_id)
        publish(event, at=at, key=task.code)
        write_down(task, "report_result", actor=actor, at=at, details={"number": evidence.number})
    return evidence


def _keep(
    task: Task, shown: Shown, columns: dict[str, Any], actor: Actor, at: datetime
) -> Evidence:
    """The evidence; its file belongs to the task from now on."""
    if shown.file_id is not None:
        link_file(
            file_id=shown.file_id,
            subject=f"assigned_task:{task.pk}",
            organization_id=task.lead_id,
            actor=actor,
            at=at,
        )
    return Evidence.objects.create(
        task=task,
        number=task.evidence.count() + 1,
        words=shown.words.strip()[:2000],
        reported_at=at,
        reported_by_id=actor.account_id,
        **columns,
    )


def _columns(task: Task, shown: Shown, at: datetime) -> dict[str, Any]:
    """What is shown, as columns; exactly one of the three kinds."""
    given = [shown.file_id is not None, bool(shown.indicator), bool(shown.page_url)]
    if not shown.words.strip() or sum(given) != 1:
        raise EvidenceMissing
    if shown.indicator:
        return _figure(task, shown.indicator, at)
    if shown.page_url:
        if not is_address(shown.page_url):
            raise AddressWrong
        return {"kind": EvidenceKind.PAGE, "page_url": shown.page_url}
    return {"kind": EvidenceKind.FILE, "file_id": shown.file_id}


def _figure(task: Task, code: str, at: datetime) -> dict[str, Any]:
    """The indicator as the facts count it for the body's unit since the task was set."""
    indicator = find_indicator(code)
    counted = counted_between([code], first=task.assigned_on, last=legal_day(at))
    found = counted[indicator.code].get(task.unit_code)
    if found is None or not found.denominator:
        raise IndicatorUnknown
    return {
        "kind": EvidenceKind.INDICATOR,
        "indicator": code,
        "numerator": str(found.numerator)[:40],
        "denominator": str(found.denominator)[:40],
    }
