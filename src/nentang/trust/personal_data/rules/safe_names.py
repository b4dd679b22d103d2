"""Names of files inside an archive."""

import re

UNSAFE = re.compile(r"[^\w.,()\- ]+")


def safe_name(name: str) -> str:
    """The name without folders, control characters or leading dots."""
    return UNSAFE.sub("_", name).lstrip(". ")[:160] or "tep"
