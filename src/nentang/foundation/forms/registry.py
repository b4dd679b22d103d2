"""Where known answers and papers given before come from, as apps register it."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from nentang.foundation.identity.public import PersonInfo
from nentang.kernel.frozen import Frozen


class Prefilled(Frozen):
    """An answer that a register already holds; `source` is said to the reader (a Vietnamese msgid).

    `known_at` is the day as of which the register knows it, where it tells.
    """

    value: str | int | bool
    source: str
    known_at: date | None = None


Source = Callable[[PersonInfo, date], Prefilled | None]

_sources: dict[str, Source] = {}


def register_prefill(name: str, source: Source) -> None:
    """Let fields with `prefill: <name>` be filled by `source(person, on)`."""
    _sources[name] = source


def prefilled(name: str, person: PersonInfo, on: date) -> Prefilled | None:
    """The known answer on that day, if there is such a source and it knows one."""
    source = _sources.get(name)
    return source(person, on) if source else None


def sources() -> tuple[str, ...]:
    """Names of all sources."""
    return tuple(sorted(_sources))


class KnownPaper(Frozen):
    """A file that the person gave or was issued before: what it is in the reader's words, and since when."""

    file_id: int
    public_id: UUID
    sha256: str
    title: str
    since: date


Papers = Callable[[int], list[KnownPaper]]

_papers: list[Papers] = []


def register_papers(source: Papers) -> None:
    """Let `source(person_id)` offer papers wherever a form asks for one, the best first."""
    _papers.append(source)


def papers_of(person_id: int) -> list[KnownPaper]:
    """Papers that the person has here already, each content once."""
    found: dict[str, KnownPaper] = {}
    for source in _papers:
        for paper in source(person_id):
            found.setdefault(paper.sha256, paper)
    return list(found.values())
