"""How good a version is, in points out of a hundred, and what is wrong with it."""

from datetime import date

from nentang.kernel.frozen import Frozen

from .published import HIDDEN, Published

COMPLETE, TIMELY, DESCRIBED, TOLD, SOUND = 30, 20, 20, 20, 10


class Check(Frozen):
    """One thing looked at: points got out of points there are, and figures for its sentence."""

    name: str
    points: int
    most: int
    figures: dict[str, int]


def checks_of(table: Published, *, as_of: date, due_on: date | None, today: date) -> list[Check]:
    """All checks: cells told, on time, columns described, rows there at all, keys without doubles."""
    rows, hidden = len(table.rows), sum(row[-1] == HIDDEN for row in table.rows)
    described = sum(bool(each.title_vi and each.title_en) for each in table.columns)
    doubles = rows - len({tuple(row[i] for i in table.key_places()) for row in table.rows})
    late = max(0, (today - due_on).days) if due_on else 0
    age = (today - as_of).days
    return [
        Check(
            "told", _part(rows - hidden, rows, COMPLETE), COMPLETE, {"hidden": hidden, "rows": rows}
        ),
        Check("timely", max(0, TIMELY - late), TIMELY, {"late": late}),
        Check(
            "described",
            _part(described, len(table.columns), DESCRIBED),
            DESCRIBED,
            {"described": described, "columns": len(table.columns)},
        ),
        Check("fresh", max(0, TOLD - age // 30), TOLD, {"age": age}),
        Check("sound", 0 if doubles or not rows else SOUND, SOUND, {"doubles": doubles}),
    ]


def score_of(checks: list[Check]) -> int:
    """Points out of a hundred."""
    return sum(each.points for each in checks)


def _part(got: int, of: int, points: int) -> int:
    return points * got // of if of else 0
