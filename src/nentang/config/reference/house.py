"""The apps of the house as the reference pages walk through them."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from django.apps import AppConfig, apps
from django.conf import settings

SOURCE = Path(settings.ROOT) / "src" / "nentang"


def house_apps() -> list[AppConfig]:
    """Every app of ours, from the ground up."""
    return [app for app in apps.get_app_configs() if app.name in settings.HOUSE]


def pillar_of(app: AppConfig) -> str:
    """`foundation`, `government` …"""
    return app.name.split(".")[1]


def module_of(app: AppConfig, name: str) -> ModuleType | None:
    """The app's module of that name, if it has one."""
    full = f"{app.name}.{name}"
    return import_module(full) if find_spec(full) else None


def readme(app: AppConfig) -> str:
    """The app's README; empty where it has none yet."""
    path = Path(app.path) / "README.md"
    return path.read_text("utf-8") if path.exists() else ""


def readme_section(app: AppConfig, heading: str) -> str:
    """What stands under a heading of the README."""
    _, _, after = readme(app).partition(f"\n## {heading}\n")
    return after.split("\n## ")[0].strip()


def link(app: AppConfig) -> str:
    """The app's name, linked to its README where it has one."""
    if not readme(app):
        return app.label
    return f"[{app.label}](../../src/{app.name.replace('.', '/')}/README.md)"
