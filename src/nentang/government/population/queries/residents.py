"""The register as other pillars may ask it."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q

from nentang.agreements.residents import Resident
from nentang.government.population.enums import LifeState
from nentang.government.population.models import (
    Citizen,
    CivilIdentity,
    LifeStatus,
    PermanentResidence,
)

from .people import home_of, identity_on, life_on


class KeptResidents:
    """The residents agreement, kept by population."""

    register = "population"

    def resident(self, record_id: int, *, on: date) -> Resident | None:
        """As the record has them on that day; None for a record that is no more or says nothing."""
        citizen = Citizen.objects.filter(pk=record_id, merged_into=None).first()
        who = identity_on(citizen, on) if citizen else None
        if citizen is None or who is None:
            return None
        home = home_of(citizen, on)
        return Resident(
            person_id=citizen.person_id,
            number=citizen.code,
            birth_on=who.birth_on,
            birth_year=who.birth_year,
            unit_code=home.unit_code if home else "",
            is_alive=life_on(citizen, on + timedelta(days=1)) is not LifeState.DEAD,
        )

    def born_since(
        self, year: int, *, first_id: int, last_id: int, on: date
    ) -> Iterator[tuple[int, Resident]]:
        """As known now; three queries. Records that were merged into others are left out."""
        held = Q(superseded_at=None, record__pk__range=(first_id, last_id), valid_from__lte=on) & (
            Q(valid_to=None) | Q(valid_to__gt=on)
        )
        homes = dict(PermanentResidence.objects.filter(held).values_list("record_id", "unit_code"))
        dead = set(
            LifeStatus.objects.filter(held, state=LifeState.DEAD).values_list("record", flat=True)
        )
        rows = CivilIdentity.objects.filter(held, birth_year__gte=year, record__merged_into=None)
        for who in rows.select_related("record").order_by("record"):
            yield (
                who.record_id,
                Resident(
                    person_id=who.record.person_id,
                    number=who.record.code,
                    birth_on=who.birth_on,
                    birth_year=who.birth_year,
                    unit_code=homes.get(who.record_id, ""),
                    is_alive=who.record_id not in dead,
                ),
            )
