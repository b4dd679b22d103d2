"""Take in a batch of dossiers of another system: all of them that fit, or none."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from msgspec.structs import replace

from nentang.agreements.actor import Actor
from nentang.agreements.cashier import PaymentOrder, cashier
from nentang.foundation.audit.public import add_rows, record
from nentang.foundation.casework.public import (
    PastCase,
    PastStep,
    clock_start,
    due_for,
    take_in_cases,
)
from nentang.foundation.facts.public import FactEntry, record_facts
from nentang.foundation.identity.public import PastPerson, take_in_people
from nentang.foundation.organizations.public import OrganizationInfo
from nentang.government.catalogue.public import Bundle, keep_bundle
from nentang.government.services.enums import Outcome
from nentang.government.services.indicators import DOSSIER_FINISHED, DOSSIER_SUBMITTED
from nentang.government.services.models import Dossier, SupplementRequest
from nentang.government.services.queries import Past, dossiers_known
from nentang.government.services.rules.old_dossiers import OldDossier
from nentang.government.services.rules.old_faults import Fault
from nentang.kernel.frozen import Frozen

NOTE = "Hồ sơ cũ, chuyển từ hệ thống trước đây."
COLUMNS = (
    *("case_id", "code", "procedure", "procedure_on", "bundle_id", "organization_id"),
    *("applicant_id", "channel", "answers", "fee", "submitted_at", "received_at"),
    *("decided_at", "returned_at", "outcome"),
)


class TakenIn(Frozen):
    """What became of a batch: how many were added, how many were here before, what is wrong."""

    added: int
    known: int
    faults: list[Fault]


class _Placed(Frozen, gc=False):
    """An old dossier with its body, its bundle and its applicant's number."""

    old: OldDossier
    code: str
    body: OrganizationInfo
    bundle: Bundle
    due_at: datetime | None
    applicant_id: int = 0


@transaction.atomic
def take_in_old_dossiers(
    *, batch: Sequence[OldDossier], digest: str, past: Past, actor: Actor, at: datetime
) -> TakenIn:
    """What was added and what is wrong with the others; a dossier that is here is never changed.

    Pinned to what held on their day. Nobody is told. One record of the batch with the file's digest.
    """
    codes = [old.code.text for old in batch]
    placed, faults, again = _place(batch, codes, dossiers_known(codes), past)
    placed, strangers = _with_people(placed, actor, at)
    if placed:
        _write(placed, past, actor, at)
        record(
            actor=actor,
            action="services.take_in_old_dossiers",
            subject=f"file:{digest[:32]}",
            at=at,
            details={"rows_from": batch[0].row, "rows_to": batch[-1].row, "added": len(placed)},
        )
    return TakenIn(len(placed), again, [*faults, *strangers])


def _place(
    batch: Sequence[OldDossier],
    codes: Sequence[str],
    known: dict[str, tuple[str, datetime]],
    past: Past,
) -> tuple[list[_Placed], list[Fault], int]:
    placed, faults, again = [], [], 0
    for old, code in zip(batch, codes, strict=True):
        day = old.day
        body = past.body(old.code.organization.qd20, day)
        bundle = past.bundle(old.procedure, day)
        if code in known:
            same = known[code] == (old.procedure, old.submitted_at)
            again += same
            faults += [] if same else [Fault(old.row, code, "code", "another_dossier")]
        elif body is None:
            faults.append(Fault(old.row, code, "code", "no_body"))
        elif bundle is None:
            faults.append(Fault(old.row, code, "procedure", "no_procedure"))
        elif body.level != bundle.procedure.receives:
            faults.append(Fault(old.row, code, "procedure", "not_received_here"))
        else:
            known[code] = (old.procedure, old.submitted_at)
            placed.append(_Placed(old, code, body, bundle, _due(old, bundle)))
    return placed, faults, again


def _due(old: OldDossier, bundle: Bundle) -> datetime | None:
    """As promised, or else as the procedure's deadline would have it."""
    if old.due_at or old.received_at is None:
        return old.due_at
    deadline = bundle.procedure.deadline
    return due_for(old.received_at, working_days=deadline.working_days, same_day=deadline.same_day)


