"""What the JSON interface says about the index."""

from ninja import Schema


class FrameworkOut(Schema):
    """A framework in one of its rules; `hidden` parts exist in the act and are not public here."""

    family: str
    first_year: int
    title_vi: str
    title_en: str
    act: str
    article: str
    source: str
    verified: bool
    nodes: int
    hidden: int


class UnitOut(Schema):
    """A unit in the ranking; shares from 0 to 1, null where nothing is known.

    `coverage` is how much of the framework is counted here; nine of ten runs put the unit between the ranks
    `rank_low` and `rank_high`.
    """

    unit_code: str
    name: str
    computed: float | None
    coverage: float
    rank: int | None
    rank_low: int | None
    rank_high: int | None
    published: float | None
    published_rank: int | None


class RankingOut(Schema):
    """A page of a ranking; `next_after` is what to ask the next page with, null on the last."""

    family: str
    first_year: int
    span: str
    within: str
    count: int
    units: list[UnitOut]
    next_after: int | None
