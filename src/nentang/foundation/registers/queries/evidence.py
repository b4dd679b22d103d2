"""Reads of what was taken from registers."""

from datetime import date

from nentang.foundation.registers.adapters.seal import is_signed
from nentang.foundation.registers.models import Evidence, Record, Reexamination
from nentang.foundation.registers.registry import Proof, Register, register_named
from nentang.foundation.registers.rules.evidence import SIGNED, signed_text
from nentang.kernel.frozen import Frozen

from .records import version_on


def proof_of(
    register: Register, record: Record, aspect: str, field: str, *, on: date
) -> Proof | None:
    """The value of that column on that day with the row that says so; None where nothing is said."""
    kind = register.aspect(aspect)
    version = version_on(kind.model, record, on=on)
    shown = kind.shown(version, field) if version else ""
    if version is None or not shown:
        return None
    people = register.people(record)
    return Proof(
        register=register.name,
        record_code=record.code,
        aspect=aspect,
        field=field,
        version_id=version.pk,
        shown=shown,
        valid_on=on,
        person_id=people[0] if people else None,
    )


def evidence_for(subject: str, limit: int = 100) -> list[Evidence]:
    """What was taken for that matter, in the order in which it was taken."""
    return list(Evidence.objects.filter(subject=subject).order_by("id")[:limit])


class ShownEvidence(Frozen):
    """Evidence as pages show it; `is_signed` where it is as it was signed."""

    row: Evidence
    shown: str
    words: object
    is_signed: bool


def shown_evidence(subject: str) -> list[ShownEvidence]:
    """What was taken for that matter, each with what people call it, its signature checked."""
    return [shown_of(row) for row in evidence_for(subject)]


def shown_of(row: Evidence) -> ShownEvidence:
    """What people call the value, and whether it is as it was signed."""
    register = register_named(row.register)
    words = register.aspect(row.aspect).fields.get(row.field, row.field)
    text = signed_text({name: getattr(row, name) for name in SIGNED})
    return ShownEvidence(row, row.shown, words, is_signed(text, row.signature))


def evidence_of_record(register: str, code: str, limit: int = 100) -> list[Evidence]:
    """What was taken from that record, the latest first."""
    found = Evidence.objects.filter(register=register, record_code=code)
    return list(found.select_related("organization").order_by("-id")[:limit])


def reexamination_of_case(code: str) -> Reexamination | None:
    """The re-examination of that case, with what it is about."""
    found = Reexamination.objects.select_related("case__holder", "organization")
    return found.prefetch_related("touched__evidence").filter(case__code=code).first()


class Use(Frozen):
    """A use of a value, and what holds now for the day it was used for."""

    evidence: Evidence
    now_shown: str


def uses_touched(register: Register, record: Record, aspect: str) -> list[Use]:
    """Uses of that aspect of the record for which something else holds now."""
    kind = register.aspect(aspect)
    taken = Evidence.objects.filter(
        register=register.name, record_code=record.code, aspect=aspect
    ).order_by("organization_id", "id")
    uses = []
    for each in taken:
        version = version_on(kind.model, record, on=each.valid_on)
        now_shown = kind.shown(version, each.field) if version else ""
        if now_shown != each.shown:
            uses.append(Use(each, now_shown))
    return uses
