"""Give a person, or a program, something to sign in with."""

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.identity.enums import Assurance
from nentang.foundation.identity.errors import AccountExists, PasswordTooWeak, PersonNotFound
from nentang.foundation.identity.events import AccountOpened
from nentang.foundation.identity.models import Account, Person
from nentang.foundation.identity.permissions import check_serves_at_counter
from nentang.foundation.outbox.public import publish


@transaction.atomic
def open_account(
    *,
    person_id: int | None,
    username: str,
    password: str | None,
    assurance: int = Assurance.ONE,
    actor: Actor,
    at: datetime,
) -> Account:
    """The account; without a password it signs in by passkey or token only.

    PersonNotFound, AccountExists, PasswordTooWeak; OwnMatterOnly unless an officer at a counter or
    the platform asks.
    """
    check_serves_at_counter(actor)
    person = _person(person_id)
    if password is not None:
        check_password(password, username)
    if _is_taken(username, person_id):
        raise AccountExists
    account = Account(
        username=username.strip().lower(),
        email=person.email if person else "",
        person=person,
        assurance_max=Assurance(assurance),
        opened_at=at,
    )
    account.set_password(password)
    account.save()
    record(
        actor=actor,
        action="identity.open_account",
        subject=f"account:{account.pk}",
        person_id=person_id,
        details={"level": assurance},
        at=at,
    )
    publish(AccountOpened(account.pk, person_id), at=at)
    return account


def _person(person_id: int | None) -> Person | None:
    if person_id is None:
        return None
    found = Person.objects.filter(pk=person_id).first()
    if found is None:
        raise PersonNotFound
    return found


def _is_taken(username: str, person_id: int | None) -> bool:
    if person_id and Account.objects.filter(person_id=person_id).exists():
        return True
    return Account.objects.filter(username=username.strip().lower()).exists()


def check_password(password: str, username: str) -> None:
    """PasswordTooWeak, with what to mend, for one that is easily guessed."""
    try:
        validate_password(password, Account(username=username))
    except ValidationError as error:
        raise PasswordTooWeak(fields={"password": list(error.messages)}) from error
