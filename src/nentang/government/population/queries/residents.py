"""The register as other pillars may ask it."""

from datetime import date, timedelta

from nentang.agreements.residents import Resident
from nentang.government.population.enums import LifeState
from nentang.government.population.models import Citizen

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
