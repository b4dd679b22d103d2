"""`make check`: style, types, walls, templates, migrations, laws; every check runs, then the verdict."""

import os
import subprocess
import sys
import time
from pathlib import Path

BIN = Path(sys.executable).parent
TEMPLATES = [str(path) for path in Path("src").rglob("templates/**/*.html")]
CHECKS: dict[str, list[str]] = {
    "style": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
    "walls": ["lint-imports"],
    "templates": ["djade", "--check", "--target-version", "5.2", *TEMPLATES],
    "migrations": ["nentang", "makemigrations", "--check", "--dry-run"],
    "settings": ["nentang", "check", "settings"],
    "law": ["nentang", "law", "lint"],
    "docs": ["nentang", "docs", "--check"],
    "laws": ["pytest", "tests/laws", "-q", "-p", "no:randomly"],
}


def main() -> int:
    """0 where all hold."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "nentang.config.settings.test"}
    failed = [name for name, command in CHECKS.items() if not _holds(name, command, environment)]
    print(
        f"check: {len(CHECKS) - len(failed)} hold, {len(failed)} do not: {', '.join(failed) or 'none'}"
    )
    return 1 if failed else 0


def _holds(name: str, command: list[str], environment: dict[str, str]) -> bool:
    begun = time.monotonic()
    result = subprocess.run(
        [str(BIN / command[0]), *command[1:]], capture_output=True, text=True, env=environment
    )
    print(
        f"{'ok  ' if result.returncode == 0 else 'FAIL'} {name} ({time.monotonic() - begun:.0f} s)",
        flush=True,
    )
    if result.returncode:
        print(result.stdout[-6000:], result.stderr[-3000:])
    return result.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
