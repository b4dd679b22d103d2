"""The page of the settings: every environment variable that is read."""

from django.conf import settings

from nentang.config.settings.environment import Setting, known

from .markdown import code, document, table


def page() -> str:
    """Every setting with its default, the same on every machine."""
    return document(
        "Settings",
        "Set as environment variables. Without any, everything works on one machine; what a real "
        "installation must set stands in [run in production](../how-to/run-in-production.md).",
        table(("variable", "default", "meaning"), map(_row, sorted(known.values(), key=_name))),
    )


def _row(setting: Setting) -> tuple[str, str, str]:
    default = setting.default.replace(str(settings.VAR), "var")
    return code(setting.name), code(default) or "(empty)", setting.meaning


def _name(setting: Setting) -> str:
    return setting.name
