"""Keep what was taken from registers for a matter, with a signature."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record_look
from nentang.foundation.facts.public import FactEntry, record_facts
from nentang.foundation.organizations.public import organization
from nentang.foundation.registers.adapters.seal import sign
from nentang.foundation.registers.indicators import VALUE_TAKEN
from nentang.foundation.registers.models import Evidence
from nentang.foundation.registers.registry import Proof, register_named
from nentang.foundation.registers.rules.evidence import SIGNED, signed_text


@transaction.atomic
def take_evidence(
    *,
    proofs: Sequence[Proof],
    subject: str,
    title: str,
    organization_id: int,
    actor: Actor,
    at: datetime,
) -> list[Evidence]:
    """What the registers said of those values, kept once for the matter (`dossier:12`).

    That they were read, and for what, is written down for each person; one fact for each value.
    """
    if not proofs:
        return []
    known = set(
        Evidence.objects.filter(subject=subject).values_list(
            "register", "record_code", "aspect", "field"
        )
    )
    rows = [
        _evidence(proof, subject, title, organization_id, at)
        for proof in proofs
        if (proof.register, proof.record_code, proof.aspect, proof.field) not in known
    ]
    Evidence.objects.bulk_create(rows)
    _write_down(rows, title, actor, at)
    _count(rows, organization_id, at)
    return rows


def _count(rows: list[Evidence], organization_id: int, at: datetime) -> None:
    """One fact for each value that was not asked again."""
    unit_code = organization(organization_id).unit_code
    entries = (
        FactEntry(
            at=at,
            organization_id=organization_id,
            unit_code=unit_code,
            fields={"register": row.register, "aspect": row.aspect},
        )
        for row in rows
    )
    record_facts(VALUE_TAKEN, entries)


def _evidence(
    proof: Proof, subject: str, title: str, organization_id: int, at: datetime
) -> Evidence:
    row = Evidence(
        register=proof.register,
        record_code=proof.record_code,
        aspect=proof.aspect,
        field=proof.field,
        version_id=proof.version_id,
        shown=proof.shown[:400],
        valid_on=proof.valid_on,
        person_id=proof.person_id,
        taken_at=at,
        subject=subject,
        title=title[:200],
        organization_id=organization_id,
    )
    row.signature = sign(signed_text({name: getattr(row, name) for name in SIGNED}))
    return row


def _write_down(rows: list[Evidence], title: str, actor: Actor, at: datetime) -> None:
    people = {(row.register, row.person_id) for row in rows if row.person_id}
    for register, person_id in sorted(people):
        of_person = [row for row in rows if (row.register, row.person_id) == (register, person_id)]
        record_look(
            actor=actor,
            subject=of_person[0].subject,
            person_id=person_id,
            fields=tuple(f"{row.aspect}.{row.field}" for row in of_person),
            purpose=f"Lấy sẵn thay cho khai lại: {title}"[:200],
            legal_basis=register_named(register).legal_basis,
            at=at,
        )
