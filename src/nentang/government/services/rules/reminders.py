"""When people are reminded of a dossier that waits for them."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nentang.government.services.enums import ReminderAbout
from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, load_law

LAW = Path(__file__).parents[1] / "law" / "reminders.yaml"


class Reminders(Frozen):
    """After how many days of waiting the applicant is reminded, of what.

    `reception_hours`: working hours after which an office is told of an online dossier nobody received.
    """

    days: Mapping[ReminderAbout, tuple[int, ...]]
    reception_hours: int


def reminders_on(day: date) -> Reminders:
    """What holds on that day; NothingInForce before the one-stop shop."""
    return _law().in_force(on=day)


@cache
def _law() -> Law[Reminders]:
    return load_law(LAW, _reminders)


def _reminders(value: Mapping[str, Any]) -> Reminders:
    hours = value["reception_hours"]
    of_applicants = [each for each in ReminderAbout if each is not ReminderAbout.RECEPTION]
    return Reminders({about: tuple(value[about]) for about in of_applicants}, int(hours))
