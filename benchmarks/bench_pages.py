"""Pages over real HTTP against the limit of 100 ms: eight kinds of pages, 1 to 64 people at once.

The server is the one of `nentang serve` with the production settings and two web processes; everybody signed in
with a session of their own. People look at a page for two seconds on average (PAUSE=0: they never stop). With
SCALE=full the base is the one that `bench_million` left, otherwise 2,000 dossiers are taken in first. The clock
stands at 7 December 2020, when the open dossiers of the base are at work. Beside the times stands what a page
costs in CPU: of the web processes, of PostgreSQL and, with DATABASE_REPLICA_URL, of the replica.
"""

import http.client
import json
import math
import os
import random
import re
import secrets
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import quote, urlencode

os.environ |= {
    "DJANGO_SETTINGS_MODULE": "nentang.config.settings.production",
    "NENTANG_SECRET_KEY": secrets.token_urlsafe(64),
    "NENTANG_HOSTS": "127.0.0.1",
    "NENTANG_DEMO": "yes",  # the clock stands still in the past
}

from benchmarks.database import attach, prepare
from benchmarks.harness import FULL, conclude
from benchmarks.processes import cpu_of_tree, is_here, memory_of_tree, postmaster_of
from benchmarks.results import keep

(attach if FULL else prepare)()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402

from benchmarks.old_files import GIVEN, SURNAMES, make_bodies, take_in  # noqa: E402
from nentang.agreements.actor import SYSTEM  # noqa: E402
from nentang.config.demo_clock import move_clock  # noqa: E402
from nentang.foundation.casework.models import Case  # noqa: E402
from nentang.foundation.identity.models import Person  # noqa: E402
from nentang.foundation.identity.public import appoint_officer, open_account  # noqa: E402
from nentang.foundation.organizations.models import Organization  # noqa: E402
from nentang.foundation.portal.public import compile_translations  # noqa: E402
from nentang.government.services.models import Dossier  # noqa: E402

AT = datetime(2020, 12, 7, 3, 0, tzinfo=UTC)
USERS = tuple(map(int, os.environ.get("PEOPLE", "1 4 16 32 64").split()))
SECONDS = float(os.environ.get("SECONDS", "20" if FULL else "4"))
PAUSE = float(os.environ.get("PAUSE", "2"))
LIMIT = 0.1
MOST = max(USERS)
AGE = re.compile(r"max-age=(\d+)", re.IGNORECASE)

Ask = Callable[["Visitor"], None]


@dataclass(slots=True)
class Visitor:
    """Somebody with a browser: a connection that stays open, and cookies."""

    dice: random.Random
    connection: http.client.HTTPConnection
    cookies: dict[str, tuple[str, float]]

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, str]:
        """Status and body of the answer; cookies are kept."""
        headers = {
            "X-Forwarded-Proto": "https", "Referer": "https://127.0.0.1/", "Host": "127.0.0.1",
            "Cookie": "; ".join(self._cookies()),
            "Content-Type": "application/x-www-form-urlencoded",
        }  # fmt: skip
        body_sent = urlencode(form) if form else None
        try:
            self.connection.request(method, path, body_sent, headers)
            response = self.connection.getresponse()
        except (http.client.RemoteDisconnected, ConnectionError):  # it was idle too long
            self.connection.close()
            self.connection.request(method, path, body_sent, headers)
            response = self.connection.getresponse()
        body = response.read().decode()
        for line in response.headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            age = AGE.search(line)
            self.cookies[name] = (value, time.monotonic() + int(age[1]) if age else math.inf)
        return response.status, body

    def _cookies(self) -> list[str]:
        """Those that have not run out: the one that keeps a browser from the replica soon does."""
        now = time.monotonic()
        return [f"{name}={value}" for name, (value, end) in self.cookies.items() if now < end]

    def post(self, page: str, path: str, form: dict[str, str]) -> tuple[int, str]:
        """Fill in the form of a page."""
        _, body = self.ask("GET", page)
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', body)
        return self.ask("POST", path, {**form, "csrfmiddlewaretoken": found[1] if found else ""})


@dataclass(frozen=True, slots=True)
class World:
    """What visitors ask for."""

    officers: list[int]
    leaders: list[int]
    citizens: list[int]
    codes: list[tuple[str, str]]
    codes_of: dict[int, list[str]]


