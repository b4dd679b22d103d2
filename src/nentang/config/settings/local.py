"""One machine, one person: `make demo` and `make run`."""

from .base import *  # noqa: F403
