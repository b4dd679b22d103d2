"""A person signs in to a second program, through authlib, which nobody here wrote."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from authlib.common.security import generate_token
from authlib.integrations.httpx_client import OAuth2Client
from authlib.oidc.core import CodeIDToken
from django.conf import settings
from django.test import Client
from joserfc import jwt
from joserfc.jwk import KeySet

from nentang.agreements.actor import SYSTEM
from nentang.foundation.identity.models import Account, Consent, SignIn
from nentang.foundation.identity.public import RegisteredClient, register_client

from .factories import PASSWORD, make_account, one_time_code, with_one_time_code

pytestmark = pytest.mark.django_db

HOME = "http://127.0.0.1:8000"
BACK = "https://truonghoc.example.vn/ve"
SCOPES = ("openid", "profile", "personal_number", "age_over_18")


@dataclass
class Program:
    """A second program: authlib over HTTP into Django, and the person's browser."""

    registered: RegisteredClient
    browser: Client
    http: OAuth2Client
    metadata: dict[str, Any]

    def begin(self, **asked: str) -> str:
        """Where the program sends the browser."""
        self.verifier, self.nonce = generate_token(48), generate_token(20)
        address, self.state = self.http.create_authorization_url(
            self.metadata["authorization_endpoint"],
            code_verifier=self.verifier,
            nonce=self.nonce,
            **asked,
        )
        return str(address).removeprefix(HOME)

    def finish(self, returned_to: str) -> dict[str, Any]:
        """The verified claims of the id token that the code in this address buys."""
        self.token = self.http.fetch_token(
            self.metadata["token_endpoint"],
            authorization_response=returned_to,
            state=self.state,
            code_verifier=self.verifier,
        )
        keys = KeySet.import_key_set(anonymous(self.http, self.metadata["jwks_uri"]))
        decoded = jwt.decode(self.token["id_token"], keys, algorithms=["RS256"])
        claims = CodeIDToken(
            decoded.claims,
            decoded.header,
            options={
                "iss": {"essential": True, "value": self.metadata["issuer"]},
                "aud": {"essential": True, "value": self.registered.client_id},
            },
            params={
                "nonce": self.nonce,
                "client_id": self.registered.client_id,
                "access_token": self.token["access_token"],
            },
        )
        claims.validate()
        return dict(claims)

    def agree(self, page: str, *scopes: str) -> str:
        """The person ticks and agrees; where the browser is sent."""
        asked = self.browser.get(page)
        assert asked.status_code == 200, asked.headers
        entered = {
            "request": asked.context["form"]["request"].value(),
            "scopes": scopes or SCOPES,
            "action": "grant",
        }
        return self.browser.post("/openid/authorize", entered).headers["Location"]


def anonymous(http: OAuth2Client, address: str) -> dict[str, Any]:
    """What anybody reads there."""
    return dict(http.request("GET", address, withhold_token=True).json())


class InProcess(httpx.BaseTransport):
    """Carries the program's HTTP into Django, within the test's transaction."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Django's answer."""
        answer = Client(SERVER_NAME="127.0.0.1", SERVER_PORT="8000").generic(
            request.method,
            request.url.raw_path.decode(),
            request.read(),
            request.headers.get("content-type", ""),
            headers=dict(request.headers),
        )
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)


@pytest.fixture
def program(at: datetime) -> Iterator[Program]:
    registered = register_client(
        name="Sổ liên lạc", redirect_uris=[BACK], scopes=SCOPES, actor=SYSTEM, at=at
    )
    with OAuth2Client(
        client_id=registered.client_id,
        client_secret=registered.secret,
        redirect_uri=BACK,
        scope=" ".join(SCOPES),
        code_challenge_method="S256",
        transport=InProcess(),
        base_url=HOME,
    ) as http:
        metadata = anonymous(http, f"{HOME}/.well-known/openid-configuration")
        yield Program(
            registered, Client(SERVER_NAME="127.0.0.1", SERVER_PORT="8000"), http, metadata
        )


def enter(browser: Client, account: Account) -> None:
    browser.post("/dang-nhap/", {"login": account.username, "password": PASSWORD})


def test_a_person_signs_in_to_a_second_program(program: Program, at: datetime) -> None:
    account = make_account(at=at)
    first = program.browser.get(program.begin())
    assert urlsplit(first.headers["Location"]).path == "/dang-nhap/"
    signed_in = program.browser.post(
        first.headers["Location"], {"login": account.username, "password": PASSWORD}
    )
    claims = program.finish(program.agree(signed_in.headers["Location"]))
    assert claims["name"] == "Lê Thị Mẫu"
    assert claims["birthdate"] == "1987-09-05"
    assert claims["acr"] == "1"
    assert "personal_number" not in claims
    assert claims["sub"] != str(account.pk)
    seen = SignIn.objects.filter(account=account, how="program").get()
    assert seen.client == "Sổ liên lạc"


def test_acr_values_asks_for_the_second_factor_and_the_token_says_so(
    program: Program, at: datetime
) -> None:
    account = make_account(at=at, assurance=2)
    secret = with_one_time_code(at=at, account=account)
    enter(program.browser, account)
    stopped = program.browser.get(program.begin(acr_values="2"))
    assert urlsplit(stopped.headers["Location"]).path == "/dinh-danh/nang-muc/"
    onward = program.browser.post(stopped.headers["Location"], {"code": one_time_code(secret)})
    claims = program.finish(program.agree(onward.headers["Location"]))
    assert claims["acr"] == "2"
    assert claims["personal_number"] == account.person.personal_number  # type: ignore[union-attr]
    told = program.http.get(program.metadata["userinfo_endpoint"]).json()
    assert told["sub"] == claims["sub"]
    assert told["acr"] == "2"