def make_world() -> World:
    """Accounts of the first bodies' clerks and leaders and of applicants, and codes that can be tracked."""
    officers, leaders, citizens, codes_of = [], [], [], {}
    bodies = list(Organization.objects.filter(code_qd20__startswith="H98.").order_by("pk")[:MOST])
    run = secrets.token_hex(4)
    for number in range(MOST):
        body = bodies[number % len(bodies)]
        for role, kept in (("clerk", officers), ("leader", leaders)):
            account = open_account(
                username=f"{role}{run}{number}",
                person_id=None,
                password=None,
                assurance=2,
                actor=SYSTEM,
                at=AT,
            )
            appoint_officer(account_id=account.pk, role=role, organization_id=body.pk,
                            valid_from=date(2020, 1, 1), actor=SYSTEM, at=AT)  # fmt: skip
            kept.append(account.pk)
        found = Case.objects.filter(holder=body, closed_at=None).values_list("code", flat=True)
        codes_of[officers[-1]] = list(found[:50])
    strangers = Person.objects.filter(phone__startswith="+849", account=None)
    for person in strangers.order_by("-pk")[:MOST]:
        account = open_account(
            username=f"p{run}{person.pk}",
            person_id=person.pk,
            password=None,
            assurance=2,
            actor=SYSTEM,
            at=AT,
        )
        citizens.append(account.pk)
    rows = Dossier.objects.order_by("-pk").values_list("code", "applicant__phone")[:2000]
    return World(officers, leaders, citizens, [(c, p[-4:]) for c, p in rows if p], codes_of)


