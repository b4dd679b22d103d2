"""Say some things of a record anew and keep the rest."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TypeVar

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.enums import Act
from nentang.foundation.registers.errors import NothingHeld
from nentang.foundation.registers.models import Record, Version
from nentang.foundation.registers.permissions import check_may_write
from nentang.foundation.registers.queries import held_from
from nentang.kernel.clock import legal_day

from ._write import Basis
from .write_version import write_version

V = TypeVar("V", bound=Version)


@transaction.atomic
def say_anew(
    *,
    model: type[V],
    record: Record,
    said: Mapping[str, object],
    act: Act,
    basis: Basis,
    actor: Actor,
    at: datetime,
    valid_from: date | None = None,
    revision: int | None = None,
) -> V:
    """The version that holds now: `said` laid over each that was held, from `valid_from` on.

    A change begins today where no day is given, a correction with the first day that was spoken of: what
    was held was wrong then already. Raises NothingHeld, and what `write_version` raises.
    """
    check_may_write(actor, record)
    first = valid_from or (legal_day(at) if act is Act.CHANGE else date.min)
    rows = held_from(model, record, first)
    if not rows:
        raise NothingHeld
    for row in rows:
        written = write_version(
            version=model(record=record, **{**row.values(), **said}),
            act=act,
            valid_from=max(first, row.valid_from),
            valid_to=row.valid_to,
            basis=basis,
            actor=actor,
            at=at,
            revision=revision,
        )
        revision = None
    return written
