"""Levels of assurance in OpenID Connect, and how far a mandate reaches."""

from collections.abc import Iterable
from datetime import date

from nentang.agreements.actor import UNDER, Actor

ADULT_AT = 18
LEVEL_TWO = "acr:2"
"""Scope by which a grant remembers that the session had reached level 2; no client may ask for it."""


def acr_of(scopes: Iterable[str]) -> str:
    """The `acr` of a grant with these scopes: `1` or `2`."""
    return "2" if LEVEL_TWO in scopes else "1"


def demanded_level(acr_values: str) -> int:
    """The least level that satisfies one of the values a client listed; 0 where it lists none."""
    levels = [int(value) for value in acr_values.split() if value in ("1", "2")]
    return min(levels, default=0)


def is_adult(birth_on: date | None, birth_year: int | None, today: date) -> bool:
    """Whether the person is 18 (Civil Code 2015, Article 20); by the year alone, once surely so."""
    if birth_on is None:
        return birth_year is not None and today.year - birth_year > ADULT_AT
    birthday = (birth_on.month, birth_on.day)
    return today.year - birth_on.year - ((today.month, today.day) < birthday) >= ADULT_AT


def mandate_scope(scope: str) -> frozenset[str]:
    """How an actor carries the scope of the mandate they act under."""
    return frozenset({f"{UNDER}{scope}"})


def mandate_reaches(actor: Actor, action: str) -> bool:
    """As `Actor.reaches`."""
    return actor.reaches(action)


def scope_reaches(scope: str, action: str) -> bool:
    """Whether a mandate of that scope reaches the action."""
    return action.startswith(scope)


BROWSERS = (
    ("coc_coc", "Cốc Cốc"),
    ("edg", "Edge"),
    ("opr/", "Opera"),
    ("samsungbrowser", "Samsung Internet"),
    ("firefox", "Firefox"),
    ("chrome", "Chrome"),
    ("safari", "Safari"),
)
SYSTEMS = (
    ("android", "Android"),
    ("iphone", "iPhone"),
    ("ipad", "iPad"),
    ("windows", "Windows"),
    ("mac os", "macOS"),
    ("linux", "Linux"),
)


def device_words(user_agent: str) -> str:
    """`Chrome, Windows`: enough to know one's own browser again; empty where nothing is known of it."""
    said = user_agent[:400].lower()
    found = (
        next((name for word, name in names if word in said), "") for names in (BROWSERS, SYSTEMS)
    )
    return ", ".join(name for name in found if name)
