"""What may happen to a ticket, as a table."""

WAITING, CALLED, SERVING = "waiting", "called", "serving"
DONE, MISSED, LEFT, LAPSED = "done", "missed", "left", "lapsed"

STEPS = {
    "call": ((WAITING,), CALLED),
    "call_again": ((CALLED,), CALLED),
    "start": ((CALLED,), SERVING),
    "finish": ((SERVING,), DONE),
    "miss": ((CALLED,), MISSED),
    "return": ((MISSED,), WAITING),
    "send_on": ((CALLED, SERVING), WAITING),
    "put_back": ((CALLED, SERVING), WAITING),
    "leave": ((WAITING,), LEFT),
    "lapse": ((WAITING, CALLED, SERVING), LAPSED),
}
"""Each step: from which states, to which."""


def is_possible(step: str, state: str) -> bool:
    """Whether the step may be taken in that state."""
    return state in STEPS[step][0]


def state_after(step: str) -> str:
    """The state that the step leads to."""
    return STEPS[step][1]
