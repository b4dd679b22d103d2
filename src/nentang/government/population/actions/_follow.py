"""Identity shows of a person what the register holds now."""

from datetime import datetime

from nentang.agreements.actor import SYSTEM
from nentang.foundation.identity.public import describe_person
from nentang.government.population.models import Citizen
from nentang.government.population.queries import person_facts
from nentang.kernel.clock import legal_day


def show_in_identity(record: Citizen, at: datetime) -> None:
    """Bring the person's own row up to what holds today; who wrote is in the audit of the register."""
    if facts := person_facts(record, legal_day(at)):
        describe_person(person_id=record.person_id, facts=facts, actor=SYSTEM, at=at)
