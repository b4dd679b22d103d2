"""`make test`: the whole suite, on SQLite and, where a server answers, on PostgreSQL.

What this machine lacks is named at the end as not run; with NENTANG_NO_SKIPS=1 (CI) it is a failure.
"""

import os
import subprocess
import sys
from pathlib import Path

PYTEST = [str(Path(sys.executable).parent / "pytest"), "-n", "2", "--dist", "loadgroup"]
DATABASE = "NENTANG_TEST_DATABASE_URL"
WITHOUT_A_BASE = ("tests/kernel", "tests/laws")


def main(arguments: list[str]) -> int:
    """The number of the first failing run, 0 where all pass."""
    no_skips = bool(os.environ.get("NENTANG_NO_SKIPS"))
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    code = _run("SQLite", arguments, environment)
    if url := os.environ.get(DATABASE):
        other = _run(
            "PostgreSQL",
            [*(f"--ignore={folder}" for folder in WITHOUT_A_BASE), *arguments],
            {**environment, "DATABASE_URL": url},
        )
        code = code or other
    elif no_skips:
        print(f"PostgreSQL not run: set {DATABASE}")
        return 1
    else:
        print(
            f"Not run: the suite on PostgreSQL (set {DATABASE}=postgresql://user:password@host/name)"
        )
    return code


def _run(title: str, arguments: list[str], environment: dict[str, str]) -> int:
    print(f"== {title}", flush=True)
    return subprocess.run([*PYTEST, *arguments], env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
