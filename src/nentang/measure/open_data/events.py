"""What happened in open data: codes and numbers only."""

from typing import ClassVar

from nentang.kernel.frozen import Frozen


class ReleasePublished(Frozen):
    """A version of a dataset is open to everybody."""

    name: ClassVar[str] = "open_data.release_published"
    dataset: str
    number: int
    owner_id: int


class DataRequestAnswered(Frozen):
    """A request for data was answered, or not granted."""

    name: ClassVar[str] = "open_data.data_request_answered"
    code: str
    outcome: str
