"""Door of notifications."""

from .actions import notify
from .enums import Channel
from .queries import unread_count
from .registry import MessageTemplate, declare_template

__all__ = ["Channel", "MessageTemplate", "declare_template", "notify", "unread_count"]
