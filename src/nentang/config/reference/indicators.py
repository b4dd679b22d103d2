"""The page of the indicators: what is measured, from what, by which act."""

from nentang.foundation.facts.public import Indicator, indicators

from .markdown import code, document, section


def page() -> str:
    """Every indicator with its definition."""
    return document(
        "Indicators",
        "Figures computed from facts. The value over any days and units is the sum of numerators over "
        "the sum of denominators ([how it is measured](../explanation/measure.md)).",
        *map(_indicator, indicators()),
    )


def _indicator(each: Indicator) -> str:
    better = "higher" if each.higher_is_better else "lower"
    return section(
        f"{code(each.code)}: {each.title_en}",
        f"*{each.title_vi}.* {each.definition_vi}",
        each.definition_en,
        f"Unit: {each.unit}; {better} is better; formula version {each.formula_version}; "
        f"from {', '.join(map(code, each.facts))}; source: {each.source_act}.",
    )
