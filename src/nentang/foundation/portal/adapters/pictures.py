"""Charts as SVG files: the rules for charts in the style sheet, with the colours that the tokens name."""

import re
from functools import cache
from pathlib import Path

from nentang.foundation.portal.rules.charts.picture import Pictured, picture

STATIC = Path(__file__).resolve().parents[1] / "static" / "portal"
RULE = re.compile(r"^\.(?:chart|map|legend)[^{]*\{[^}]*\}", re.MULTILINE)
TOKEN = re.compile(r"--([a-z0-9-]+):\s*([^;]+);")
USE = re.compile(r"var\(--([a-z0-9-]+)\)")
OWN = ".picture .ground{fill:var(--paper)}.picture .headline{font-size:17px;font-weight:700}"


def svg_picture(chart: Pictured, language: str, *, source: str = "") -> str:
    """The chart as an SVG that needs nothing else; letters in the reader's own font where ours is not there."""
    return picture(chart, language, style=_style(), source=source)


@cache
def _style() -> str:
    """Everything that the style sheet says of charts, colours written out."""
    tokens = dict(TOKEN.findall((STATIC / "tokens.css").read_text("utf-8")))
    rules = RULE.findall((STATIC / "base.css").read_text("utf-8"))
    plain = [each for each in rules if _draws(each)]
    joined = " ".join(plain) + OWN
    return USE.sub(lambda found: tokens[found[1]].strip().replace('"', "'"), joined)


def _draws(rule: str) -> bool:
    """Whether the rule says how something drawn looks, wherever the pointer is."""
    selector, _, said = rule.partition("{")
    return ":" not in selector and ("var(" in said or "font-size" in said)
