"""Kinds of facts of no importance."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from nentang.foundation.facts import registry
from nentang.foundation.facts.public import FactKind, declare, record_fact

LAMP_LIT = FactKind(
    name="tests.lamp_lit",
    version=1,
    fields={"lamp": int, "colour": str, "on_time": bool, "lit_on": date, "watts": float},
    description="Một ngọn đèn được thắp.",
)
LAMP_BROKEN = FactKind(
    name="tests.lamp_broken", version=1, fields={"lamp": int}, description="Một ngọn đèn hỏng."
)


@contextmanager
def declared(*kinds: FactKind) -> Iterator[None]:
    """Let the kinds be known for a while."""
    before = dict(registry._kinds)
    for kind in kinds:
        registry._kinds.pop(kind.name, None)
        declare(kind)
    try:
        yield
    finally:
        registry._kinds.clear()
        registry._kinds.update(before)


def a_lamp_lit(*, at: datetime, lamp: int = 1, unit_code: str = "01") -> None:
    """One fact."""
    record_fact(
        LAMP_LIT,
        at=at,
        organization_id=5,
        unit_code=unit_code,
        lamp=lamp,
        colour="vàng",
        on_time=lamp % 2 == 0,
        lit_on=at.date(),
        watts=1.5,
    )
