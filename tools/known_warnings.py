"""`make warnings`: asks whether any pinned part has a known fault, and says so when nobody can be asked.

`pip-audit` asks the package index about exactly the versions in the lock. Without the tool or the
network nothing is known: that is said, and is a failure only with --strict, as a release wants it.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "uv.lock"


def main(words: list[str] | None = None) -> int:
    """0 where no part is warned of, or nobody could be asked; 1 for a warning, or unknown with --strict."""
    parser = argparse.ArgumentParser(prog="known_warnings", description=__doc__)
    parser.add_argument("--strict", action="store_true", help="not to know is a failure too")
    strict = parser.parse_args(words).strict
    beside = Path(sys.executable).parent / "pip-audit"
    program = str(beside) if beside.exists() else shutil.which("pip-audit")
    if program is None:
        return _unknown("pip-audit is not here: pipx install pip-audit", strict)
    rounds = in_rounds(pinned(LOCK.read_text("utf-8")))
    answers = [_ask(program, parts) for parts in rounds]
    if any(each is None for each in answers):
        return _unknown("nobody answers: no network, or the index is down", strict)
    told = [part for each in answers if each for part in each]
    for part in told:
        for fault in part.get("vulns", ()):
            print(f"{part['name']} {part['version']}: {fault['id']}, {fault['fix_versions']}")
    faulty = [part for part in told if part.get("vulns")]
    unasked = [part for part in told if part.get("skip_reason")]
    print(f"warnings: {len(faulty)} of {len(told) - len(unasked)} pinned parts have a known fault")
    if unasked:
        return max(
            _unknown(f"the index tells nothing about {len(unasked)} parts", strict), len(faulty) > 0
        )
    return 1 if faulty else 0


def _ask(program: str, parts: list[tuple[str, str]]) -> list[dict[str, Any]] | None:
    """What is told of each part; None where nobody answers."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "parts.txt"
        listed.write_text("".join(f"{name}=={version}\n" for name, version in parts))
        asked = [program, "--requirement", str(listed), "--no-deps", "--disable-pip"]
        asked += ["--format", "json", "--progress-spinner", "off"]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
    try:
        told: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        print(done.stderr[-500:], file=sys.stderr)
        return None
    return told


def in_rounds(parts: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """The parts such that no round has a name twice: the lock may pin one for each version of Python."""
    rounds: list[dict[str, str]] = []
    for name, version in parts:
        free = next((each for each in rounds if name not in each), None)
        if free is None:
            rounds.append(free := {})
        free[name] = version
    return [list(each.items()) for each in rounds]


def pinned(lock: str) -> list[tuple[str, str]]:
    """Name and version of every part that comes from elsewhere, in the order of the lock."""
    packages = tomllib.loads(lock)["package"]
    elsewhere = (each for each in packages if "registry" in each.get("source", {}))
    return [(each["name"], each["version"]) for each in elsewhere]


def _unknown(why: str, strict: bool) -> int:
    print(f"warnings: not known, {why}")
    return 1 if strict else 0


if __name__ == "__main__":
    sys.exit(main())
