"""What a session says about who acts: the level it reached and the mandate chosen in it."""

from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest

from nentang.agreements.actor import ANONYMOUS, Actor
from nentang.kernel import clock

from .enums import Assurance
from .errors import AccountNotFound, MandateNotInForce
from .models import Account
from .queries import actor_for_account

MANDATE = "identity.mandate"


def actor_of(request: HttpRequest) -> Actor:
    """Who acts in this session now; nobody, without a query, where no one has signed in."""
    if not request.user.is_authenticated:
        return ANONYMOUS
    account = request.user
    level = session_assurance(request, account)
    mandate_id = request.session.get(MANDATE)
    try:
        return actor_for_account(account.pk, clock.now(), assurance=level, mandate_id=mandate_id)
    except MandateNotInForce:
        del request.session[MANDATE]
        return actor_for_account(account.pk, clock.now(), assurance=level)
    except AccountNotFound:
        return ANONYMOUS


def session_assurance(request: HttpRequest, account: Account) -> int:
    """Level 2 once a second factor was shown in this session, else 1."""
    records = get_authentication_records(request, account)
    second = any(record.get("method") == "mfa" for record in records)
    return Assurance.TWO if second else Assurance.ONE
