"""Google's Lighthouse on the pages that people see most: accessibility and best practices of 95 at least.

A small commune is made and served by the real server; Lighthouse looks as a slow phone, signed in where a
page is somebody's. Lighthouse is a program of Node and no dependency of ours: LIGHTHOUSE names it, else the
one on the path is taken, else `npm` fetches it into a temporary folder. Without it nothing is measured.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

os.environ |= {"DJANGO_SETTINGS_MODULE": "nentang.config.settings.local", "NENTANG_DEMO": "yes"}

from benchmarks.database import prepare

prepare()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from benchmarks.harness import conclude  # noqa: E402
from nentang.config.demo_clock import follow, move_clock  # noqa: E402
from nentang.foundation.portal.public import compile_translations  # noqa: E402
from tests.looks.pages import LOOKS  # noqa: E402
from tests.looks.scene import Scene, scene_of  # noqa: E402
from tests.looks.small_house import make_small_house  # noqa: E402

AT = datetime(2020, 12, 7, 2, 0, tzinfo=UTC)
GOAL = 95
CATEGORIES = ("accessibility", "best-practices")
CHROMIUM = os.environ.get("CHROME_PATH", "/usr/bin/chromium")
SLUGS = (
    "trang-dau", "dich-vu-cong-found", "dich-vu-cong-procedure", "tra-cuu", "dang-nhap", "muc-tieu",
    "dieu-hanh", "trang-dau-signed-in", "ho-so", "ho-so-code-working", "ho-so-khai-draft-id-step",
    "thanh-toan-code", "viec", "mot-cua-ho-so-code-new", "mot-cua-trinh-ky", "viec-dieu-hanh",
)  # fmt: skip


def find_lighthouse() -> str:
    """The program, fetched where it has to be; empty where that is not possible."""
    known = os.environ.get("LIGHTHOUSE") or shutil.which("lighthouse")
    if known or not shutil.which("npm"):
        return known or ""
    folder = Path(tempfile.gettempdir()) / "nentang-lighthouse"
    program = folder / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        folder.mkdir(exist_ok=True)
        subprocess.run(["npm", "install", "--prefix", str(folder), "--silent", "lighthouse"])
    return str(program) if program.exists() else ""


@contextmanager
def served() -> Iterator[str]:
    """The address of our server while it runs."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port)]
    command += ["--no-log", "nentang.config.wsgi:application"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def _wait_for(port: int) -> None:
    for _ in range(240):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.5)
    raise SystemExit("the server did not start")


@cache
def cookie_of(account: int | None) -> str:
    """The cookie of a session of that account."""
    client = Client(HTTP_HOST="127.0.0.1")
    if account:
        client.post("/dang-nhap/thu/", {"account": account})
    return "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())


def scores(program: str, address: str, cookie: str) -> dict[str, int]:
    """What Lighthouse says of the page, out of a hundred, and what it finds wrong."""
    command = [program, address, "--quiet", "--output=json", "--max-wait-for-load=30000"]
    command += [f"--only-categories={','.join(CATEGORIES)}"]
    command += ["--chrome-flags=--headless --no-sandbox --disable-gpu"]
    command += [f"--extra-headers={json.dumps({'Cookie': cookie})}"] if cookie else []
    environment = {**os.environ, "CHROME_PATH": CHROMIUM}
    said = subprocess.run(command, capture_output=True, text=True, env=environment)
    if said.returncode:
        raise SystemExit(f"lighthouse could not look at {address}: {said.stderr[-500:]}")
    report = json.loads(said.stdout)
    if cookie and "/dang-nhap/" in report["finalDisplayedUrl"]:
        raise SystemExit(f"nobody is signed in on {address}")
    for audit in report["audits"].values():
        if (
            audit["score"] is not None
            and audit["score"] < 0.9
            and audit["scoreDisplayMode"] == "binary"
        ):
            print(f"    {audit['id']}: {audit['title']}")
    return {name: round(report["categories"][name]["score"] * 100) for name in CATEGORIES}


def small_scene() -> Scene:
    """The commune, on a Monday morning."""
    move_clock(settings.CLOCK_FILE, to=AT)
    follow(settings.CLOCK_FILE)
    return scene_of(make_small_house(at=AT), at=AT)


def main() -> None:
    program = find_lighthouse()
    if not program or not Path(CHROMIUM).exists():
        print("lighthouse: not measured; it needs node with npm (or LIGHTHOUSE) and CHROME_PATH")
        return
    compile_translations(settings.ROOT / "src" / "nentang")
    call_command("collectstatic", verbosity=0, interactive=False)
    scene, lowest = small_scene(), 100
    with served() as base:
        for look in (look for slug in SLUGS for look in LOOKS if look.slug == slug):
            address = base + look.address(scene.values)
            found = scores(program, address, cookie_of(scene.people.get(look.who)))
            lowest = min(lowest, *found.values())
            print(f"  {look.slug}: {', '.join(f'{k} {v}' for k, v in found.items())}", flush=True)
    conclude("lighthouse", lowest / GOAL, 1.0, better="higher")


if __name__ == "__main__":
    main()
