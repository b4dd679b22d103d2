"""Where known answers and papers given before come from, as apps register it."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from uuid import UUID

from nentang.foundation.identity.public import PersonInfo
from nentang.foundation.registers.public import Proof
from nentang.kernel.frozen import Frozen


class Prefilled(Frozen):
    """An answer that a register already holds; `source` is said to the reader (a Vietnamese msgid).

    `known_at` is the day as of which the register knows it, where it tells; `proof` the row that says so.
    """

    value: str | int | bool
    source: str
    known_at: date | None = None
    proof: Proof | None = None


Known = Mapping[str, Prefilled]


class Source(Frozen):
    """Who knows answers of those names; `read(person, on)` gives those that it knows, all at once."""

    names: frozenset[str]
    read: Callable[[PersonInfo, date], Known]


_sources: list[Source] = []


def register_prefill(names: Collection[str], read: Callable[[PersonInfo, date], Known]) -> None:
    """Let fields with `prefill: <name>` be filled by `read`, which is asked before earlier sources."""
    _sources.insert(0, Source(frozenset(names), read))


def prefilled(names: Collection[str], person: PersonInfo, on: date) -> Known:
    """What is known of those names on that day, each from the first source that knows it."""
    found: dict[str, Prefilled] = {}
    for source in _sources:
        wanted = source.names.intersection(names).difference(found)
        if wanted:
            known = source.read(person, on)
            found |= {name: known[name] for name in wanted if name in known}
    return found


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
