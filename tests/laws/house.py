"""What the laws look at: apps, modules, routes, models of the house."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.apps import AppConfig, apps
from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

SOURCE = Path(settings.ROOT) / "src" / "nentang"
LAYERS = (
    "agreements",
    "foundation",
    "government",
    "economy",
    "society",
    "trust",
    "measure",
    "config",
)


def house_apps() -> list[AppConfig]:
    """Every Django app of ours, in the order of the settings."""
    return [app for app in apps.get_app_configs() if app.name.startswith("nentang.")]


def modules() -> Iterator[Path]:
    """Every Python file of ours but migrations."""
    return (path for path in sorted(SOURCE.rglob("*.py")) if "migrations" not in path.parts)


def templates() -> Iterator[Path]:
    """Every page template of ours."""
    return (path for path in sorted(SOURCE.rglob("templates/**/*.html")))


def tree(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text("utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a module, nested ones too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def routes() -> Iterator[tuple[str, URLPattern]]:
    """Every address of ours with its pattern (third-party routes apart)."""
    yield from _routes("", get_resolver().url_patterns)


def name_of(path: Path) -> str:
    """The path as a reader says it."""
    return str(path.relative_to(SOURCE))


def _routes(
    prefix: str, patterns: list[URLPattern | URLResolver]
) -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        here = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _routes(here, pattern.url_patterns)
        elif getattr(pattern.callback, "__module__", "").startswith("nentang."):
            yield here, pattern
