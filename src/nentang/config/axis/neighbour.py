"""An installation in a process of its own, told what to do line by line."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from nentang.config.cli import Stop

DATABASE = "nentang.sqlite3"
START = "import django; django.setup(); from {0} import ACTS; from nentang.config.axis.inside import obey; obey(ACTS, {1})"
ACTS = "nentang.config.axis.acts"


class Neighbour:
    """Works in `folder`, answers at `port` (any, where none is named). `acts` is the module whose `ACTS` it can do, `settings` are
    its own."""

    def __init__(
        self,
        folder: Path,
        *,
        port: int = 0,
        acts: str = ACTS,
        paths: tuple[str, ...] = (),
        settings: Mapping[str, str] | None = None,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "static").mkdir(exist_ok=True)
        self._begun_with = (acts, paths)
        self._settings = dict(settings or {})
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-c", START.format(acts, port)],
            env={**environment_of(folder, paths), **self._settings},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.folder = folder
        self.url = str(self._answer("begin")["url"])

    @property
    def port(self) -> int:
        """Where it listens."""
        return urlsplit(self.url).port or 0

    def tell(self, do: str, at: datetime, **facts: Any) -> dict[str, Any]:
        """What it answers; Stop where it went away over it."""
        if self._process.stdin is None:
            raise Stop(f"the other installation cannot be told to {do}")
        self._process.stdin.write(json.dumps({"do": do, "at": at.isoformat(), **facts}) + "\n")
        self._process.stdin.flush()
        return self._answer(do)

    def again(self) -> "Neighbour":
        """The same installation at the same address, after it was off."""
        acts, paths = self._begun_with
        return Neighbour(
            self.folder, port=self.port, acts=acts, paths=paths, settings=self._settings
        )

    def end(self) -> None:
        """Off, in the middle of whatever it does."""
        self._process.kill()
        self._process.communicate()

    def _answer(self, do: str) -> dict[str, Any]:
        line = self._process.stdout.readline() if self._process.stdout else ""
        if not line:
            raise Stop(f"the other installation went away when it should {do}: see what it said")
        answer: dict[str, Any] = json.loads(line)
        return answer


def environment_of(folder: Path, paths: tuple[str, ...] = ()) -> dict[str, str]:
    """The settings of an installation of its own in that folder, on SQLite."""
    elsewhere = {"DATABASE_URL", "DATABASE_REPLICA_URL"}
    return {
        **{name: value for name, value in os.environ.items() if name not in elsewhere},
        "DJANGO_SETTINGS_MODULE": "nentang.config.settings.local",
        "NENTANG_VAR": str(folder),
        "NENTANG_DEMO": "yes",
        "NENTANG_SECRET_KEY": f"secret-of-{folder.name}-beside",
        "PYTHONPATH": os.pathsep.join([*paths, os.environ.get("PYTHONPATH", "")]).strip(os.pathsep),
    }
