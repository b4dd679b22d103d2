"""The page of the states: every kind of case drawn from its table, and every other table of states."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from django.apps import AppConfig

from nentang.foundation.casework.public import CaseKind, diagram, kinds

from .house import house_apps, link, module_of, readme_section
from .markdown import code, document, mermaid, section, table


def page() -> str:
    """Diagrams and tables."""
    return document(
        "States",
        "What may follow what. The diagrams are drawn from the tables that the code runs by.",
        *map(_kind, kinds()),
        *_other_tables(),
        section("In the words of each app", *_told()),
    )


def _kind(kind: CaseKind) -> str:
    states = (
        (code(s.name), s.title_vi, s.title_en, s.national or "", _clock(s.is_final, s.is_suspended))
        for s in kind.states.values()
    )
    steps = (
        (
            code(t.name),
            t.title_vi,
            t.title_en,
            ", ".join(map(code, t.roles)) or "anybody",
            code(t.target),
        )
        for t in kind.transitions.values()
    )
    return section(
        f"Case kind {code(kind.name)}: {kind.title_vi} ({kind.title_en})",
        mermaid(diagram(kind)),
        table(("state", "Vietnamese", "English", "national code", ""), states),
        table(("step", "Vietnamese", "English", "roles", "leads to"), steps),
    )


def _clock(is_final: bool, is_suspended: bool) -> str:
    if is_final:
        return "closed"
    return "the clock stands" if is_suspended else ""


def _other_tables() -> Iterator[str]:
    """Tables `TRANSITIONS` in the rules of an app: a state and those that may follow it."""
    for app in house_apps():
        modules = [module_of(app, "rules")]
        if hasattr(modules[0], "__path__"):
            modules.append(module_of(app, "rules.transitions"))
        for rules in modules:
            found = getattr(rules, "TRANSITIONS", None)
            if isinstance(found, Mapping):
                yield section(f"Table of {link(app)}", mermaid(_drawn(found)))


def _drawn(transitions: Mapping[object, object]) -> str:
    lines = ["stateDiagram-v2", f"    [*] --> {next(iter(transitions))}"]
    for source, targets in transitions.items():
        following = sorted(map(str, targets))  # type: ignore[call-overload]  # any iterable of states
        lines += [f"    {source} --> {target}" for target in following or ["[*]"]]
    return "\n".join(lines)


def _told() -> Iterator[str]:
    for app in house_apps():
        if text := readme_section(app, "States"):
            yield section(link(app), _absolute(app, text), level=3)


def _absolute(app: AppConfig, text: str) -> str:
    """Links of a README made right from here."""
    return text.replace("](law/", f"](../../src/{Path(app.name.replace('.', '/'))}/law/")
