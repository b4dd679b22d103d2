"""What population hands to the rest of the house."""

from django.utils.module_loading import import_string

from nentang.agreements.residents import Residents, residents


def _residents() -> Residents:
    made: Residents = import_string("nentang.government.population.public.KeptResidents")()
    return made


residents.bind(_residents)
