"""A PostgreSQL cluster of one's own, that a test may kill without disturbing anybody."""

import getpass
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg

PROGRAMS = max(Path("/usr/lib/postgresql").glob("*/bin"), default=Path())
QUICK_TO_START = "-c shared_buffers=64MB -c max_connections=60"


class Cluster:
    """Made with `initdb`, or as a streaming replica of another, listening on a free port of this machine only."""

    def __init__(self, *, replica_of: "Cluster | None" = None) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="nentang_pg_"))
        self._owner = "postgres" if os.geteuid() == 0 else getpass.getuser()
        user = pwd.getpwnam(self._owner)
        os.chown(self._folder, user.pw_uid, user.pw_gid)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        if replica_of:
            source = ("-h", "127.0.0.1", "-p", str(replica_of._port), "-U", "nentang")
            self._run(
                "pg_basebackup", *source, "-D", str(self._data), "-R", "-X", "stream", "-c", "fast"
            )
            self.start()
        else:
            self._run("initdb", "-A", "trust", "-U", "nentang", "-E", "UTF8", "--no-locale")
            self.start()
            self._run(
                "createdb", "-h", "127.0.0.1", "-p", str(self._port), "-U", "nentang", "nentang"
            )

    @property
    def url(self) -> str:
        """For DATABASE_URL."""
        return f"postgresql://nentang@127.0.0.1:{self._port}/nentang"

    def ask(self, sql: str) -> int:
        """The one number that the statement returns."""
        with psycopg.connect(self.url, autocommit=True) as session:
            row = session.execute(sql).fetchone()  # type: ignore[call-overload]
        return int(row[0])

    def start(self) -> None:
        """Start, recovering first where it was killed."""
        where = f"-p {self._port} -h 127.0.0.1 -k {self._folder} {QUICK_TO_START}"
        self._run("pg_ctl", "start", "-w", "-t", "60", "-l", str(self._folder / "log"), "-o", where)

    def kill(self) -> None:
        """Kill the server and all its processes at once, as a power cut does."""
        head = int((self._data / "postmaster.pid").read_text().split()[0])
        children = subprocess.run(
            ["pgrep", "-P", str(head)], capture_output=True, text=True, check=False
        ).stdout.split()
        for process in (head, *map(int, children)):
            os.kill(process, signal.SIGKILL)
        while any(Path(f"/proc/{process}").exists() for process in (head, *children)):
            time.sleep(0.05)
        (self._data / "postmaster.pid").unlink(missing_ok=True)

    def remove(self) -> None:
        """Stop it and leave nothing behind."""
        self._run("pg_ctl", "stop", "-m", "immediate", "-w")
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _run(self, program: str, *words: str) -> None:
        command = [str(PROGRAMS / program), *words]
        if os.geteuid() == 0:
            command = ["runuser", "-u", self._owner, "--", "env", f"PGDATA={self._data}", *command]
        subprocess.run(
            command,
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=self._folder,
            env={**os.environ, "PGDATA": str(self._data)},
        )
