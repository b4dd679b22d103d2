"""Kinds of cases: states and transitions as tables that can be printed, tested and drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class State:
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


@dataclass(frozen=True, slots=True)
class Transition:
    """A step from any of `sources` to `target`; `roles` in the holding body may take it (none: anybody)."""

    name: str
    sources: tuple[str, ...]
    target: str
    title_vi: str
    title_en: str
    roles: tuple[str, ...] = ()

    def title(self, language: str) -> str:
        """The title in the reader's language."""
        return self.title_en if language.startswith("en") else self.title_vi


@dataclass(frozen=True, slots=True)
class CaseKind:
    """Whatever an office works on, with its table. `url_name` is reversed with the case's code."""

    name: str
    title_vi: str
    title_en: str
    initial: str
    states: Mapping[str, State]
    transitions: Mapping[str, Transition]
    url_name: str

    def title(self, language: str) -> str:
        """The title in the reader's language."""
        return self.title_en if language.startswith("en") else self.title_vi


def load_kind(path: Path, *, url_name: str) -> CaseKind:
    """The kind in a table file; ValueError where a transition names a state that is not there."""
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    states = {entry["name"]: _state(entry) for entry in table["states"]}
    transitions = {entry["name"]: _transition(entry) for entry in table["transitions"]}
    named = {table["initial"], *(s for t in transitions.values() for s in (*t.sources, t.target))}
    if unknown := named - states.keys():
        raise ValueError(f"{path.name}: no such states: {', '.join(sorted(unknown))}")
    return CaseKind(
        name=table["name"],
        title_vi=table["title"]["vi"],
        title_en=table["title"]["en"],
        initial=table["initial"],
        states=states,
        transitions=transitions,
        url_name=url_name,
    )


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
    )
