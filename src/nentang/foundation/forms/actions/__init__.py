"""What can be done with forms and drafts."""

from .discard_draft import discard_draft
from .discard_expired_drafts import discard_expired_drafts
from .finish_draft import finish_draft
from .publish_form import publish_form
from .read_photograph import read_photograph
from .renew_draft import renew_draft
from .save_draft import SavedDraft, save_draft
from .start_draft import start_draft

__all__ = [
    "SavedDraft",
    "discard_draft",
    "discard_expired_drafts",
    "finish_draft",
    "publish_form",
    "read_photograph",
    "renew_draft",
    "save_draft",
    "start_draft",
]
