"""What the JSON interface says about indicators."""

from datetime import date, datetime

from ninja import Schema


class IndicatorOut(Schema):
    """An indicator with how it is computed and by which act."""

    code: str
    title_vi: str
    title_en: str
    unit: str
    definition_vi: str
    definition_en: str
    formula_version: int
    source_act: str
    facts: list[str]
    higher_is_better: bool


class MonthOut(Schema):
    """A month of a unit and all within it; `value` is null where nothing was counted."""

    month: date
    numerator: float
    denominator: float
    value: float | None


class ValuesOut(Schema):
    """An indicator of a unit over months, under the geography of a day.

    `value` is the sum of numerators over the sum of denominators, in the unit of the facts: a share
    between 0 and 1 where the indicator's unit is `percent`.
    """

    indicator: str
    formula_version: int
    unit_code: str
    geography_on: date
    computed_at: datetime | None
    numerator: float
    denominator: float
    value: float | None
    months: list[MonthOut]
