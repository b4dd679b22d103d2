"""Find records that may be one."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Count

from nentang.foundation.registers.models import LikenessKey, PossibleDuplicate, Record, every_row
from nentang.foundation.registers.registry import LikenessRule, Register, register_named

BATCH, MOST_ALIKE = 2000, 50


def compare_new_keys(*, at: datetime) -> int:
    """Compare what came in since with all that shares a key; how many pairs were found.

    One job at a time does this, over committed keys: of two records that came in together whichever is
    compared later meets the other.
    """
    new = list(LikenessKey.objects.filter(is_compared=False).order_by("id")[:BATCH])
    shared, found = _shared(new), 0
    alone = [each.pk for each in new if each.key not in shared]
    LikenessKey.objects.filter(pk__in=alone).update(is_compared=True)
    for key in new:
        if key.key in shared:
            with transaction.atomic():
                found += _compare(key, at)
                LikenessKey.objects.filter(pk=key.pk).update(is_compared=True)
    return found


def _shared(keys: Sequence[LikenessKey]) -> set[str]:
    """Those keys under which more than one record is looked for, in one query."""
    same = LikenessKey.objects.filter(
        register__in={each.register for each in keys},
        rule__in={each.rule for each in keys},
        key__in={each.key for each in keys},
    )
    counted = same.values("key").annotate(records=Count("pk")).filter(records__gt=1)
    return set(counted.values_list("key", flat=True))


def _compare(key: LikenessKey, at: datetime) -> int:
    register = register_named(key.register)
    rule = next((rule for rule in register.likeness if rule.name == key.rule), None)
    own = _record(register, key.record_code)
    if rule is None or own is None:
        return 0
    same = LikenessKey.objects.filter(register=key.register, rule=key.rule, key=key.key)
    codes = same.exclude(record_code=key.record_code).values_list("record_code", flat=True)
    others = every_row(register.record).filter(code__in=list(codes[:MOST_ALIKE]))
    return sum(
        _note(register, rule, own, other, at)
        for other in others.filter(merged_into__isnull=True)
        if rule.is_like(own, other)
    )


def _record(register: Register, code: str) -> Record | None:
    return every_row(register.record).filter(code=code, merged_into__isnull=True).first()


def _note(register: Register, rule: LikenessRule, own: Record, other: Record, at: datetime) -> bool:
    one, two = sorted((own, other), key=lambda record: record.pk)
    _, is_new = PossibleDuplicate.objects.get_or_create(
        register=register.name,
        one=one.code,
        other=two.code,
        defaults={"rule": rule.name, "keeper_id": two.keeper_id, "found_at": at},
    )
    return is_new
