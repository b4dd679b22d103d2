"""What the JSON interface says about targets."""

from datetime import date
from typing import Self

from ninja import Schema

from nentang.kernel.clock import legal_day

from .models import TargetVersion
from .queries import Outlook, Row


class TargetOut(Schema):
    """A target of the Programme, or of a body's own plan, and how it stands; `value` is null where
    nobody knows it.

    `unit` is `percent`, `percent_a_year`, `rank`, `count`, `days`, `hours` or `points`; `known` is
    `computed`, `reported` or `unknown`; `word` is `met`, `near`, `behind` or `unknown`; `pace` is the
    change a year that would still reach `goal` by the end of `goal_year`. `speed` compares growth with
    what is required: `met`, `on_track`, `too_slow`, `hardly`, `wrong_way` or `unknown`. `office` and
    `backup` answer for it, by name of office. `body_id` is null for the nation.
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
    speed: str
    speed_ratio: float | None
    lower_is_better: bool
    baseline: float | None
    baseline_on: date | None
    path: str
    ceiling: float | None
    office: str
    backup: str
    body_id: int | None
    body: str
    version: int

    @classmethod
    def of(cls, row: Row, /, **more: object) -> Self:
        """The row as it stands."""
        target, stands = row.target, row.standing
        own = {name: getattr(target, name) for name in cls.model_fields if hasattr(target, name)}
        said = {name: getattr(stands, name) for name in ("value", "goal_year", "goal", "word", "pace")}  # fmt: skip
        base = target.baseline
        return cls.model_validate(
            own
            | said
            | {
                "reported_on": row.reported_on,
                "speed": row.progress.speed,
                "speed_ratio": row.progress.ratio,
                "baseline": base.value if base else None,
                "baseline_on": base.on if base else None,
                "path": target.course,
            }
            | more
        )


class MomentOut(Schema):
    """A value on a day; that of a month stands on its first day."""

    on: date
    value: float


class StepOut(Schema):
    """What is expected in a period, under its last month, and between what it lies eight times of ten."""

    month: date
    value: float
    low: float
    high: float


class TargetVersionOut(Schema):
    """A version of a body's own target."""

    number: int
    published_on: date
    reason: str


class TargetDetail(TargetOut):
    """A target with its past, its path, its forecast (empty where too little is known) and versions.

    The forecast goes on in periods of `forecast_every` months (0 where there is none) and is built on
    reports where `known` is `reported`. `asked` is what the path asks for today; `verdict` of the forecast on the next goal is `likely`,
    `open`, `unlikely` or `not_yet`.
    """

    definition: str
    act: str
    asked: float | None
    verdict: str
    seen: list[MomentOut]
    milestones: list[MomentOut]
    forecast: list[StepOut]
    forecast_every: int
    open_obstacles: int
    versions: list[TargetVersionOut]

    @classmethod
    def with_outlook(
        cls, row: Row, outlook: Outlook, versions: list[TargetVersion], obstacles: int
    ) -> Self:
        """The row with its outlook."""
        return cls.of(
            row,
            asked=outlook.asked,
            verdict=outlook.verdict,
            seen=[MomentOut(on=m.on, value=m.value) for m in outlook.seen],
            milestones=[MomentOut(on=m.on, value=m.value) for m in outlook.path],
            forecast=[
                StepOut(month=s.month, value=s.value, low=s.low, high=s.high) for s in outlook.ahead
            ],
            forecast_every=outlook.every if outlook.ahead else 0,
            open_obstacles=obstacles,
            versions=[
                TargetVersionOut(
                    number=v.number, published_on=legal_day(v.published_at), reason=v.reason
                )
                for v in versions
            ],
        )
