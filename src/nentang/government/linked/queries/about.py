"""Whom a chain is about, as the registers have them by now."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from nentang.foundation.identity.public import find_person
from nentang.foundation.registers.public import (
    KeptRecord,
    Taking,
    records_about,
    takings_about,
)
from nentang.government.linked.models import Chain
from nentang.kernel.frozen import Frozen

from .chains import outcomes_of, parts_of, rule_of


class Entered(Frozen):
    """What came of the declaration: the records of whom it is about, and who has taken what from them."""

    records: list[KeptRecord]
    takings: list[Taking]


def entered_of(chain: Chain, on: date) -> Entered | None:
    """None where the register does not know whom it is about, or not yet."""
    about = rule_of(chain).about
    if about is None:
        return None
    answers: Mapping[str, Any] = (
        outcomes_of(parts_of(chain)).found.get(about.of, {}) if about.of else chain.answers
    )
    number = str(answers.get(about.value) or "")
    person = find_person(number) if number else None
    if person is None:
        return None
    records = records_about(person.id, on)
    return Entered(records, takings_about(person.id)) if records else None
