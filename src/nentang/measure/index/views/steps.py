"""The steps of a sheet and of a round as tables: what is read from the form, which action is called."""

from collections.abc import Callable
from datetime import datetime

from nentang.foundation.documents.public import store_file
from nentang.foundation.portal.public import PageRequest
from nentang.measure.index import actions
from nentang.measure.index.actions.appraise_sheet import Appraised
from nentang.measure.index.models import Round, Sheet

QUESTION, EXPLANATION, VALUE, FINDING = "hoi:", "giai-trinh:", "diem:", "ly-do:"
MOST_FIELDS = 400

Step = Callable[[PageRequest, Sheet, datetime], str]
RoundStep = Callable[[PageRequest, Round, datetime], None]


def _answer(request: PageRequest, sheet: Sheet, at: datetime) -> str:
    """A criterion and at most one file with it."""
    upload = request.FILES.get("file")
    ids = []
    if upload is not None:
        kept = store_file(
            content=upload.read(), filename=upload.name or "", actor=request.actor, at=at
        )
        ids.append(kept.pk)
    code = request.POST.get("criterion", "")
    actions.answer_criterion(
        sheet_code=sheet.code,
        criterion_code=code,
        claimed=request.POST.get("claimed", ""),
        remark=request.POST.get("remark", ""),
        file_ids=ids,
        actor=request.actor,
        at=at,
    )
    return f"#{anchor(code)}"


def _object(request: PageRequest, sheet: Sheet, at: datetime) -> str:
    code = request.POST.get("criterion", "")
    actions.object_to_figure(
        sheet_code=sheet.code,
        criterion_code=code,
        reason=request.POST.get("reason", ""),
        actor=request.actor,
        at=at,
    )
    return f"#{anchor(code)}"


def _submit(request: PageRequest, sheet: Sheet, at: datetime) -> str:
    actions.submit_sheet(sheet_code=sheet.code, actor=request.actor, at=at)
    return ""


def _ask(request: PageRequest, sheet: Sheet, at: datetime) -> str:
    actions.ask_about_answers(
        sheet_code=sheet.code, questions=_under(request, QUESTION), actor=request.actor, at=at
    )
    return ""


def _explain(request: PageRequest, sheet: Sheet, at: datetime) -> str:
    actions.explain_answers(
        sheet_code=sheet.code,
        explanations=_under(request, EXPLANATION),
        actor=request.actor,
        at=at,
    )
    return ""


def _appraise(request: PageRequest, sheet: Sheet, at: datetime) -> str:
    reasons = _under(request, FINDING)
    values = {
        code: Appraised(value, reasons.get(code, ""))
        for code, value in _under(request, VALUE).items()
    }
    actions.appraise_sheet(sheet_code=sheet.code, values=values, actor=request.actor, at=at)
    return ""


def _correct(request: PageRequest, sheet: Sheet, at: datetime) -> str:
    actions.correct_sheet(
        sheet_code=sheet.code, reason=request.POST.get("reason", ""), actor=request.actor, at=at
    )
    return ""


def _under(request: PageRequest, prefix: str) -> dict[str, str]:
    """The fields whose names begin so, by criterion."""
    return {
        name.removeprefix(prefix): str(value)
        for name, value in list(request.POST.items())[:MOST_FIELDS]
        if name.startswith(prefix)
    }


def anchor(code: str) -> str:
    """Where a criterion stands on the page."""
    return "tc-" + "".join(each if each.isalnum() else "-" for each in code)


def _propose(request: PageRequest, found: Round, at: datetime) -> None:
    actions.propose_results(
        round_id=found.pk, reason=request.POST.get("reason", ""), actor=request.actor, at=at
    )


def _publish(request: PageRequest, found: Round, at: datetime) -> None:
    actions.publish_results(round_id=found.pk, actor=request.actor, at=at)


SHEET_STEPS: dict[str, Step] = {
    "tra-loi": _answer,
    "phan-doi": _object,
    "gui": _submit,
    "hoi": _ask,
    "giai-trinh": _explain,
    "tham-dinh": _appraise,
    "mo-lai": _correct,
}
ROUND_STEPS: dict[str, RoundStep] = {"de-nghi": _propose, "cong-bo": _publish}
