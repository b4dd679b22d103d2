"""A whole installation as a province runs it: web and worker as processes, a database, files."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx

from tests.robustness.cluster import Cluster

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds


class Installation:
    """Everything under one folder; the database a file there, or a cluster of its own."""

    def __init__(self, folder: Path, cluster: Cluster | None) -> None:
        self.cluster = cluster
        self.var = folder / "var"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.environment = {
            **{k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"},
            "NENTANG_VAR": str(self.var),
            "NENTANG_DEMO": "yes",
            "DATABASE_URL": cluster.url if cluster else "",
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        }
        self.environment.pop("NENTANG_SETTINGS", None)
        self._running: list[subprocess.Popen[bytes]] = []

    @property
    def address(self) -> str:
        """Where its pages are."""
        return f"http://127.0.0.1:{self.port}"

    def run(self, *words: str) -> str:
        """What a program of `nentang` prints; CalledProcessError where it fails."""
        return self._python("-m", "nentang", *words)

    def ask(self, question: str, *, of: str = "inside", **facts: Any) -> Any:
        """What a function of that module beside this one returns, run in the installation."""
        return json.loads(self._python("-m", f"tests.robustness.{of}", question, json.dumps(facts)))

    def start_web(self) -> subprocess.Popen[bytes]:
        """Serve pages, without a worker; returns once a page comes."""
        web = self._start("serve", "--port", str(self.port), "--no-worker", "--workers", "2")
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                httpx.get(f"{self.address}/tra-cuu/", timeout=5)
            except httpx.TransportError:
                time.sleep(0.1)
            else:
                return web
        raise TimeoutError("the web server does not answer")

    def start_worker(self) -> subprocess.Popen[bytes]:
        """Work in the background."""
        return self._start("worker")

    def kill(self, program: subprocess.Popen[bytes]) -> None:
        """Kill it with all its processes at once: nothing is finished, nothing is said."""
        os.killpg(program.pid, signal.SIGKILL)
        program.wait()
        self._running.remove(program)

    def remove(self) -> None:
        """End what still runs."""
        for program in list(self._running):
            self.kill(program)

    def _start(self, *words: str) -> subprocess.Popen[bytes]:
        program = subprocess.Popen(
            [sys.executable, "-m", "nentang", *words],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._running.append(program)
        return program

    def _python(self, *words: str) -> str:
        done = subprocess.run(
            [sys.executable, *words], env=self.environment, capture_output=True, text=True
        )
        if done.returncode:
            raise RuntimeError(f"{words}: {done.stdout}\n{done.stderr}")
        return done.stdout
