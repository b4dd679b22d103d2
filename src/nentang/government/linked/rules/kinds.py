"""The law files of linked procedures."""

from functools import cache
from pathlib import Path

from nentang.kernel.law import Law, load_law

from .chain import ChainRule, parse_chain

LAW = Path(__file__).parents[1] / "law"


@cache
def kinds() -> dict[str, Law[ChainRule]]:
    """Every way in which procedures are linked, by its name."""
    return {path.stem: load_law(path, parse_chain) for path in sorted(LAW.glob("*.yaml"))}


@cache
def results_of_parts() -> frozenset[str]:
    """Kinds of results that some part of some chain gives."""
    rules = (rule.value for law in kinds().values() for rule in law.rules)
    return frozenset(step.gives for chain in rules for step in chain.steps)
