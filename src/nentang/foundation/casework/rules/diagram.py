"""A kind of case drawn as text."""

from .kinds import CaseKind


def diagram(kind: CaseKind) -> str:
    """The table of the kind as a Mermaid state diagram, for generated documents."""
    lines = ["stateDiagram-v2", f"    [*] --> {kind.initial}"]
    for step in kind.transitions.values():
        lines += [f"    {source} --> {step.target}: {step.name}" for source in step.sources]
    lines += [f"    {state.name} --> [*]" for state in kind.states.values() if state.is_final]
    return "\n".join(lines)
