"""How a task stands, by its days."""

from datetime import date

from nentang.measure.tasks.enums import Standing
from nentang.measure.tasks.models import Task
from nentang.measure.tasks.rules.standing import Days, standing


def standing_of(task: Task, today: date) -> Standing:
    """How it stands on that day."""
    names = Days.__struct_fields__
    return standing(Days(**{name: getattr(task, name) for name in names}), today)
