"""`nentang docs`: the reference pages, written from the running registries."""

import argparse
from pathlib import Path

from django.conf import settings

from nentang.config.reference import PAGES

FOLDER = Path(settings.ROOT) / "docs" / "reference"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Write, or only compare."""
    parser.add_argument("--check", action="store_true", help="write nothing; name stale pages")


def run(arguments: argparse.Namespace) -> int:
    """0 where the pages are fresh; with `--check` 1 where one is not."""
    stale = stale_pages()
    if arguments.check:
        for path in stale:
            print(f"{path.relative_to(settings.ROOT)} is stale: run `make docs`")  # noqa: T201
        return 1 if stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path, text in stale.items():
        path.write_text(text, encoding="utf-8")
    print(f"{len(stale)} of {len(PAGES)} pages written under {FOLDER.relative_to(settings.ROOT)}")  # noqa: T201
    return 0


def stale_pages() -> dict[Path, str]:
    """Pages that differ from what the code says, with the text they should have."""
    fresh = {FOLDER / f"{name}.md": page() for name, page in PAGES.items()}
    return {path: text for path, text in fresh.items() if _standing(path) != text}


def _standing(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""