def test_consent_is_remembered_and_withdrawing_it_voids_the_tokens(
    program: Program, at: datetime
) -> None:
    account = make_account(at=at)
    enter(program.browser, account)
    program.finish(program.agree(program.begin()))
    again = program.browser.get(program.begin())
    assert again.headers["Location"].startswith(BACK)
    program.finish(again.headers["Location"])
    userinfo = program.metadata["userinfo_endpoint"]
    assert program.http.get(userinfo).status_code == 200

    page = program.browser.get("/dinh-danh/").content.decode()
    assert "Sổ liên lạc" in page
    consent = Consent.objects.get()
    program.browser.post(f"/dinh-danh/chia-se/{consent.pk}/rut-lai/")

    assert program.http.get(userinfo).status_code == 401
    assert program.browser.get(program.begin()).status_code == 200


def test_silent_sign_in_works_only_with_consent(program: Program, at: datetime) -> None:
    account = make_account(at=at)
    enter(program.browser, account)
    refused = program.browser.get(program.begin(prompt="none"))
    assert parse_qs(urlsplit(refused.headers["Location"]).query)["error"] == ["consent_required"]
    program.finish(program.agree(program.begin()))
    silent = program.browser.get(program.begin(prompt="none"))
    assert program.finish(silent.headers["Location"])["name"] == "Lê Thị Mẫu"


def test_what_the_person_unticks_is_not_told(program: Program, at: datetime) -> None:
    enter(program.browser, make_account(at=at))
    claims = program.finish(program.agree(program.begin(), "openid", "age_over_18"))
    assert "name" not in claims
    assert "birthdate" not in claims
    assert claims["age_over_18"] is True


def test_saying_no_tells_the_program_so(program: Program, at: datetime) -> None:
    enter(program.browser, make_account(at=at))
    asked = program.browser.get(program.begin())
    entered = {"request": asked.context["form"]["request"].value(), "action": "cancel"}
    answer = program.browser.post("/openid/authorize", entered).headers["Location"]
    assert parse_qs(urlsplit(answer).query)["error"] == ["access_denied"]
    assert not Consent.objects.exists()


def test_two_programs_cannot_tell_that_it_is_the_same_person(
    program: Program, at: datetime
) -> None:
    account = make_account(at=at)
    other = register_client(name="Thư viện", redirect_uris=[BACK], actor=SYSTEM, at=at)
    from nentang.foundation.identity.adapters.sealing import account_behind, pairwise_subject

    subjects = {
        pairwise_subject(account.pk, each.client_id) for each in (program.registered, other)
    }
    assert len(subjects) == 2
    for subject in subjects:
        known = {account_behind(subject, each.client_id) for each in (program.registered, other)}
        assert known == {account.pk, None}


@pytest.mark.parametrize(
    "flaw",
    [
        {"code_challenge": ""},
        {"code_challenge_method": "plain"},
        {"scope": "openid acr:2"},
    ],
)
def test_requests_without_pkce_or_with_a_level_of_their_own_are_refused(
    program: Program, at: datetime, flaw: dict[str, str]
) -> None:
    enter(program.browser, make_account(at=at))
    asked = {key: each[0] for key, each in parse_qs(urlsplit(program.begin()).query).items()}
    assert program.browser.get("/openid/authorize", {**asked, **flaw}).status_code == 400


def test_a_code_buys_one_token_and_only_with_its_verifier(program: Program, at: datetime) -> None:
    enter(program.browser, make_account(at=at))
    returned = program.agree(program.begin())
    right, program.verifier = program.verifier, generate_token(48)
    with pytest.raises(Exception, match="invalid_grant"):
        program.finish(returned)
    program.verifier = right
    returned = program.browser.get(program.begin()).headers["Location"]
    program.finish(returned)
    with pytest.raises(Exception, match="invalid_grant"):
        program.finish(returned)


def test_the_consent_page_may_lead_to_that_program_only(program: Program, at: datetime) -> None:
    enter(program.browser, make_account(at=at))
    policy = program.browser.get(program.begin()).headers["Content-Security-Policy"]
    actions = next(part for part in policy.split(";") if "form-action" in part)
    assert actions.split() == ["form-action", "'self'", "https://truonghoc.example.vn"]


def test_the_signing_key_is_encrypted_and_readable_by_its_owner_alone(program: Program) -> None:
    path: Path = settings.OIDC_KEY_FILE
    assert path.stat().st_mode & 0o777 == 0o600
    assert "BEGIN ENCRYPTED PRIVATE KEY" in path.read_text()
    published = anonymous(program.http, program.metadata["jwks_uri"])
    assert [set(key) >= {"n", "e", "kid"} and "d" not in key for key in published["keys"]] == [True]


def test_discovery_says_what_holds(program: Program) -> None:
    assert program.metadata["acr_values_supported"] == ["1", "2"]
    assert program.metadata["response_types_supported"] == ["code"]
    assert program.metadata["subject_types_supported"] == ["pairwise"]
    assert "device_authorization_endpoint" not in program.metadata
