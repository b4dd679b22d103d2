"""Read a decision from a file and propose its tasks."""

import re
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import (
    FileTooLarge,
    FileTypeRefused,
    safe_filename,
    store_file,
)
from nentang.kernel.clock import legal_day
from nentang.kernel.text import fold
from nentang.measure.tasks.adapters.source_file import read_source
from nentang.measure.tasks.errors import HeadIncomplete
from nentang.measure.tasks.models import Decision, DecisionText, ProposedTask
from nentang.measure.tasks.permissions import check_imports
from nentang.measure.tasks.queries import bodies_by_id, directory_of
from nentang.measure.tasks.rules.blocks import Block
from nentang.measure.tasks.rules.intake import DecisionHead
from nentang.measure.tasks.rules.proposals import Proposal, propose

from ._write import write_down_decision

_ODD = re.compile(r"[^a-z0-9]+")


def import_decision(
    *, head: DecisionHead, content: bytes, filename: str, actor: Actor, at: datetime
) -> Decision:
    """The decision with what could be read of it as rows to be confirmed; nothing is assigned yet.

    The same decision read again gets only the rows that are new; what was mended, confirmed or dropped
    stays. Raises NotYourTask, BodyUnknown, HeadIncomplete, DecisionTooLarge, DecisionUnreadable, NoTextInside.
    """
    check_imports(actor, head.organization_id)
    today = legal_day(at)
    body = bodies_by_id([head.organization_id], today)[head.organization_id]
    told = (head.symbol, head.title, head.issuer)
    if not all(each.strip() for each in told) or head.decided_on > today:
        raise HeadIncomplete
    blocks = read_source(content, filename)
    proposals = propose(blocks, directory_of(body, today), head.decided_on)
    with transaction.atomic():
        decision = _decision(head, filename, content, at)
        _keep_text(decision, blocks)
        added = _add_rows(decision, proposals)
        _keep_file(decision, content, filename, actor, at)
        details = {"rows": len(proposals), "new": added}
        write_down_decision(decision, "import_decision", actor=actor, at=at, details=details)
    return decision


def _decision(head: DecisionHead, filename: str, content: bytes, at: datetime) -> Decision:
    symbol = " ".join(head.symbol.split())[:40]
    mark = _ODD.sub("-", fold(symbol)).strip("-")[:36] or "vb"
    decision, _is_new = Decision.objects.select_for_update().get_or_create(
        assigner_id=head.organization_id,
        symbol=symbol,
        decided_on=head.decided_on,
        defaults={
            "code": f"{mark}-{head.decided_on:%Y%m%d}-{head.organization_id}",
            "title": " ".join(head.title.split())[:300],
            "issuer": " ".join(head.issuer.split())[:120],
            "is_public": head.is_public,
            "imported_at": at,
        },
    )
    decision.fingerprint = sha256(content).hexdigest()
    decision.filename = safe_filename(filename)
    decision.save(update_fields=["fingerprint", "filename"])
    return decision


def _keep_text(decision: Decision, blocks: Sequence[Block]) -> None:
    lines = [[block.spot, block.text] for block in blocks]
    DecisionText.objects.update_or_create(decision=decision, defaults={"lines": lines})


def _add_rows(decision: Decision, proposals: Sequence[Proposal]) -> int:
    known = set(decision.rows.values_list("key", flat=True))
    new = [each for each in proposals if each.key not in known]
    first = decision.rows_made + 1
    ProposedTask.objects.bulk_create(
        _row(decision, number, each) for number, each in enumerate(new, first)
    )
    decision.rows_made += len(new)
    decision.save(update_fields=["rows_made"])
    return len(new)


def _row(decision: Decision, number: int, one: Proposal) -> ProposedTask:
    return ProposedTask(
        decision=decision,
        number=number,
        key=one.key,
        place=one.place,
        spot=one.spot,
        item=one.item,
        area=one.area,
        text=one.text,
        lead_words=one.lead_words,
        lead_id=one.lead,
        support_words=one.support_words,
        supports=list(one.supports),
        output=one.output,
        due_words=one.due_words,
        due_kind=one.due.kind,
        due_on=one.due.due_on,
        sure=one.sure,
        doubts=[each.value for each in one.doubts],
    )


def _keep_file(
    decision: Decision, content: bytes, filename: str, actor: Actor, at: datetime
) -> None:
    """The file itself, where it is of a kind and size that documents keep; its text is kept in any case."""
    if filename.rpartition(".")[2].lower() not in ("pdf", "docx"):
        return
    try:
        store_file(
            content=content,
            filename=filename,
            organization_id=decision.assigner_id,
            subject=f"assigning_decision:{decision.pk}",
            is_carried=True,
            actor=actor,
            at=at,
        )
    except (FileTooLarge, FileTypeRefused):
        return
