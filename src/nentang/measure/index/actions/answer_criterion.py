"""Answer a criterion, with files that bear it out."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import link_file
from nentang.measure.index.enums import SheetState
from nentang.measure.index.errors import AnswerRefused, TooManyFiles
from nentang.measure.index.models import Answer, Evidence
from nentang.measure.index.permissions import check_reports
from nentang.measure.index.queries.sheets import framework_of
from nentang.measure.index.rules.tables import TableFault, read_answer

from ._sheet import answer_to, check_state, criterion, note, sheet_to_change

MOST_FILES, LONGEST = 5, 80


@transaction.atomic
def answer_criterion(
    *,
    sheet_code: str,
    criterion_code: str,
    claimed: str,
    remark: str,
    file_ids: Sequence[int],
    actor: Actor,
    at: datetime,
) -> Answer:
    """The answer; the same again changes nothing. An empty claim takes it back.

    Of a computed criterion the claim is the body's own figure beside what was counted.
    Raises SheetNotFound, NotReporter, WrongStage, CriterionNotAsked, AnswerRefused, TooManyFiles.
    """
    sheet = sheet_to_change(sheet_code)
    check_reports(actor, sheet)
    check_state(sheet, SheetState.ANSWERING)
    node = criterion(sheet, criterion_code)
    said = claimed.strip()
    if said:
        try:
            read_answer(node, said[: LONGEST + 1], framework_of(sheet.round), where=node.name.vi)
        except TableFault as fault:
            raise AnswerRefused(criterion=node.name.vi) from fault
    answer = answer_to(sheet, node.code)
    answer.claimed, answer.note = said[:LONGEST], remark.strip()[:1000]
    answer.save(update_fields=["claimed", "note"])
    _attach(answer, file_ids, actor, at)
    sheet.reporter_id = actor.account_id
    sheet.save(update_fields=["reporter"])
    note(sheet, "answer_criterion", actor=actor, at=at, criterion=node.code)
    return answer


def _attach(answer: Answer, file_ids: Sequence[int], actor: Actor, at: datetime) -> None:
    held = set(answer.evidence.values_list("file_id", flat=True))
    new = [file_id for file_id in dict.fromkeys(file_ids) if file_id not in held]
    if len(held) + len(new) > MOST_FILES:
        raise TooManyFiles(most=MOST_FILES)
    for file_id in new:
        link_file(
            file_id=file_id,
            subject=f"index_sheet:{answer.sheet_id}",
            organization_id=answer.sheet.organization_id,
            actor=actor,
            at=at,
        )
        Evidence.objects.create(answer=answer, file_id=file_id)
