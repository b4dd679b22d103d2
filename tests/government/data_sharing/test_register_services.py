"""A register is offered by one declaration; a partner's program asks it over two-sided TLS and hears what was granted."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import uvloop
from django.conf import settings
from django.test import Client
from msgspec.structs import replace
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.models import Record
from nentang.foundation.audit.public import looks_at_person
from nentang.foundation.identity.public import Person
from nentang.foundation.organizations.models import Unit
from nentang.foundation.organizations.public import (
    OrganizationKind,
    OrganizationLevel,
    create_organization,
)
from nentang.foundation.registers.errors import RegisterNotFound, RegisterServiceNotFound
from nentang.foundation.registers.public import Basis, BasisKind
from nentang.government.businesses.public import BusinessFacts, BusinessKind, enter_business
from nentang.government.data_sharing import actions
from nentang.government.data_sharing.adapters.node_tokens import node_token
from nentang.government.data_sharing.enums import Sharing
from nentang.government.data_sharing.errors import NotYourBody, PurposeNotOffered
from nentang.government.data_sharing.models import Grant, SharedService
from nentang.government.data_sharing.node import statements as say
from nentang.government.data_sharing.node.configuration import Configuration, Upstream
from nentang.government.data_sharing.node.node import Node
from nentang.government.population.models import Citizen
from nentang.government.population.public import (
    CitizenFacts,
    Home,
    enter_citizen,
    register_residence,
)
from nentang.kernel import clock
from tests.foundation.organizations.factories import make_unit

from .factories import Network, make_network, wish
from .test_seen_by_citizens import configured

BOOK = Basis(BasisKind.BOOK, "Sổ mẫu 01/2020")
NUMBER, STRANGER = "083194000001", "083194000002"
ASKED = {"number": NUMBER, "full_name": "lê thị mẫu", "birth_on": "1994-03-08"}
EXAMPLE = Path(settings.ROOT) / "examples" / "ask_register.py"
NOTHING: dict[str, object] = {"records": []}
REFUSED, NOT_GENUINE, NOBODY = 2, 3, 4


@pytest.fixture
def network(at: datetime, settings: Settings, tmp_path: Path) -> Network:
    settings.EXCHANGE_FOLDER = tmp_path / "exchange"
    return make_network(at=at)


def offer(network: Network, at: datetime, register: str = "population") -> SharedService:
    return actions.offer_register(
        system=network.register,
        register=register,
        service={"population": "confirm.v1", "businesses": "lookup.v1"}[register],
        sharing=Sharing.DEFAULT,
        actor=network.holder_admin,
        at=at,
    )


def offered(network: Network, at: datetime) -> SharedService:
    """Population, in place of the service that the factories offer under the same code."""
    network.service.delete()
    return offer(network, at)


def citizen(network: Network, at: datetime, number: str = NUMBER) -> Citizen:
    """Lê Thị Mẫu, whom the ministry keeps."""
    return enter_citizen(
        number=number,
        facts=CitizenFacts(
            full_name="Lê Thị Mẫu", sex="female", birth_on=date(1994, 3, 8), birth_year=1994
        ),
        keeper_id=network.holder.pk,
        basis=BOOK,
        actor=SYSTEM,
        at=at,
    )


def granted(network: Network, service: SharedService, at: datetime, **changed: object) -> Grant:
    """What is shared by default is granted as it is asked for."""
    said = {"fields": ("matches", "identity.sex")} | changed
    request = actions.ask_access(
        service_id=service.pk,
        client=network.one_stop,
        wish=wish(at, **said),
        actor=network.asker_admin,
        at=at,
    )
    return request.grant


def asked(grant: Grant, said: Mapping[str, Any], **headers: str) -> tuple[int, dict[str, object]]:
    """What the interface says to the node of the body that answers."""
    service = grant.service
    shown = {
        "Authorization": f"Bearer {node_token(service.subsystem.address)}",
        say.CLIENT: grant.client.address,
        say.PURPOSE: grant.purpose,
        say.GRANT: grant.code,
    } | headers
    answer = Client().get(f"/api/v1/register-answers/{service.address}", said, headers=shown)
    return answer.status_code, answer.json()


@pytest.mark.django_db
class TestDeclaration:
    def test_the_catalogue_has_what_the_register_says_of_itself(
        self, network: Network, at: datetime
    ) -> None:
        service = offered(network, at)

        assert service.address == "G30/population/confirm.v1"
        assert service.subject == "query:number"
        assert service.rows_at == "records"
        personal = {each["path"]: each["personal"] for each in service.fields}
        assert personal["identity.full_name"]
        assert not personal["matches"]
        assert service.purposes == ["dossier", "management", "safety"]

    def test_its_openapi_names_parameters_and_types(self, network: Network, at: datetime) -> None:
        (get,) = offered(network, at).openapi["paths"]["/"].values()

        assert [each["name"] for each in get["parameters"]] == ["number", "full_name", "birth_on"]
        schema = get["responses"]["200"]["content"]["application/json"]["schema"]
        record = schema["properties"]["records"]["items"]["properties"]
        assert record["matches"]["type"] == "boolean"
        assert record["identity"]["properties"]["birth_on"]["format"] == "date"

    def test_what_nobody_declared_is_not_offered(self, network: Network, at: datetime) -> None:
        for register, service, fault in (
            ("nothing", "confirm.v1", RegisterNotFound),
            ("population", "all.v1", RegisterServiceNotFound),
        ):
            with pytest.raises(fault):
                actions.offer_register(
                    system=network.register,
                    register=register,
                    service=service,
                    sharing=Sharing.DEFAULT,
                    actor=network.holder_admin,
                    at=at,
                )

    def test_only_an_administrator_of_the_body_offers(self, network: Network, at: datetime) -> None:
        with pytest.raises(NotYourBody):
            actions.offer_register(
                system=network.register,
                register="businesses",
                service="lookup.v1",
                sharing=Sharing.DEFAULT,
                actor=network.asker_admin,
                at=at,
            )

    def test_it_is_granted_for_its_purposes_only(self, network: Network, at: datetime) -> None:
        service = offered(network, at)
        with pytest.raises(PurposeNotOffered):
            granted(network, service, at, purpose="statistics")


@pytest.mark.django_db
class TestAnswers:
    @pytest.fixture(autouse=True)
    def _that_morning(self, at: datetime) -> None:
        clock.use(lambda: at)

    def test_yes_with_the_granted_fields_and_no_other(self, network: Network, at: datetime) -> None:
        citizen(network, at)
        grant = granted(network, offered(network, at), at)

        assert asked(grant, ASKED) == (
            200,
            {"records": [{"matches": True, "identity": {"sex": "female"}}]},
        )

    def test_the_same_call_twice_has_the_same_answer(self, network: Network, at: datetime) -> None:
        citizen(network, at)
        grant = granted(network, offered(network, at), at)
        assert asked(grant, ASKED) == asked(grant, ASKED)

    @pytest.mark.parametrize(
        "changed",
        [
            {"number": STRANGER},
            {"number": "9" * 12},
            {"full_name": "Lê Thị Mậu Thân"},
            {"birth_on": "1994-03-09"},
            {"birth_on": "hôm qua"},
        ],
        ids=["unknown", "impossible", "another name", "another day", "no day"],
    )
    def test_whatever_does_not_fit_is_told_alike(
        self, network: Network, at: datetime, changed: dict[str, str]
    ) -> None:
        citizen(network, at)
        grant = granted(network, offered(network, at), at)
        assert asked(grant, ASKED | changed) == (200, NOTHING)

    def test_who_another_body_keeps_is_told_like_nobody(
        self, network: Network, at: datetime
    ) -> None:
        kept = citizen(network, at)
        Citizen.objects.filter(pk=kept.pk).update(keeper=network.asker)
        grant = granted(network, offered(network, at), at)
        assert asked(grant, ASKED) == (200, NOTHING)

    def test_who_lives_outside_the_granted_communes_is_told_like_nobody(
        self, network: Network, at: datetime
    ) -> None:
        _settle(network, citizen(network, at), at)
        service = offered(network, at)
        here = granted(network, service, at, rows={"residence.unit_code": ["96001"]})
        there = granted(
            network, service, at, rows={"residence.unit_code": ["96002"]}, purpose="management"
        )

        status, told = asked(here, ASKED)
        assert status == 200
        assert told["records"][0]["matches"]  # type: ignore[index]
        assert asked(there, ASKED) == (200, NOTHING)

    @pytest.mark.parametrize("missing", ["number", "full_name", "birth_on"])
    def test_what_is_not_said_once_is_refused(
        self, network: Network, at: datetime, missing: str
    ) -> None:
        citizen(network, at)
        grant = granted(network, offered(network, at), at)
        for said in (
            {name: value for name, value in ASKED.items() if name != missing},
            ASKED | {missing: " "},
            ASKED | {missing: [ASKED[missing], ASKED[missing]]},
        ):
            status, told = asked(grant, said)
            assert (status, told["code"]) == (422, "registers.claim_missing")

    def test_only_a_grant_in_force_answers(self, network: Network, at: datetime) -> None:
        citizen(network, at)
        service = offered(network, at)
        grant = granted(network, service, at)
        for headers in (
            {"Authorization": "Bearer no"},
            {"Authorization": f"Bearer {node_token(network.one_stop.address)}"},
            {say.GRANT: "G30-Q20-9999"},
            {say.CLIENT: network.register.address},
            {say.PURPOSE: "management"},
        ):
            status, told = asked(grant, ASKED, **headers)
            assert (status, told["code"]) == (403, "data_sharing.call_not_granted")
        actions.end_access(code=grant.code, reason="Xong", actor=network.asker_admin, at=at)
        assert asked(grant, ASKED)[0] == 403

    def test_a_grant_is_over_on_its_last_day(self, network: Network, at: datetime) -> None:
        citizen(network, at)
        grant = granted(network, offered(network, at), at)
        Grant.objects.filter(pk=grant.pk).update(valid_to=at.date())
        assert asked(grant, ASKED)[0] == 403

    def test_a_service_that_no_register_answers_is_not_answered_here(
        self, network: Network, at: datetime
    ) -> None:
        SharedService.objects.filter(pk=network.service.pk).update(sharing=Sharing.DEFAULT)
        grant = granted(network, network.service, at, fields=("name",))
        assert asked(grant, ASKED)[0] == 403

    def test_that_it_was_asked_is_written_down_without_saying_about_whom(
        self, network: Network, at: datetime
    ) -> None:
        citizen(network, at)
        asked(granted(network, offered(network, at), at), ASKED)

        entry = Record.objects.get(action="registers.answer_call")
        assert entry.subject == "population:confirm.v1"
        assert NUMBER not in json.dumps(entry.details or {})

    def test_a_business_is_looked_up_without_whoever_stands_behind_it(
        self, network: Network, at: datetime
    ) -> None:
        made = enter_business(
            facts=BusinessFacts(
                name="Tạp hoá Mẫu",
                kind=BusinessKind.HOUSEHOLD,
                unit_code="96001",
                address_line="Thôn Nháp",
                capital=1,
                owner_person_id=citizen(network, at).person_id,
                owner_title="Chủ hộ kinh doanh",
            ),
            starts_on=date(2020, 1, 1),
            keeper_id=network.holder.pk,
            basis=BOOK,
            actor=SYSTEM,
            at=at,
        )
        service = offer(network, at, "businesses")
        grant = granted(network, service, at, fields=("registration.name", "standing.state"))

        assert service.subject == ""
        assert not any(each["personal"] for each in service.fields)
        assert asked(grant, {"tax_code": made.code})[1]["records"] == [
            {
                "matches": True,
                "registration": {"name": "Tạp hoá Mẫu"},
                "standing": {"state": "active"},
            }
        ]
        assert asked(grant, {"tax_code": "0000000000"}) == (200, NOTHING)


def _settle(network: Network, who: Citizen, at: datetime) -> None:
    """In a commune whose committee stands below the ministry."""
    district = make_unit("961", "Huyện Thử Mẫu", parent=Unit.objects.get(code="96"))
    make_unit("96001", "Xã Thử Mẫu", parent=district)
    create_organization(
        name="Ủy ban nhân dân xã Thử Mẫu",
        code="G30.01",
        kind=OrganizationKind.PEOPLES_COMMITTEE,
        level=OrganizationLevel.COMMUNE,
        unit_code="96001",
        parent_id=network.holder.pk,
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    register_residence(
        citizen=who,
        home=Home("96001", "Thôn Mẫu"),
        valid_from=date(2020, 1, 1),
        basis=BOOK,
        actor=SYSTEM,
        at=at,
    )


class Live:
    """Who is there, the interface that answers, and what is done before and after the node starts."""

    def __init__(self, network: Network, service: SharedService, url: str) -> None:
        self.network, self.service, self.url = network, service, url
        self.before_start: Callable[[], object] = lambda: None
        self.after_start: Callable[[], object] = lambda: None

    def refused(self, folder: Path, at: datetime, **changed: str) -> object:
        """The code with which the program was refused."""
        code, told = self.program(folder, at, **changed)
        assert code == REFUSED
        return told["code"]

    def program(self, folder: Path, at: datetime, **changed: str) -> tuple[int, dict[str, object]]:
        """What the example says, while the provider's node runs."""
        self.network.one_stop.certificates.all().delete()
        holder, _asker = configured(self.network, folder, at)
        self.before_start()
        actions.refresh_snapshot(at=at + timedelta(seconds=1))
        address = self.service.address
        upstream = Upstream(
            f"{self.url}/api/v1/register-answers/{address}",
            headers={"authorization": f"Bearer {node_token(self.network.register.address)}"},
        )
        done = uvloop.run(
            self._with_node(replace(holder, services={address: upstream}), folder, changed)
        )
        assert not done.stderr or done.returncode == NOT_GENUINE, done.stderr
        return done.returncode, json.loads(done.stdout or "{}")

    async def _with_node(
        self, configuration: Configuration, folder: Path, changed: dict[str, str]
    ) -> subprocess.CompletedProcess[str]:
        node = Node(configuration)
        await node.start()
        try:
            await asyncio.to_thread(self.after_start)
            return await asyncio.to_thread(
                subprocess.run,
                self._words(node.ports()[0], folder, changed),
                capture_output=True,
                text=True,
                check=False,
                timeout=60,
            )
        finally:
            await node.stop()

    def _words(self, port: int, folder: Path, changed: dict[str, str]) -> list[str]:
        files = {
            "ca": "ca.pem",
            "certificate": "asker-system.pem",
            "key": "asker-system.key",
            "provider": changed.get("provider", "holder-system.pem"),
        }
        words = [sys.executable, str(EXAMPLE), "--node", f"https://127.0.0.1:{port}"]
        for name, file in files.items():
            words += [f"--{name}", str(folder / file)]
        words += ["--client", self.network.one_stop.address]
        words += ["--purpose", changed.get("purpose", "dossier"), "--matter", "H98-201207-0001"]
        said = {name: changed.get(name, value) for name, value in ASKED.items()}
        return [*words, self.service.address, *(f"{name}={value}" for name, value in said.items())]


