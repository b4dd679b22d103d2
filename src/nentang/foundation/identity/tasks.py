"""What identity does every so often."""

from datetime import datetime

from nentang.foundation.outbox.public import every

from .actions import forget_sessions, forget_sign_ins


@every(3600, "identity.forget_sign_ins")
def forget(*, at: datetime) -> None:
    """Drop traces whose time is over."""
    forget_sign_ins(at=at)


@every(3600, "identity.forget_sessions")
def forget_ended(*, at: datetime) -> None:
    """Drop sessions whose time is over."""
    forget_sessions(at=at)
