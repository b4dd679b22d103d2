"""Work in the background until told to stop."""

import logging
from collections.abc import Callable
from datetime import datetime
from threading import Event

from django.db import InterfaceError, OperationalError, close_old_connections

from nentang.kernel import clock

from .work_once import work_once

SHORTEST_REST = 0.3
LONGEST_REST = 1.0
REST_AFTER_FAULT = 5.0
log = logging.getLogger(__name__)


def run_worker(*, stop: Event, once: bool = False, at: Callable[[], datetime] = clock.now) -> None:
    """Deliver events and run jobs until `stop` is set, or with `once` until nothing is due.

    `at` is asked for the time before each round. The piece in hand is finished first. A database
    that is away is waited for.
    """
    rest = SHORTEST_REST
    while not stop.is_set():
        try:
            done = work_once(at=at())
        except (OperationalError, InterfaceError) as fault:
            log.warning("the database does not answer (%s); trying again", type(fault).__name__)
            done, rest = 0, REST_AFTER_FAULT
        if done:
            rest = SHORTEST_REST
        elif once:
            return
        else:
            close_old_connections()
            stop.wait(rest)
            rest = min(rest * 1.5, LONGEST_REST)
