"""Fills an installation with secrets that sing, and prints them: `python -m tests.attacks.sing`."""

import json
import sys
from typing import Any

PASSWORD = "canari mat khau dai va la"


def sing() -> dict[str, str]:
    """Every secret that came up while somebody signed in, a portal was connected, a paper was signed."""
    from allauth.mfa.models import Authenticator
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from django.test import Client

    from nentang.agreements.actor import SYSTEM
    from nentang.foundation.identity.public import register_client
    from nentang.foundation.outbox.public import run_until_quiet
    from nentang.kernel import clock
    from tests.foundation.identity.factories import (
        make_account,
        one_time_code,
        with_one_time_code,
    )
    from tests.government.services.factories import make_dossier

    at = clock.now()
    office, citizen = _office(at), make_account(at=at, assurance=2)
    secret = with_one_time_code(account=citizen, at=at)
    citizen.set_password(PASSWORD)
    citizen.save()
    browser = Client(raise_request_exception=False)
    browser.post("/dang-nhap/", {"login": citizen.username, "password": "canari sai mot lan"})
    browser.post("/dang-nhap/", {"login": citizen.username, "password": PASSWORD})
    code = one_time_code(secret)
    browser.post("/dinh-danh/nang-muc/", {"code": code})
    letter = _letter(browser, str(citizen.email))
    recovery = Authenticator.objects.get(user=citizen, type=Authenticator.Type.RECOVERY_CODES)
    client = register_client(
        name="Trường Chim Hót", redirect_uris=["https://truong.example.vn/ve"], actor=SYSTEM, at=at
    )
    _connect(office, at)
    make_dossier(office=office, applicant=_actor(citizen.pk, at), at=at)
    run_until_quiet(at=at)
    browser.get("/khong-co/?ma=canari-trong-dia-chi")
    return {
        "no secret": "Trường Chim Hót",
        "password": PASSWORD,
        "wrong password": "canari sai mot lan",
        "secret of the codes": secret,
        "session": browser.cookies["phien"].value,
        "link for a new password": letter,
        "a recovery code": RecoveryCodes(recovery).get_unused_codes()[0],
        "secret of a program": client.secret or "",
        "key of a portal": "canari-khoa-cua-cong-khac-du-dai-1234",
    }


def _office(at: Any) -> Any:
    from tests.robustness.inside import _office as office

    return office(at)


def _actor(account_id: int, at: Any) -> Any:
    from nentang.foundation.identity.public import actor_for_account

    return actor_for_account(account_id, at, assurance=2)


def _connect(office: Any, at: Any) -> None:
    from nentang.government.status_sync.actions import connect_portal
    from tests.government.services.factories import make_officer

    connect_portal(
        code="cong-khac",
        name="Cổng khác",
        our_code="chung-toi",
        their_key="canari-khoa-cua-cong-khac-du-dai-1234",
        push_url="https://cong-khac.example.vn/nhan",
        actor=make_officer(office.body, "administrator", at=at),
        at=at,
    )


def _letter(browser: Any, email: str) -> str:
    """The key in the letter for a new password."""
    from django.core import mail

    browser.post("/quen-mat-khau/", {"email": email})
    body = mail.outbox[-1].body
    return str(body.split("/quen-mat-khau/")[1].split("/")[0].split("-", 1)[1])


def _answer() -> None:
    from django.conf import settings
    from django.test.utils import setup_test_environment

    from nentang.config.start import start

    start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    setup_test_environment()
    sys.stdout.write(json.dumps(sing()))


if __name__ == "__main__":
    _answer()
