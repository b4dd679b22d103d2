"""The page of the apps: what each is and which doors it has."""

from types import ModuleType

from django.apps import AppConfig

from .house import house_apps, link, module_of, pillar_of, readme_section
from .markdown import code, document, section, table


def page() -> str:
    """Every app with its door."""
    apps = house_apps()
    pillars = list(dict.fromkeys(pillar_of(app) for app in apps))
    return document(
        "Apps",
        "Every app of the house, from the ground up. Other apps enter one only through the names of its "
        "door, `public.py`; what these take and give back stands in their docstrings.",
        *(
            section(pillar, *map(_app, (a for a in apps if pillar_of(a) == pillar)))
            for pillar in pillars
        ),
    )


def _app(app: AppConfig) -> str:
    door = module_of(app, "public")
    names = _names(door) if door else ""
    return section(f"{link(app)}: {app.verbose_name}", _what(app), names, level=3)


def _what(app: AppConfig) -> str:
    return readme_section(app, "What it is").split("\n\n")[0].split("\n- ")[0]


def _names(door: ModuleType) -> str:
    entries = [(name, getattr(door, name)) for name in getattr(door, "__all__", ())]
    return table(
        ("door", "what it is"), ((code(name), _first_line(entry)) for name, entry in entries)
    )


def _first_line(entry: object) -> str:
    lines = (getattr(entry, "__doc__", None) or "").strip().splitlines()
    return "" if not lines or isinstance(entry, str | int | tuple | dict) else lines[0]
