"""One bar cut into shares: who held a dossier for how long."""

from nentang.kernel.frozen import Frozen

from .svg import amount, element, percent


class Share(Frozen):
    """A share. `tone` info, ok, wait, late or left (what remains)."""

    label: str
    value: float
    tone: str = "info"


class Shares(Frozen):
    """Shares in order, from left to right."""

    title: str
    shares: tuple[Share, ...]
    unit: str = ""
    digits: int = 0
    column: str = ""
    note: str = ""


def draw(chart: Shares, language: str) -> str:
    """The bar; names and values stand in the table beneath it."""
    whole = sum(share.value for share in chart.shares)
    parts, start = [], 0.0
    for share in chart.shares:
        parts.append(
            element("rect", x=percent(start, whole), width=percent(share.value, whole), height=16,
                    class_=f"fill {share.tone}")
        )  # fmt: skip
        start += share.value
    label = f"{chart.title}: " + ", ".join(
        f"{name} {value}" for name, value in rows(chart, language)
    )
    return element(
        "svg", *parts, width="100%", height=16, role="img", aria_label=label, class_="shares"
    )


def rows(chart: Shares, language: str) -> list[tuple[str, str]]:
    """Each share with its value."""
    return [(s.label, amount(s.value, chart.unit, language, chart.digits)) for s in chart.shares]
