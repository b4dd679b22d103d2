"""`make warnings`: asks whether any pinned part has a known fault, and says so when nobody can be asked.

`pip-audit` asks the package index about exactly the versions in the lock. Without the tool or the
network nothing is known: that is said, and is a failure only with --strict, as a release wants it.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "uv.lock"
AWAY = ("ConnectionError", "Max retries", "Temporary failure", "timed out", "ServiceError")


def main(words: list[str] | None = None) -> int:
    """0 where no part is warned of, or nobody could be asked; 1 for a warning, or unknown with --strict."""
    parser = argparse.ArgumentParser(prog="known_warnings", description=__doc__)
    parser.add_argument("--strict", action="store_true", help="not to know is a failure too")
    strict = parser.parse_args(words).strict
    beside = Path(sys.executable).parent / "pip-audit"
    program = str(beside) if beside.exists() else shutil.which("pip-audit")
    if program is None:
        return _unknown("pip-audit is not here: pipx install pip-audit", strict)
    parts = pinned(LOCK.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "parts.txt"
        listed.write_text("".join(f"{name}=={version}\n" for name, version in parts))
        asked = [program, "--requirement", str(listed), "--no-deps", "--disable-pip"]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
    if done.returncode and any(word in done.stderr for word in AWAY):
        return _unknown("nobody answers: no network, or the index is down", strict)
    print(done.stdout or done.stderr)
    print(f"warnings: {len(parts)} pinned parts asked about")
    return 1 if done.returncode else 0


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
