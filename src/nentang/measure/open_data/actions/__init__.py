"""What can be done with open data."""

from .answer_request import answer_request
from .classify_dataset import classify_dataset
from .decide_service import decide_service
from .file_request import file_request
from .open_request import open_request
from .prepare_release import prepare_release
from .publish_release import publish_release
from .refuse_request import refuse_request
from .register_service import register_service
from .set_aside_release import set_aside_release
from .take_on_dataset import take_on_dataset
from .tell_requester import tell_requester
from .warn_of_stale_datasets import warn_of_stale_datasets

__all__ = [
    "answer_request",
    "classify_dataset",
    "decide_service",
    "file_request",
    "open_request",
    "prepare_release",
    "publish_release",
    "refuse_request",
    "register_service",
    "set_aside_release",
    "take_on_dataset",
    "tell_requester",
    "warn_of_stale_datasets",
]
