"""Everybody files on one day, over real HTTP: every commune, district, province and ministry, each once.

The server is the one of `nentang serve` with the production settings and two web processes. Each body has a
program of its own with an access token, and CLIENTS of them (32) ask at the same time; nobody pauses. In the
middle one web process is killed; whoever was not answered asks again with the same key. In the end every body
must stand with one version, no more and no less, and the sum of the nation must be the sum of what was sent.

Small, the bodies of PROVINCES (2) provinces file; SCALE=full takes all of December 2020: 63 provinces, 696
districts, 10,035 communes and the ministries. DATABASE_URL names a database ending in _bench, which is emptied.
"""

import http.client
import json
import os
import queue
import random
import secrets
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

os.environ |= {
    "DJANGO_SETTINGS_MODULE": "nentang.config.settings.production",
    "NENTANG_SECRET_KEY": secrets.token_urlsafe(64),
    "NENTANG_HOSTS": "127.0.0.1",
    "NENTANG_DEMO": "yes",  # the clock stands still in the past
}

from benchmarks.database import prepare
from benchmarks.harness import FULL, conclude
from benchmarks.processes import cpu_of, cpu_of_tree, descendants_of, is_here, postmaster_of
from benchmarks.results import keep

prepare()

from allauth.idp.oidc.adapter import get_adapter  # noqa: E402
from allauth.idp.oidc.models import Client, Token  # noqa: E402
from django.conf import settings  # noqa: E402
from django.db import transaction  # noqa: E402

from nentang.agreements.actor import SYSTEM  # noqa: E402
from nentang.config.commands.migrate import bring_up_to_date  # noqa: E402
from nentang.config.demo_clock import move_clock  # noqa: E402
from nentang.foundation.audit.public import verify  # noqa: E402
from nentang.foundation.identity.public import (  # noqa: E402
    appoint_officer,
    open_account,
    register_client,
)
from nentang.foundation.organizations.public import (  # noqa: E402
    Organization,
    OrganizationKind,
    OrganizationLevel,
    UnitLevel,
    create_organization,
    units_on,
)
from nentang.foundation.outbox.public import deliver_events  # noqa: E402
from nentang.measure.reporting import actions  # noqa: E402
from nentang.measure.reporting.models import Report, ReportSum, ReportVersion  # noqa: E402

CLOSED = datetime(2020, 12, 15, 2, 0, tzinfo=UTC)
FILING = datetime(2020, 12, 16, 2, 0, tzinfo=UTC)
EVENING = datetime(2020, 12, 16, 14, 0, tzinfo=UTC)
ON = date(2020, 12, 16)
REGIME = "socio_economic"
CLIENTS = int(os.environ.get("CLIENTS", "32"))
PROVINCES = int(os.environ.get("PROVINCES", "63" if FULL else "2"))
TRIES = 200
IN_TIME = 3600.0
"""The bodies of the whole country are to be done within an hour."""
BODIES = 10_815
SCOPES = ("openid", "roles", "reports:read", "reports:write")


@dataclass(slots=True)
class Told:
    """What the programs were told."""

    took: list[float] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    versions: dict[str, int] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)


def found_bodies() -> None:
    """The committees of districts and communes below the first provinces; those of provinces are there."""
    provinces = Organization.objects.on(ON).filter(
        kind=OrganizationKind.PEOPLES_COMMITTEE, level=OrganizationLevel.PROVINCE
    )
    for number, province in enumerate(provinces.select_related("unit").order_by("pk")[:PROVINCES]):
        assert province.unit is not None
        with transaction.atomic():
            _found_below(province, province.unit.code, number)


def _found_below(province: Organization, unit_code: str, number: int) -> None:
    above = {unit_code: province.pk}
    levels = {
        UnitLevel.DISTRICT: OrganizationLevel.DISTRICT,
        UnitLevel.COMMUNE: OrganizationLevel.COMMUNE,
    }
    for level, kind in levels.items():
        for unit in units_on(ON, level, within=unit_code):
            body = create_organization(
                name=f"Ủy ban nhân dân {unit.full_name}",
                kind=OrganizationKind.PEOPLES_COMMITTEE,
                level=kind,
                unit_code=unit.code,
                parent_id=above[unit.parent_code],
                valid_from=date(2020, 1, 1),
                actor=SYSTEM,
                at=CLOSED,
            )
            above[unit.code] = body.pk


def programs() -> dict[str, str]:
    """A token for each report, of whoever signs for its body."""
    known = register_client(
        name="Báo cáo",
        redirect_uris=["https://bc.example.vn/"],
        scopes=SCOPES,
        actor=SYSTEM,
        at=CLOSED,
    )
    client, tokens, rows = Client.objects.get(pk=known.client_id), {}, []
    for code, body in Report.objects.values_list("code", "organization"):
        account = open_account(
            username=f"ky{body}",
            person_id=None,
            password=None,
            assurance=2,
            actor=SYSTEM,
            at=CLOSED,
        )
        appoint_officer(
            account_id=account.pk,
            role="leader",
            organization_id=body,
            valid_from=date(2020, 1, 1),
            actor=SYSTEM,
            at=CLOSED,
        )
        value = get_adapter().generate_client_secret()
        token = Token(type=Token.Type.ACCESS_TOKEN, client=client, user_id=account.pk)
        token.set_value(value)
        token.set_scopes([*SCOPES, "acr:2"])
        rows.append(token)
        tokens[code] = value
    Token.objects.bulk_create(rows, batch_size=500)
    return tokens


