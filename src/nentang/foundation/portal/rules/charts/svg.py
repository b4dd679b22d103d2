"""A pencil for SVG: escapes what it is given."""

from html import escape

from nentang.foundation.portal.rules.words import number_words

CAMEL = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}


def element(name: str, *body: str, **attributes: object) -> str:
    """`element("rect", x=1, class_="fill")` as `<rect x="1" class="fill"></rect>`; None is left out."""
    written = "".join(
        f' {_attribute(key)}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(body)}</{name}>"


def text(words: str, x: object, y: object, *, anchor: str = "start", look: str = "") -> str:
    """Escaped words at a place; `anchor` start, middle or end."""
    return element("text", escape(words), x=x, y=y, text_anchor=anchor, class_=look or None)


def percent(part: float, whole: float = 1.0) -> str:
    """The part of the whole as `12.5%`; 0% where there is no whole."""
    return f"{_short(100 * part / whole if whole else 0)}%"


def amount(value: float | None, unit: str, language: str, digits: int) -> str:
    """`76,2 %`; a dash where nothing is known."""
    if value is None:
        return "–"
    number = number_words(value, language, digits)
    return f"{number}%" if unit == "%" and language == "en" else f"{number} {unit}".rstrip()


def _attribute(key: str) -> str:
    return CAMEL.get(key, key.rstrip("_").replace("_", "-"))


def _value(value: object) -> str:
    return _short(value) if isinstance(value, float) else str(value)


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