def serve() -> tuple[subprocess.Popen[bytes], int]:
    """The server of `nentang serve` in a process of its own, ready to answer."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = f"from nentang.config.start import start; start(); from nentang.config.commands.serve import serve; serve('127.0.0.1', {port}, 2, [])"
    server = subprocess.Popen([sys.executable, "-c", words])
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server, port
        time.sleep(0.1)
    raise SystemExit("the server does not come up")


def sign_in(port: int, account: int | None, seed: int) -> Visitor:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    visitor = Visitor(random.Random(seed), connection, {})
    if account is not None:
        status, body = visitor.post("/dang-nhap/", "/dang-nhap/thu/", {"account": str(account)})
        if status != 302:
            raise SystemExit(f"account {account} cannot sign in: {status} {body[:300]}")
    return visitor


def asks(world: World) -> dict[str, tuple[str, int]]:
    """Kinds of pages: who asks, and how often of twenty."""
    return {
        "inbox": ("clerk", 5), "search by name": ("clerk", 3), "search by code": ("clerk", 2),
        "tracking": ("anybody", 3), "catalogue search": ("anybody", 3), "dashboard": ("anybody", 1),
        "head's board": ("leader", 1), "citizen's list": ("citizen", 2),
    }  # fmt: skip


def look(kind: str, visitor: Visitor, world: World, codes: list[str]) -> float:
    """Ask for such a page; the seconds that the page itself took."""
    dice = visitor.dice
    if kind == "tracking":
        code, digits = dice.choice(world.codes)
        _, page = visitor.ask("GET", "/tra-cuu/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        form = {"code": code, "phone": digits, "csrfmiddlewaretoken": token[1] if token else ""}
        begun = time.perf_counter()
        status, body = visitor.ask("POST", "/tra-cuu/", form)
    else:
        words = quote(f"{dice.choice(SURNAMES)} {dice.choice(GIVEN)}".lower())
        path = {
            "inbox": "/viec/",
            "search by name": f"/viec/?loc=ca-bo-phan&q={words}",
            "search by code": f"/viec/?q={dice.choice(codes)}" if codes else "/viec/",
            "catalogue search": f"/dich-vu-cong/?q={quote(dice.choice(('khai sinh', 'ket hon', 'dat dai', 'ho ngheo')))}",
            "dashboard": "/dieu-hanh/", "head's board": "/viec/dieu-hanh/", "citizen's list": "/ho-so/",
        }[kind]  # fmt: skip
        begun = time.perf_counter()
        status, body = visitor.ask("GET", path)
    took = time.perf_counter() - begun
    if status not in (200, 302) or (status == 302 and kind != "search by code"):
        raise SystemExit(f"{kind}: {status} {body[:200]}")
    return took


def crowd(users: int, people: list[dict[str, Visitor]], world: World) -> dict[str, list[float]]:
    """So many at once, for so long; seconds of every page by kind."""
    took: dict[str, list[float]] = defaultdict(list)
    kinds, faults = asks(world), []
    names, weights = list(kinds), [weight for _, weight in kinds.values()]
    end = time.perf_counter() + SECONDS

    def visit(number: int) -> None:
        dice, own = random.Random(number), people[number]
        time.sleep(dice.random() * PAUSE)
        try:
            while time.perf_counter() < end:
                kind = dice.choices(names, weights)[0]
                codes = world.codes_of[world.officers[number]]
                took[kind].append(look(kind, own[kinds[kind][0]], world, codes))
                time.sleep(dice.expovariate(1 / PAUSE) if PAUSE else 0)
        except (SystemExit, OSError) as fault:
            faults.append(str(fault))

    threads = [threading.Thread(target=visit, args=(number,)) for number in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise SystemExit(faults[0])
    return took


def told(times: list[float]) -> dict[str, float]:
    """How many pages, and the milliseconds within which half, 95 and 99 of 100 came."""
    cuts = statistics.quantiles(times, n=100, method="inclusive") if len(times) > 1 else times * 99
    return {"pages": len(times), **{f"p{n}": round(1000 * cuts[n - 1], 1) for n in (50, 95, 99)}}


def main() -> None:
    if not FULL:
        with tempfile.TemporaryDirectory() as folder:
            take_in(
                Path(folder),
                make_bodies(at=AT),
                first=0,
                count=2000,
                at=datetime(2021, 3, 1, tzinfo=UTC),
            )
    world = make_world()
    compile_translations(Path(settings.ROOT) / "src/nentang")
    call_command("collectstatic", interactive=False, verbosity=0)
    move_clock(Path(settings.CLOCK_FILE), to=AT)
    server, port = serve()
    found: list[tuple[int, dict[str, list[float]], dict[str, float]]] = []
    try:
        people = [
            {"clerk": sign_in(port, world.officers[n], n), "leader": sign_in(port, world.leaders[n], n),
             "citizen": sign_in(port, world.citizens[n % len(world.citizens)], n), "anybody": sign_in(port, None, n)}
            for n in range(MOST)
        ]  # fmt: skip
        for number in range(4):  # both processes have seen every page once
            for kind, (who, _) in asks(world).items():
                look(kind, people[number][who], world, world.codes_of[world.officers[number]])
        roots = {"web": server.pid, **servers()}
        for users in USERS:
            used = {name: cpu_of_tree(root) for name, root in roots.items()}
            took = crowd(users, people, world)
            spent = {name: cpu_of_tree(root) - used[name] for name, root in roots.items()}
            found.append((users, took, spent))
        print("memory of the web processes, MB:", [m >> 20 for m in memory_of_tree(server.pid)])
    finally:
        server.terminate()
        server.wait()
    report(found)


def servers() -> dict[str, int]:
    """The PostgreSQL servers on this machine, by the part that they play."""
    urls = {"database": settings.DATABASE_URL, "replica": settings.DATABASE_REPLICA_URL}
    return {name: postmaster_of(url) for name, url in urls.items() if url and is_here(url)}


def report(found: list[tuple[int, dict[str, list[float]], dict[str, float]]]) -> None:
    size, rows = Dossier.objects.count(), []
    for users, took, spent in found:
        whole = told([each for times in took.values() for each in times])
        each = {name: round(1000 * used / whole["pages"], 1) for name, used in spent.items()}
        rows.append(
            {
                "users": users,
                "all": whole,
                "cpu_ms_each": each,
                "kinds": {kind: told(times) for kind, times in took.items()},
            }
        )
        print(f"{size:,} dossiers, {users} at once, {PAUSE} s a page: {json.dumps(whole)}")
        print(f"  CPU a page, ms: {json.dumps(each)}")
        if users == 16:
            for kind, times in sorted(took.items()):
                print(f"  {kind:18} {json.dumps(told(times))}")
    if FULL:
        keep(
            f"pages_{size // 1000}k_pause_{PAUSE:g}{'_replica' * bool(settings.DATABASE_REPLICA_URL)}",
            rows,
        )
    at_sixteen = next((row["all"]["p95"] for row in rows if row["users"] == 16), 0)
    conclude("pages", at_sixteen / 1000 / LIMIT, 1.0, better="lower")


if __name__ == "__main__":
    main()