def _with_people(
    placed: list[_Placed], actor: Actor, at: datetime
) -> tuple[list[_Placed], list[Fault]]:
    people = [
        PastPerson(
            full_name=each.old.applicant_name,
            birth_on=each.old.birth_on,
            birth_year=each.old.birth_year,
            personal_number=each.old.personal_number,
            phone=each.old.phone,
        )
        for each in placed
    ]
    numbers = take_in_people(people=people, actor=actor, at=at) if people else []
    paired = list(zip(placed, numbers, strict=True))
    return (
        [replace(each, applicant_id=number) for each, number in paired if number],
        [
            Fault(p.old.row, p.code, "personal_number", "another_person")
            for p, number in paired
            if not number
        ],
    )


def _write(placed: Sequence[_Placed], past: Past, actor: Actor, at: datetime) -> None:
    for bundle in {each.bundle.digest: each.bundle for each in placed}.values():
        keep_bundle(bundle=bundle, at=at)
    cases = take_in_cases(
        kind="dossier",
        cases=[_case(each, past) for each in placed],
        note=NOTE,
        actor=actor,
        at=at,
    )
    add_rows(Dossier, COLUMNS, map(_columns, cases, placed))
    record_facts(DOSSIER_SUBMITTED, [_submitted(each) for each in placed])
    record_facts(DOSSIER_FINISHED, list(_finished(placed)))
    _ask_again(placed, actor, at)


def _case(each: _Placed, past: Past) -> PastCase:
    old, is_open = each.old, each.old.is_open
    return PastCase(
        code=each.code,
        title=each.bundle.procedure.name.vi,
        organization_id=each.body.id,
        holder_id=past.holder(each.body) if is_open else each.body.id,
        unit_code=each.body.unit_code,
        applicant_id=each.applicant_id,
        applicant_name=old.applicant_name,
        channel=old.channel,
        steps=[PastStep(*step) for step in old.steps()],
        clock_started_at=clock_start(old.received_at) if old.received_at else None,
        due_at=each.due_at,
    )


def _columns(case: int, each: _Placed) -> tuple[Any, ...]:
    old = each.old
    return (
        *(case, each.code, old.procedure, old.day, each.bundle.digest, each.body.id),
        *(each.applicant_id, old.channel, "{}", old.fee, old.submitted_at, old.received_at),
        *(old.decided_at, old.returned_at, old.outcome),
    )


def _submitted(each: _Placed) -> FactEntry:
    return _fact(
        each,
        each.old.submitted_at,
        at_highest_level=each.bundle.procedure.is_at_highest_level,
        fee=each.old.fee,
    )


def _finished(placed: Sequence[_Placed]) -> Iterator[FactEntry]:
    """Granted and refused ones count as finished; taken back and not accepted ones never did."""
    for each in placed:
        decided, due = each.old.decided_at, each.due_at
        if decided and each.old.outcome in (Outcome.GRANTED, Outcome.REFUSED):
            on_time = due is None or decided <= due
            yield _fact(each, decided, outcome=each.old.outcome, on_time=on_time, digital=False)


def _fact(each: _Placed, at: datetime, **fields: object) -> FactEntry:
    fields |= {"procedure": each.old.procedure, "channel": each.old.channel}
    fields["level"] = each.body.level
    return FactEntry(
        at=at, organization_id=each.body.id, unit_code=each.body.unit_code, fields=fields
    )


def _ask_again(placed: Sequence[_Placed], actor: Actor, at: datetime) -> None:
    """What open dossiers still wait for: a supplement, or a fee."""
    waiting = {each.code: each for each in placed if each.old.state in (5, 6)}
    for dossier in Dossier.objects.filter(code__in=waiting):
        each = waiting[dossier.code]
        if each.old.state == 5:
            SupplementRequest.objects.create(
                dossier=dossier,
                items=each.old.supplement,
                asked_at=each.old.received_at or each.old.submitted_at,
            )
            continue
        order = PaymentOrder(
            reference=each.code,
            amount=each.old.fee,
            payee_organization_id=dossier.organization_id,
            payer_person_id=each.applicant_id,
            description=each.bundle.procedure.name.vi,
            shares=each.bundle.shares(each.old.fee, {}, online=False),
        )
        cashier().request_payment(order=order, actor=actor, at=at)
