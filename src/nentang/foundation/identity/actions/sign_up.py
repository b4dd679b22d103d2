"""A person makes their own account, at level 1."""

from datetime import date, datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction

from nentang.agreements.actor import ANONYMOUS, SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.identity.errors import NumberDiffers
from nentang.foundation.identity.models import Account, Person
from nentang.kernel.identifiers import PersonalNumber, parse_personal_number, parse_phone
from nentang.kernel.text import fold

from .open_account import check_password, open_account
from .register_person import register_person


@transaction.atomic
def sign_up(
    *,
    full_name: str,
    personal_number: str,
    birth_on: date,
    phone: str,
    password: str,
    at: datetime,
) -> None:
    """Open an account named by the personal number, unless that person has one.

    Nothing tells the caller whether the number was known: somebody with another name or birth, or
    with an account, is left as they are, after as much work. InvalidIdentifier; NumberDiffers where
    number and birth contradict each other; PasswordTooWeak.
    """
    number = parse_personal_number(personal_number)
    if number.birth_year != birth_on.year:
        raise NumberDiffers
    reached = parse_phone(phone).e164
    check_password(password, number.text)
    person = Person.objects.filter(personal_number=number.text).first()
    if person and not _may_claim(person, full_name, birth_on):
        make_password(password)
        return
    person = person or _register(full_name, number, birth_on, reached, at)
    account = open_account(
        person_id=person.pk, username=number.text, password=password, actor=SYSTEM, at=at
    )
    record(
        actor=ANONYMOUS,
        action="identity.sign_up",
        subject=f"account:{account.pk}",
        person_id=person.pk,
        at=at,
    )


def _may_claim(person: Person, full_name: str, birth_on: date) -> bool:
    same = (person.folded_name, person.birth_on) == (fold(full_name), birth_on)
    return same and not Account.objects.filter(person=person).exists()


def _register(
    full_name: str, number: PersonalNumber, birth_on: date, phone: str, at: datetime
) -> Person:
    return register_person(
        full_name=full_name,
        birth_on=birth_on,
        sex=number.sex,
        personal_number=number.text,
        phone=phone,
        actor=SYSTEM,
        at=at,
    )
