"""Dossiers that were finished in and past their time, in a land with bodies."""

from datetime import datetime

from nentang.agreements.actor import SYSTEM
from nentang.foundation.facts.public import record_fact
from nentang.government.services.indicators import DOSSIER_FINISHED, DOSSIER_SUBMITTED
from nentang.measure.indicators.public import compute_indicators

BIRTH, DEATH = "1.001193", "1.000656"


def finished(
    unit_code: str, *, at: datetime, late: int = 0, in_time: int = 0, procedure: str = BIRTH
) -> None:
    """So many facts of dossiers that a unit finished late and in time."""
    for number in range(late + in_time):
        record_fact(
            DOSSIER_FINISHED,
            at=at,
            organization_id=7,
            unit_code=unit_code,
            procedure=procedure,
            channel="online",
            level="commune",
            outcome="granted",
            on_time=number >= late,
            digital=True,
        )


def submitted(unit_code: str, *, at: datetime, online: int = 0, counter: int = 0) -> None:
    """So many facts of dossiers that came in over the network and at the counter."""
    for number in range(online + counter):
        record_fact(
            DOSSIER_SUBMITTED,
            at=at,
            organization_id=7,
            unit_code=unit_code,
            procedure=BIRTH,
            channel="online" if number < online else "counter",
            level="commune",
            at_highest_level=True,
            fee=0,
        )


def computed(at: datetime) -> None:
    """Let the values follow the facts."""
    compute_indicators(actor=SYSTEM, at=at)
