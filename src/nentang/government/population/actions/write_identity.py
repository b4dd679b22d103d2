"""Write that somebody is called otherwise from a day on, or that what we held was wrong."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Act, Basis, say_anew
from nentang.government.population.models import Citizen, CivilIdentity
from nentang.kernel.text import normalize_name

from ._follow import show_in_identity


@transaction.atomic
def write_identity(
    *,
    citizen: Citizen,
    said: Mapping[str, object],
    act: Act,
    basis: Basis,
    actor: Actor,
    at: datetime,
    valid_from: date | None = None,
    revision: int | None = None,
) -> CivilIdentity:
    """Who the person is, with what is said anew; all else that was held stays.

    A change holds from `valid_from` on; a correction holds for all days (or from `valid_from` on), for
    what was held was wrong then already. Raises what `registers` raises.
    """
    if "full_name" in said:
        said = {**said, "full_name": normalize_name(str(said["full_name"]))}
    written = say_anew(
        model=CivilIdentity,
        record=citizen,
        said=said,
        act=act,
        valid_from=valid_from,
        basis=basis,
        actor=actor,
        at=at,
        revision=revision,
    )
    show_in_identity(citizen, at)
    return written
