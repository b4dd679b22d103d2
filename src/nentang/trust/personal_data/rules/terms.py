"""Our own terms: how long an export may be taken, how often one may be asked for."""

from datetime import timedelta

READY_FOR = timedelta(days=7)
ASKED_AGAIN_AFTER = timedelta(days=1)
