"""Take in a row of a table of people."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Basis
from nentang.government.population.queries import home_of
from nentang.kernel.clock import legal_day

from .enter_citizen import CitizenFacts, enter_citizen
from .register_residence import Home, register_residence


@transaction.atomic
def take_in_row(
    *,
    values: Mapping[str, Any],
    basis: Basis,
    organization_id: int,
    actor: Actor,
    at: datetime,
) -> str:
    """The personal number of who was entered, with where they live if the row says so.

    Somebody who is there already is not entered again. Raises what `enter_citizen` and
    `register_residence` raise.
    """
    birth_on: date | None = values["birth_on"]
    citizen = enter_citizen(
        number=values["number"],
        facts=CitizenFacts(
            full_name=values["full_name"],
            sex=values["sex"],
            birth_on=birth_on,
            birth_year=birth_on.year if birth_on else values["birth_year"],
            ethnicity=values["ethnicity"] or "",
        ),
        keeper_id=organization_id,
        basis=basis,
        actor=actor,
        at=at,
    )
    today = legal_day(at)
    if values["unit_code"] and home_of(citizen, today) is None:
        home = Home(values["unit_code"], values["address_line"] or "")
        register_residence(
            citizen=citizen, home=home, valid_from=today, basis=basis, actor=actor, at=at
        )
    return citizen.code
