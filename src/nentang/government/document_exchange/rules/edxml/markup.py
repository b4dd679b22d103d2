"""XML written as exclusive canonicalisation would leave it, so that it can be digested as it stands.

Elements without text are written as pairs, text is escaped as canonical XML escapes it, and what XML
cannot hold is left out. A property test compares every text with what libxml2 makes of it.
"""

import re

NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016"
XLINK = "http://www.w3.org/1999/xlink"
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;"})


def escaped(text: str) -> str:
    """The text between two tags."""
    return _UNFIT.sub("", text).translate(_ESCAPED)


def leaf(name: str, text: str) -> str:
    """An element that holds text."""
    return f"<edXML:{name}>{escaped(text)}</edXML:{name}>"


def told(name: str, text: str) -> str:
    """An element that holds text, or nothing where there is none."""
    return leaf(name, text) if text else ""


def branch(name: str, *inside: str) -> str:
    """An element that holds others."""
    return f"<edXML:{name}>{''.join(inside)}</edXML:{name}>"


def attribute(text: str) -> str:
    """The value of an attribute; used for digests and fixed words only."""
    return escaped(text).replace('"', "&quot;").replace("\t", "&#x9;").replace("\n", "&#xA;")
