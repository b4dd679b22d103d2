"""How procedures are linked on a day, as a law file says it.

name: {vi: ..., en: ...}
summary: {vi: ..., en: ...}
slug: khai-sinh                            # in addresses
about: {found: child_number, of: birth}    # the personal number of whom it is about, as `carries`
steps:                                     # in order; what one waits for stands before it
  - name: residence
    procedure: "1.004222"
    gives: permanent_residence_notice      # its kind of result
    waits_for: birth                       # left out: opened at once; only the first is
    only_if: wants_allowance               # a question with yes and no; left out: always
    bodies: [{task: police, level: commune}, {task: committee, level: commune}]  # the first there is
    title: {vi: ..., en: ...}              # of the page with what is still to be asked
    intro: {vi: ..., en: ...}
    asks: [...]                            # questions of the chain's own, as in forms
    carries:                               # question of its form: where the answer comes from
      requester_name: {from: child_name}   # an answer given before
      requester_number: {found: child_number, of: birth}  # what the office wrote for that result
      kinship_proof: {result_of: birth}    # the signed result itself, as a paper
      is_head: {says: false}
      new_residence: {by: lives_with, cases: {mother: {from: mother_residence}}}  # others are asked
"""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import field

from nentang.kernel.frozen import Frozen

SOURCES = ("from", "found", "result_of", "says", "by")


class Words(Frozen):
    """A text in Vietnamese and English."""

    vi: str
    en: str

    def in_language(self, language: str) -> str:
        """The English text for English readers, Vietnamese for all others."""
        return self.en if language.startswith("en") and self.en else self.vi


class Carry(Frozen):
    """Where the answer to a question comes from. `kind` is one of SOURCES, `value` what it names.

    `of` is the step that found it; `cases` are the sources by the answer to the question `value`.
    """

    kind: str
    value: Any
    of: str = ""
    cases: Mapping[str, "Carry"] = field(default_factory=dict)


class Receiver(Frozen):
    """A body by task and level; `committee` is the People's Committee."""

    task: str
    level: str


class Step(Frozen, eq=False):
    """One procedure of a chain."""

    name: str
    procedure: str
    gives: str
    waits_for: str
    only_if: str
    bodies: tuple[Receiver, ...]
    title: Words
    intro: Words
    asks: tuple[Mapping[str, Any], ...]
    carries: Mapping[str, Carry]


class ChainRule(Frozen, eq=False):
    """Procedures that are asked for together."""

    name: Words
    summary: Words
    slug: str
    steps: tuple[Step, ...]
    about: Carry | None

    @property
    def first(self) -> Step:
        """The step that is opened at once."""
        return self.steps[0]

    def step(self, name: str) -> Step:
        """The step of that name; KeyError where there is none."""
        return {each.name: each for each in self.steps}[name]

    def waiting_for(self, name: str) -> Iterator[Step]:
        """The steps that wait for the result of that one."""
        return (each for each in self.steps if each.waits_for == name)

    def wanted(self, answers: Mapping[str, Any]) -> tuple[Step, ...]:
        """The steps that somebody with these answers asks for."""
        return tuple(each for each in self.steps if not each.only_if or answers.get(each.only_if))

    def procedures(self) -> tuple[str, ...]:
        """Codes of the procedures, in order."""
        return tuple(each.procedure for each in self.steps)


NONE = Words("", "")


def parse_chain(value: Mapping[str, Any]) -> ChainRule:
    """The chain in one rule of a law file; ValueError, KeyError or TypeError where it is malformed."""
    steps = tuple(_step(entry) for entry in value["steps"])
    _refuse_strangers(steps)
    return ChainRule(
        name=Words(**value["name"]),
        summary=Words(**value["summary"]),
        slug=value["slug"],
        steps=steps,
        about=_carry(value["about"]) if "about" in value else None,
    )


def _step(entry: Mapping[str, Any]) -> Step:
    return Step(
        name=entry["name"],
        procedure=entry["procedure"],
        gives=entry["gives"],
        waits_for=entry.get("waits_for", ""),
        only_if=entry.get("only_if", ""),
        bodies=tuple(Receiver(**each) for each in entry["bodies"]),
        title=Words(**entry["title"]) if "title" in entry else NONE,
        intro=Words(**entry["intro"]) if "intro" in entry else NONE,
        asks=tuple(entry.get("asks", ())),
        carries={name: _carry(source) for name, source in entry.get("carries", {}).items()},
    )


def _carry(source: Mapping[str, Any]) -> Carry:
    kinds = [kind for kind in SOURCES if kind in source]
    if len(kinds) != 1:
        raise ValueError(f"say one of {SOURCES}: {dict(source)}")
    cases = {str(value): _carry(each) for value, each in source.get("cases", {}).items()}
    return Carry(kinds[0], source[kinds[0]], source.get("of", ""), cases)


def _refuse_strangers(steps: tuple[Step, ...]) -> None:
    """Only the first step waits for nothing, and what is named stands before."""
    seen: set[str] = set()
    for number, step in enumerate(steps):
        if bool(step.waits_for) != bool(number) or (number and step.waits_for not in seen):
            raise ValueError(f"{step.name}: waits for {step.waits_for!r}")
        named = {
            each.of or each.value for each in _sources(step) if each.kind in ("found", "result_of")
        }
        if strangers := named - seen:
            raise ValueError(f"{step.name}: {sorted(strangers)} do not stand before it")
        seen.add(step.name)


def _sources(step: Step) -> Iterator[Carry]:
    for carry in step.carries.values():
        yield carry
        yield from carry.cases.values()
