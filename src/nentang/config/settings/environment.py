"""One typed reader of environment variables; every setting read is known to the reference page."""

import os
from pathlib import Path

from nentang.kernel.frozen import Frozen

ROOT = Path(__file__).resolve().parents[4]


class Setting(Frozen):
    """A setting as the reference page shows it."""

    name: str
    default: str
    meaning: str


known: dict[str, Setting] = {}


class SettingUnreadable(ValueError):
    """An environment variable with a value that cannot be used; the text says what would be right."""


def text(name: str, default: str, meaning: str) -> str:
    """The variable as it is, or the default."""
    known[name] = Setting(name, default, meaning)
    return os.environ.get(name, default)


def flag(name: str, default: bool, meaning: str) -> bool:
    """Yes or no: `1 true yes on` or `0 false no off`."""
    raw = text(name, "yes" if default else "no", meaning).strip().lower()
    if raw in {"1", "true", "yes", "on"}:
        return True
    if raw in {"0", "false", "no", "off", ""}:
        return False
    raise SettingUnreadable(f"{name}={raw!r}: write yes or no")


def number(name: str, default: int, meaning: str) -> int:
    """A whole number."""
    raw = text(name, str(default), meaning)
    try:
        return int(raw)
    except ValueError:
        raise SettingUnreadable(f"{name}={raw!r}: write a whole number") from None


def words(name: str, default: str, meaning: str) -> list[str]:
    """A list separated by commas."""
    return [word.strip() for word in text(name, default, meaning).split(",") if word.strip()]


def folder(name: str, default: Path, meaning: str) -> Path:
    """A folder, absolute."""
    shown = str(default.relative_to(ROOT)) if default.is_relative_to(ROOT) else str(default)
    known[name] = Setting(name, shown, meaning)
    return Path(os.environ.get(name) or default).resolve()
