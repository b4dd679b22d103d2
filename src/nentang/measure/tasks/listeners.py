"""What tasks do when something happened, and by themselves: tell, remind, count."""

from datetime import datetime

from nentang.foundation.outbox.public import every, listen

from .actions import climb_ladder, count_due, count_steering, tell_of_step
from .events import ExtensionAnswered, ResultReported, ResultReturned
from .registry import ANSWERED, REPORTED, RETURNED


@listen(ResultReported, "tasks.tell_of_report")
def tell_assigner(event: ResultReported, *, at: datetime) -> None:
    """Whoever judges hears of it."""
    tell_of_step(code=event.code, template=REPORTED, at=at)


@listen(ResultReturned, "tasks.tell_of_return")
def tell_lead(event: ResultReturned, *, at: datetime) -> None:
    """Whoever reported hears that it was returned."""
    tell_of_step(code=event.code, template=RETURNED, at=at)


@listen(ExtensionAnswered, "tasks.tell_of_answer")
def tell_of_answer(event: ExtensionAnswered, *, at: datetime) -> None:
    """Whoever asked for time hears the answer."""
    tell_of_step(code=event.code, template=ANSWERED, at=at)


@every(300, "tasks.climb_ladder")
def remind(*, at: datetime) -> None:
    """Whoever has a task hears of it."""
    climb_ladder(at=at)


@every(600, "tasks.count_due")
def count_what_fell_due(*, at: datetime) -> None:
    """What passed its deadline is a fact."""
    count_due(at=at)


@every(24 * 3600, "tasks.count_steering")
def count_who_steers(*, at: datetime) -> None:
    """Who has a committee and a plan, as facts of the month."""
    count_steering(at=at)
