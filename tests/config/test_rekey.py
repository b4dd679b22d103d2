"""The installation's secret is changed: everything sealed opens under the new one, and then only there."""

import argparse
from datetime import datetime
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from cryptography.fernet import InvalidToken
from pytest_django import Settings

from nentang.agreements.actor import SYSTEM, Actor, ActorKind, Role
from nentang.config.cli import Stop
from nentang.config.commands import rekey
from nentang.foundation.documents.adapters import key_files
from nentang.foundation.documents.public import installation_key
from nentang.foundation.identity.actions import ensure_signing_key
from nentang.foundation.identity.adapters import signing_key
from nentang.foundation.identity.adapters.peppered import PepperedHasher
from nentang.foundation.identity.adapters.sealing import account_behind, pairwise_subject
from nentang.foundation.identity.adapters.signing_key import signing_key_pem
from nentang.foundation.identity.models import Account
from nentang.government.status_sync.actions import connect_portal
from nentang.government.status_sync.adapters.line import sender_to
from tests.foundation.identity.factories import make_account, with_one_time_code

OLD, NEW = "bi mat cu " * 6, "bi mat moi " * 6
KEY = "khoa-cua-cong-khac-du-dai-1234"


@pytest.fixture(autouse=True)
def _folders(settings: Settings, tmp_path: Path) -> None:
    settings.KEYS_FOLDER = tmp_path
    settings.OIDC_KEY_FILE = tmp_path / "oidc.pem"
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = OLD, []
    _forget()


def _forget() -> None:
    key_files.read_key.cache_clear()
    signing_key._read.cache_clear()


def read_all(client: str = "truong") -> list[object]:
    """Everything that is kept sealed, opened."""
    _forget()
    from nentang.government.status_sync.models import Portal

    codes = Authenticator.objects.get(type=Authenticator.Type.TOTP).wrap()
    recovery = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES).wrap()
    from allauth.mfa.utils import decrypt

    return [
        decrypt(codes.instance.data["secret"]),
        recovery.get_unused_codes(),
        signing_key_pem(),
        installation_key("notifications/push").private_numbers(),
        sender_to(Portal.objects.get()).key.made("", b""),
        pairwise_subject(7, client),
        account_behind(pairwise_subject(7, client), client),
    ]


@pytest.mark.django_db
def test_everything_opens_under_the_new_secret_and_the_old_one_is_needed_no_more(
    at: datetime, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    with_one_time_code(account=make_account(at=at), at=at)
    ensure_signing_key(actor=SYSTEM, at=at)
    administrator = Actor(kind=ActorKind.OFFICER, roles=(Role("administrator", 1),))
    line = {"our_code": "ta", "their_key": KEY, "push_url": "https://cong.example.vn/nhan"}
    connect_portal(code="cong", name="Cổng", actor=administrator, at=at, **line)
    before = read_all()
    subject = pairwise_subject(7, "truong")

    with pytest.raises(Stop):
        rekey.run(argparse.Namespace())
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, [OLD]
    assert read_all() == before, "nothing is void on the way"
    assert rekey.run(argparse.Namespace()) == 0
    assert "sealed anew" in capsys.readouterr().out

    settings.SECRET_KEY_FALLBACKS = []
    assert read_all() == before
    assert account_behind(subject, "truong") == 7, "programs know people again"
    for path in Path(settings.KEYS_FOLDER).rglob("*"):
        assert path.is_dir() or path.stat().st_mode & 0o077 == 0, path

    settings.SECRET_KEY = OLD
    with pytest.raises((ValueError, InvalidToken)):
        read_all()


def test_a_stolen_hash_tells_nothing_without_the_pepper(settings: Settings) -> None:
    settings.PEPPERS = ["hat tieu cua nam ngoai"]
    hasher = PepperedHasher()
    kept = hasher.encode("mot cau that dai de nho", hasher.salt())
    assert hasher.verify("mot cau that dai de nho", kept)
    assert not hasher.verify("mot cau that dai de nhw", kept)
    assert not hasher.must_update(kept)

    settings.PEPPERS = ["hat tieu cua nam nay", "hat tieu cua nam ngoai"]
    assert hasher.verify("mot cau that dai de nho", kept)
    assert hasher.must_update(kept), "it is hashed anew at the next sign-in"

    settings.PEPPERS = ["hat tieu cua nam nay"]
    assert not hasher.verify("mot cau that dai de nho", kept)


def test_a_hash_under_a_pepper_fits_its_column() -> None:
    """SQLite takes any length, PostgreSQL does not."""
    hashed = PepperedHasher().encode("mot cau that dai de nho", PepperedHasher().salt())
    assert len(hashed) <= (Account._meta.get_field("password").max_length or 0)


def test_without_a_pepper_one_follows_from_the_secret(settings: Settings) -> None:
    settings.PEPPERS = [""]
    hasher = PepperedHasher()
    kept = hasher.encode("mot cau that dai de nho", hasher.salt())
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, [OLD]
    assert hasher.verify("mot cau that dai de nho", kept)
    assert hasher.must_update(kept)
    settings.SECRET_KEY_FALLBACKS = []
    assert not hasher.verify("mot cau that dai de nho", kept)
