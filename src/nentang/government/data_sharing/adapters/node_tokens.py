"""The secret with which a body's own node shows itself to the registers of this installation."""

import hashlib
import hmac

from django.conf import settings


def node_token(system: str) -> str:
    """The token of that system (`G01/population`): derived, so that nothing is kept."""
    return hmac.new(settings.NODE_KEY.encode(), system.encode(), hashlib.sha256).hexdigest()


def is_node_of(system: str, shown: str) -> bool:
    """Whether what was shown is the token of that system."""
    return hmac.compare_digest(node_token(system).encode(), shown.encode())
