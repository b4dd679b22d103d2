"""Kinds of cases: states and transitions as tables that can be printed, tested and drawn."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from nentang.kernel.frozen import Frozen
from nentang.kernel.yaml_file import read_yaml

T = TypeVar("T", "State", "Transition")


class State(Frozen):
    """A state of a kind of case; `national` is its code with other portals (TT 22/2019/TT-BTTTT)."""

    name: str
    title_vi: str
    title_en: str
    national: int | None = None
    is_final: bool = False
    is_suspended: bool = False

    def title(self, language: str) -> str:
        """The title in the reader's language."""
        return self.title_en if language.startswith("en") else self.title_vi


class Transition(Frozen):
    """A step from any of `sources` to `target`; `roles` in the holding body may take it (none: anybody).

    One that `reopens` leads out of an end, too: the case is worked on anew, without a clock until one
    is started.
    """

    name: str
    sources: tuple[str, ...]
    target: str
    title_vi: str
    title_en: str
    roles: tuple[str, ...] = ()
    reopens: bool = False

    def title(self, language: str) -> str:
        """The title in the reader's language."""
        return self.title_en if language.startswith("en") else self.title_vi


class Waiting(StrEnum):
    """Who waits for the end of a case: whoever asked for it, or another body."""

    APPLICANT = "applicant"
    BODY = "body"


class CaseKind(Frozen):
    """Whatever an office works on, with its table. `url_name` is reversed with the case's code.

    `waiting` says who waits, in the table file; an applicant where it says nothing.
    """

    name: str
    title_vi: str
    title_en: str
    initial: str
    states: Mapping[str, State]
    transitions: Mapping[str, Transition]
    url_name: str
    waiting: Waiting = Waiting.APPLICANT

    def states_by_roles(self) -> dict[frozenset[str], list[str]]:
        """For each set of roles, the states out of which exactly these may take some step."""
        roles: dict[str, set[str]] = {}
        for step in self.transitions.values():
            for source in step.sources:
                roles.setdefault(source, set()).update(step.roles)
        states: dict[frozenset[str], list[str]] = {}
        for state, able in sorted(roles.items()):
            states.setdefault(frozenset(able), []).append(state)
        return states

    def title(self, language: str) -> str:
        """The title in the reader's language."""
        return self.title_en if language.startswith("en") else self.title_vi


def load_kind(path: Path, *, url_name: str) -> CaseKind:
    """The kind in a table file; ValueError says which state or step is wrong."""
    table = read_yaml(path)
    states = _by_name(path, [_state(entry) for entry in table["states"]])
    transitions = _by_name(path, [_transition(entry) for entry in table["transitions"]])
    _refuse_loose_ends(path, table["initial"], states, transitions)
    return CaseKind(
        name=table["name"],
        title_vi=table["title"]["vi"],
        title_en=table["title"]["en"],
        initial=table["initial"],
        states=states,
        transitions=transitions,
        url_name=url_name,
        waiting=Waiting(table.get("waiting", Waiting.APPLICANT)),
    )


def _by_name(path: Path, entries: list[T]) -> dict[str, T]:
    named = {entry.name: entry for entry in entries}
    if len(named) < len(entries):
        twice = {e.name for e in entries if sum(o.name == e.name for o in entries) > 1}
        raise ValueError(f"{path.name}: named twice: {', '.join(sorted(twice))}")
    return named


def _refuse_loose_ends(
    path: Path, initial: str, states: Mapping[str, State], steps: Mapping[str, Transition]
) -> None:
    sources = {source for step in steps.values() for source in step.sources}
    onward = {source for step in steps.values() if not step.reopens for source in step.sources}
    reached = {initial, *(step.target for step in steps.values())}
    faults = {
        "no such states": (sources | reached) - states.keys(),
        "never reached": states.keys() - reached,
        "steps out of a final state": {s for s in onward & states.keys() if states[s].is_final},
    }
    for fault, names in faults.items():
        if names:
            raise ValueError(f"{path.name}: {fault}: {', '.join(sorted(names))}")


def _state(entry: Mapping[str, Any]) -> State:
    return State(
        name=entry["name"],
        title_vi=entry["title"]["vi"],
        title_en=entry["title"]["en"],
        national=entry.get("national"),
        is_final=entry.get("is_final", False),
        is_suspended=entry.get("is_suspended", False),
    )


def _transition(entry: Mapping[str, Any]) -> Transition:
    return Transition(
        name=entry["name"],
        sources=tuple(entry["sources"]),
        target=entry["target"],
        title_vi=entry["title"]["vi"],
        title_en=entry["title"]["en"],
        roles=tuple(entry.get("roles", ())),
        reopens=entry.get("reopens", False),
    )