def figures(code: str) -> dict[str, int]:
    """Invented, the same for the same body."""
    dice = random.Random(code)
    households, plan = dice.randrange(800, 4000), dice.randrange(1000, 9000)
    return {
        "budget_revenue": dice.randrange(100, 2000), "budget_spending": dice.randrange(100, 2000),
        "investment_plan": plan, "investment_paid": plan // 2, "businesses_new": dice.randrange(9),
        "businesses_ended": dice.randrange(5), "households": households,
        "poor_households": households // 20, "disaster_damage": 0,
        "dossiers_received": dice.randrange(200), "dossiers_decided": dice.randrange(200),
    }  # fmt: skip


def serve() -> tuple[subprocess.Popen[bytes], int]:
    """The server of `nentang serve` in a process of its own, ready to answer."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = f"from nentang.config.start import start; start(); from nentang.config.commands.serve import serve; serve('127.0.0.1', {port}, 2, [])"
    server = subprocess.Popen([sys.executable, "-c", words])
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server, port
        time.sleep(0.1)
    raise SystemExit("the server does not come up")


def file_all(port: int, tokens: dict[str, str], server: int) -> tuple[Told, float]:
    """Everybody files; half-way one web process is killed. What they were told, and the seconds it took."""
    told, waiting = Told(), queue.SimpleQueue[str]()
    for code in random.Random(1).sample(sorted(tokens), len(tokens)):
        waiting.put(code)

    def client() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        while True:
            try:
                code = waiting.get_nowait()
            except queue.Empty:
                return
            _file(connection, code, tokens[code], told)

    threads = [threading.Thread(target=client) for _ in range(CLIENTS)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    while len(told.versions) < len(tokens) // 2 and any(t.is_alive() for t in threads):
        time.sleep(0.02)
    os.kill(busiest_of(server), signal.SIGKILL)
    for thread in threads:
        thread.join()
    return told, time.perf_counter() - begun


def _file(connection: http.client.HTTPConnection, code: str, token: str, told: Told) -> None:
    """One report, until it is answered."""
    headers = {
        "Authorization": f"Bearer {token}", "Idempotency-Key": f"ngay-{code}".replace(".", "-")[:48],
        "Content-Type": "application/json", "X-Forwarded-Proto": "https", "Host": "127.0.0.1",
    }  # fmt: skip
    body = json.dumps({"values": figures(code)})
    for _ in range(TRIES):
        begun = time.perf_counter()
        try:
            connection.request("POST", f"/api/v1/reports/{code}/versions", body, headers)
            answer = connection.getresponse()
            said = answer.read()
        except (http.client.HTTPException, OSError) as fault:
            told.refused[type(fault).__name__] += 1
            connection.close()
            time.sleep(0.05)
            continue
        if answer.status in (200, 201):
            told.took.append(time.perf_counter() - begun)
            told.versions[code] = json.loads(said)["number"]
            return
        told.refused[f"{answer.status} {said[:120]!r}"] += 1
        time.sleep(0.2)
    told.lost.append(code)


def busiest_of(server: int) -> int:
    """The web process that has worked most: helpers of the server hardly work."""
    return max(descendants_of(server), key=cpu_of)


def check(tokens: dict[str, str], told: Told) -> float:
    """Everything stands once; the seconds it took to add it all up."""
    assert not told.lost, f"never answered: {told.lost[:5]}"
    assert ReportVersion.objects.count() == len(tokens) == len(told.versions)
    assert not Report.objects.exclude(counted=1).exists()
    begun = time.perf_counter()
    while deliver_events(at=EVENING, limit=500):
        pass
    actions.add_up_sums(at=EVENING, limit=100_000)
    spent = time.perf_counter() - begun
    nation = ReportSum.objects.get(unit_code="", regime=REGIME)
    expected = sum(figures(code)["households"] for code in tokens)
    assert int(nation.values["households"]) == expected, (nation.values, expected)
    assert sum(nation.filed.values()) == len(tokens), (nation.filed, len(tokens))
    assert verify().holds
    print(f"the nation: {nation.filed} filed of {nation.expected}, {expected:,} households")
    return spent


def main() -> None:
    bring_up_to_date()
    begun = time.perf_counter()
    found_bodies()
    while actions.open_reports(at=CLOSED, limit=2000, regimes=[REGIME]):
        pass
    tokens = programs()
    print(f"{len(tokens):,} bodies, set up in {time.perf_counter() - begun:.0f} s")
    move_clock(Path(settings.CLOCK_FILE), to=FILING)
    server, port = serve()
    roots = {"web": server.pid}
    if settings.DATABASE_URL and is_here(settings.DATABASE_URL):
        roots["database"] = postmaster_of(settings.DATABASE_URL)
    try:
        used = {name: cpu_of_tree(root) for name, root in roots.items()}
        told, spent = file_all(port, tokens, server.pid)
        cpu = {name: cpu_of_tree(root) - used[name] for name, root in roots.items()}
    finally:
        server.terminate()
        server.wait()
    report(tokens, told, spent, cpu, check(tokens, told))


def report(
    tokens: dict[str, str], told: Told, spent: float, cpu: dict[str, float], added: float
) -> None:
    cuts = statistics.quantiles(told.took, n=100, method="inclusive")
    row = {
        "bodies": len(tokens),
        "clients": CLIENTS,
        "seconds": round(spent, 1),
        "a_second": round(len(tokens) / spent, 1),
        **{f"p{n}_ms": round(1000 * cuts[n - 1]) for n in (50, 95, 99)},
        "asked_again": dict(told.refused),
        "cpu_ms_each": {name: round(1000 * each / len(tokens), 1) for name, each in cpu.items()},
        "seconds_to_add_up": round(added, 1),
    }
    print(json.dumps(row, ensure_ascii=False))
    if FULL:
        keep("filing_day", [row])
    conclude("filing_day", len(tokens) / spent / (BODIES / IN_TIME), 1.0, better="higher")


if __name__ == "__main__":
    main()