@pytest.mark.django_db(transaction=True)
class TestOverTheNetwork:
    """A live interface, two real nodes, and the example as a program of its own."""

    @pytest.fixture
    def now(self, settings: Settings, tmp_path: Path) -> datetime:
        clock.use(None)
        settings.EXCHANGE_FOLDER = tmp_path / "exchange"
        return datetime.now(UTC) - timedelta(seconds=1)

    @pytest.fixture
    def live(self, now: datetime, live_server: LiveServer) -> Live:
        network = make_network(at=now)
        citizen(network, now)
        return Live(network, offered(network, now), live_server.url)

    def test_a_partners_program_is_told_and_the_person_sees_it(
        self, live: Live, now: datetime, tmp_path: Path
    ) -> None:
        granted(live.network, live.service, now)

        assert live.program(tmp_path, now) == (
            0,
            {"records": [{"identity": {"sex": "female"}, "matches": True}]},
        )
        assert live.program(tmp_path, now, number=STRANGER) == (NOBODY, NOTHING)

        taken = actions.take_exchanges(folder=tmp_path / "log-holder", at=now)
        (look,) = looks_at_person(Person.objects.get(personal_number=NUMBER).pk)
        assert taken == 2
        assert look.name == "Hệ thống một cửa tỉnh Mẫu"
        assert look.fields == ("Xác nhận nhân thân theo số định danh", "Giới tính")

    def test_the_same_call_twice_is_seen_twice(
        self, live: Live, now: datetime, tmp_path: Path
    ) -> None:
        granted(live.network, live.service, now)
        assert live.program(tmp_path, now) == live.program(tmp_path, now)

        actions.take_exchanges(folder=tmp_path / "log-holder", at=now)
        assert len(looks_at_person(Person.objects.get(personal_number=NUMBER).pk)) == 2

    def test_who_has_no_grant_is_refused(self, live: Live, now: datetime, tmp_path: Path) -> None:
        assert live.refused(tmp_path, now) == "exchange.grant_missing"

    def test_another_purpose_is_refused(self, live: Live, now: datetime, tmp_path: Path) -> None:
        granted(live.network, live.service, now)
        assert live.refused(tmp_path, now, purpose="management") == "exchange.purpose_wrong"

    def test_a_grant_that_is_over_is_refused(
        self, live: Live, now: datetime, tmp_path: Path
    ) -> None:
        grant = granted(live.network, live.service, now)
        actions.end_access(code=grant.code, reason="Xong", actor=live.network.asker_admin, at=now)
        assert live.refused(tmp_path, now) == "exchange.grant_over"

    def test_a_grant_that_ended_since_the_node_heard_is_refused_by_the_register(
        self, live: Live, now: datetime, tmp_path: Path
    ) -> None:
        grant = granted(live.network, live.service, now)
        live.after_start = lambda: Grant.objects.filter(pk=grant.pk).update(ended_at=now)
        assert live.refused(tmp_path, now) == "data_sharing.call_not_granted"

    def test_a_revoked_certificate_is_refused(
        self, live: Live, now: datetime, tmp_path: Path
    ) -> None:
        granted(live.network, live.service, now)
        live.before_start = lambda: actions.revoke_certificate(
            fingerprint=live.network.one_stop.certificates.get().fingerprint,
            actor=live.network.asker_admin,
            at=now,
        )
        assert live.refused(tmp_path, now) == "exchange.certificate_revoked"

    def test_a_number_that_is_none_is_refused_before_anybody_is_asked(
        self, live: Live, now: datetime, tmp_path: Path
    ) -> None:
        granted(live.network, live.service, now)
        assert live.refused(tmp_path, now, number="12") == "exchange.subject_missing"
        assert not Record.objects.filter(action="registers.answer_call").exists()

    def test_an_answer_that_another_signed_is_not_believed(
        self, live: Live, now: datetime, tmp_path: Path
    ) -> None:
        granted(live.network, live.service, now)
        code, _told = live.program(tmp_path, now, provider="asker-system.pem")
        assert code == NOT_GENUINE
