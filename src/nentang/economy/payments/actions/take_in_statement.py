"""Take in what a source says moved on a day."""

import hashlib
from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.economy.payments.models import Statement, StatementLine
from nentang.economy.payments.queries import payees_of
from nentang.economy.payments.rules.statements import Line, read_lines
from nentang.foundation.audit.public import record


def take_in_statement(*, source: str, day: date, content: bytes, at: datetime) -> Statement:
    """The statement with its lines; the same file again changes nothing, another takes its place.

    StatementUnreadable: nothing is taken in.
    """
    digest = hashlib.sha256(content).hexdigest()
    lines = read_lines(content)
    with transaction.atomic():
        known = Statement.objects.select_for_update().filter(source=source, day=day).first()
        if known and known.sha256 == digest:
            return known
        if known:
            known.delete()
        statement = Statement.objects.create(
            source=source,
            day=day,
            sha256=digest,
            lines_count=len(lines),
            total=sum(line.amount for line in lines),
            read_at=at,
        )
        _keep(lines, statement)
        record(
            actor=SYSTEM,
            action="payments.take_in_statement",
            subject=f"statement:{statement.pk}",
            details={"source": source, "day": day.isoformat(), "lines": len(lines)},
            at=at,
        )
    return statement


def _keep(lines: list[Line], statement: Statement) -> None:
    payees = payees_of(lines)
    rows = (
        StatementLine(
            statement=statement,
            gateway=line.gateway,
            transaction=line.transaction,
            amount=line.amount,
            payee_id=payees.get((line.bank_bin, line.account)),
        )
        for line in lines
    )
    StatementLine.objects.bulk_create(rows, batch_size=500)
