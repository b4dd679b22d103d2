"""The documentation says what the code does, and its links lead somewhere."""

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.conf import settings

from nentang.config.reference import PAGES
from nentang.config.reference.errors import errors
from nentang.config.settings.environment import known

ROOT = Path(settings.ROOT)
DOCS = ROOT / "docs"
LINK = re.compile(r"(?<!`)!?\[[^\]]*\]\(([^)\s]+)\)")
STEPS = ("## Before you begin", "## Steps", "## Check", "## If it fails")


def pages() -> list[Path]:
    """Every page that people read."""
    return sorted(
        [*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *ROOT.glob("src/nentang/*/*/README.md")]
    )


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def reference(name: str) -> str:
    return (DOCS / "reference" / f"{name}.md").read_text("utf-8")


def test_reference_pages_are_fresh() -> None:
    """In a process of its own: other tests declare kinds and roles that are not the house's."""
    words = [sys.executable, "-m", "nentang", "docs", "--check"]
    verdict = subprocess.run(words, capture_output=True, text=True, cwd=ROOT)

    assert verdict.returncode == 0, f"{verdict.stdout}{verdict.stderr}"


def test_nothing_else_lies_among_the_reference_pages() -> None:
    assert {path.stem for path in (DOCS / "reference").glob("*.md")} == set(PAGES)


@pytest.mark.parametrize("setting", sorted(known))
def test_a_setting_is_documented(setting: str) -> None:
    assert f"`{setting}`" in reference("settings")


def test_every_error_code_is_documented() -> None:
    page = reference("errors")

    assert not [kind.code for kind in errors() if f"`{kind.code}`" not in page]


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_links_lead_to_something_that_exists(page: Path) -> None:
    prose = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    local = [
        link for link in LINK.findall(prose) if "://" not in link and not link.startswith("mailto:")
    ]
    broken = [link for link in local if not _leads(page, link)]

    assert not broken, f"{name_of(page)}: {broken}"


@pytest.mark.parametrize("page", sorted((DOCS / "how-to").glob("*.md")), ids=name_of)
def test_a_how_to_has_its_headings(page: Path) -> None:
    text = page.read_text("utf-8")

    assert [heading for heading in STEPS if f"\n{heading}\n" not in text] == []


def test_decisions_are_numbered_once_and_short() -> None:
    decisions = sorted((DOCS / "decisions").glob("*.md"))
    numbers = [path.name[:4] for path in decisions]

    assert len(set(numbers)) == len(numbers), f"two decisions share a number: {numbers}"
    for path in decisions:
        assert len(path.read_text("utf-8").splitlines()) < 60, f"{path.name}: shorten it"


def test_every_written_page_can_be_found_from_the_contents() -> None:
    contents = (DOCS / "README.md").read_text("utf-8")

    for path in sorted(DOCS.rglob("*.md")):
        if path.name != "README.md":
            assert f"({path.relative_to(DOCS)})" in contents, f"docs/README.md: link {path.name}"


def _leads(page: Path, link: str) -> bool:
    file, _, anchor = unquote(link).partition("#")
    target = (page.parent / file).resolve() if file else page
    return target.exists() and (not anchor or target.suffix != ".md" or anchor in _anchors(target))


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
