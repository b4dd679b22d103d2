"""What the register knows of somebody, as answers of forms."""

from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext_noop

from nentang.foundation.forms.public import Prefilled, home_words, register_prefill
from nentang.foundation.identity.public import PersonInfo
from nentang.foundation.registers.public import Proof, version_on
from nentang.government.population.models import (
    Citizen,
    CivilIdentity,
    PermanentResidence,
)
from nentang.government.population.registry import CITIZENS

SOURCE = gettext_noop("Cơ sở dữ liệu quốc gia về dân cư")
_OF_IDENTITY: dict[str, tuple[str, Callable[[CivilIdentity], str]]] = {
    "full_name": ("full_name", lambda who: who.full_name),
    "birth_on": ("birth_on", lambda who: who.birth_on.isoformat() if who.birth_on else ""),
    "birth": (
        "birth_on",
        lambda who: who.birth_on.isoformat() if who.birth_on else str(who.birth_year),
    ),
    "sex": ("sex", lambda who: who.sex),
    "nationality": (
        "nationality",
        lambda who: "Việt Nam" if who.nationality == "VN" else "",
    ),
    "ethnicity": ("ethnicity", lambda who: who.ethnicity),
}
_OF_HOME: dict[str, tuple[str, Callable[[PermanentResidence, date], str]]] = {
    "residence": ("unit_code", lambda home, on: home.unit_code),
    "address_line": ("address_line", lambda home, on: home.address_line),
    "home": ("address_line", lambda home, on: home_words(home.unit_code, home.address_line, on)),
}
NAMES = [f"person.{name}" for name in (*_OF_IDENTITY, *_OF_HOME)]


def register_citizen_source() -> None:
    """`person.full_name` and its like come from the register where it keeps the person."""
    register_prefill(NAMES, known_of_citizen)


def known_of_citizen(person: PersonInfo, on: date) -> dict[str, Prefilled]:
    """What the register says of the person that day, each with its proof; three queries."""
    citizen = Citizen.objects.filter(person=person.id, merged_into=None).first()
    if citizen is None:
        return {}
    found: dict[str, Prefilled] = {}
    if who := version_on(CivilIdentity, citizen, on=on):
        for name, (field, read) in _OF_IDENTITY.items():
            found[f"person.{name}"] = _answer(citizen, "identity", field, who, read(who), on)
    if home := version_on(PermanentResidence, citizen, on=on):
        for name, (field, say) in _OF_HOME.items():
            found[f"person.{name}"] = _answer(citizen, "residence", field, home, say(home, on), on)
    return {name: answer for name, answer in found.items() if answer.value}


def _answer(
    citizen: Citizen,
    aspect: str,
    field: str,
    version: CivilIdentity | PermanentResidence,
    value: str,
    on: date,
) -> Prefilled:
    proof = Proof(
        register=CITIZENS.name,
        record_code=citizen.code,
        aspect=aspect,
        field=field,
        version_id=version.pk,
        shown=CITIZENS.aspect(aspect).shown(version, field),
        valid_on=on,
        person_id=citizen.person_id,
    )
    return Prefilled(value, SOURCE, known_at=version.valid_from, proof=proof)
