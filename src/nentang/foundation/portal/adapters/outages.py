"""Which faults are no fault of the program: the database is away, the disk is full."""

import errno

from django.db import InterfaceError, OperationalError

from nentang.foundation.portal.errors import DatabaseDown, StorageFull
from nentang.kernel.errors import Unavailable

RETRY_AFTER = 30
"""Seconds after which it is worth trying again."""
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
DISK_FULL = "53100"  # PostgreSQL's SQLSTATE


def outage(error: BaseException | None) -> Unavailable | None:
    """What to tell people; None where the fault is the program's own."""
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        return StorageFull()
    if not isinstance(error, (OperationalError, InterfaceError)):
        return None
    is_full = getattr(error.__cause__, "sqlstate", None) == DISK_FULL or "is full" in str(error)
    return StorageFull() if is_full else DatabaseDown()
