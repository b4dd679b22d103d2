"""What can be done with businesses."""

from .change_activity import change_activity
from .change_standing import change_standing
from .enter_business import BusinessFacts, enter_business
from .follow_dossier import follow_dossier
from .open_branch import open_branch
from .take_in_rows import take_in_rows

__all__ = [
    "BusinessFacts",
    "change_activity",
    "change_standing",
    "enter_business",
    "follow_dossier",
    "open_branch",
    "take_in_rows",
]
