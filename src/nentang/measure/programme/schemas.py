"""What the JSON interface says about targets."""

from datetime import date

from ninja import Schema


class TargetOut(Schema):
    """A target of the Programme and how it stands; `value` is null where nobody knows it.

    `unit` is `percent`, `percent_a_year` or `rank`; `known` is `computed`, `reported` or `unknown`;
    `word` is `met`, `near`, `behind` or `unknown`; `pace` is the change a year that would still
    reach `goal` by the end of `goal_year`.
    """

    id: str
    name_vi: str
    name_en: str
    unit: str
    goals: dict[int, float]
    known: str
    indicator: str
    source: str
    reported_on: date | None
    value: float | None
    goal_year: int
    goal: float
    word: str
    pace: float | None
