"""Every app says on one screen what it is."""

from pathlib import Path

from .house import house_apps

HEADINGS = (
    "## What it is",
    "## Legal basis",
    "## States",
    "## Who may what",
    "## Events and facts",
    "## Door",
)


def test_every_app_has_a_readme_with_the_six_headings() -> None:
    lacking = {}
    for app in house_apps():
        readme = Path(app.path) / "README.md"
        text = readme.read_text("utf-8") if readme.exists() else ""
        if missing := [heading for heading in HEADINGS if heading not in text]:
            lacking[app.label] = missing

    assert not lacking, f"Write or complete README.md: {lacking}"
