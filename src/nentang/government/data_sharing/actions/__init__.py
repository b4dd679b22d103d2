"""What can be done in data sharing, one file each."""

from .add_system import add_system
from .answer_for_register import Brought, answer_for_register
from .ask_access import ask_access
from .count_bodies import count_bodies
from .end_access import end_access
from .end_service import end_service
from .grant_access import grant_access
from .issue_certificate import issue_certificate
from .join_network import join_network
from .offer_register import offer_register
from .publish_service import publish_service
from .refresh_snapshot import refresh_snapshot
from .refuse_access import refuse_access
from .revoke_certificate import revoke_certificate
from .take_exchanges import take_exchanges
from .tell_bodies import tell_bodies
from .withdraw_request import withdraw_request

__all__ = [
    "Brought",
    "add_system",
    "answer_for_register",
    "ask_access",
    "count_bodies",
    "end_access",
    "end_service",
    "grant_access",
    "issue_certificate",
    "join_network",
    "offer_register",
    "publish_service",
    "refresh_snapshot",
    "refuse_access",
    "revoke_certificate",
    "take_exchanges",
    "tell_bodies",
    "withdraw_request",
]
