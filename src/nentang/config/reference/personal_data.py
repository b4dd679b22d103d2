"""The page of personal data: every field that holds some, for what, on what basis, for how long."""

from collections.abc import Iterator

from django.apps import AppConfig

from nentang.kernel.personal_data import PersonalField

from .house import house_apps, link
from .markdown import code, document, section, table


def page() -> str:
    """Every field of every model that declares personal data."""
    parts = ((app, list(_rows(app))) for app in house_apps())
    return document(
        "Personal data",
        "What is held about people. Each model declares it beside its fields; "
        "[how it is guarded](../explanation/security-and-personal-data.md).",
        *(section(link(app), table(HEADER, rows)) for app, rows in parts if rows),
    )


HEADER = ("model", "field", "purpose", "legal basis", "kept")


def _rows(app: AppConfig) -> Iterator[tuple[str, ...]]:
    for model in app.get_models():
        for name, field in getattr(model, "PERSONAL_DATA", {}).items():
            yield model.__name__, code(name), field.purpose, field.legal_basis, _kept(field)


def _kept(field: PersonalField) -> str:
    if field.keep_days is None:
        return "for ever"
    return f"{field.keep_days} days after the matter is closed"
