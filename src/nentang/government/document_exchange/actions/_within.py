"""The line to bodies of this same installation: all of the way but the wire."""

import json
from datetime import datetime

from nentang.government.document_exchange.adapters.wire import Answer, Letter
from nentang.government.document_exchange.models import Installation
from nentang.kernel.errors import DomainError

from .take_message import take_message
from .take_part import part_received, take_part


class Within:
    """As `Line`, for this installation."""

    def __init__(self, installation: Installation, at: datetime) -> None:
        self._installation = installation
        self._at = at

    def put_message(self, letter: Letter) -> Answer:
        """Hand over a message; the answer is a receipt or the code of a problem."""
        try:
            receipt = take_message(
                message_id=letter.message_id,
                receiver_code=letter.receiver_code,
                content=letter.content,
                at=self._at,
            )
        except DomainError as fault:
            return Answer(422, json.dumps({"code": fault.code}).encode())
        return Answer(200, receipt)

    def part_received(self, sha256: str, size: int) -> int:
        """How many bytes of that file have been taken."""
        return part_received(installation=self._installation, sha256=sha256, size=size, at=self._at)

    def put_part(self, sha256: str, size: int, offset: int, content: bytes) -> int:
        """How many bytes of that file have been taken after this part."""
        return take_part(
            installation=self._installation,
            sha256=sha256,
            size=size,
            offset=offset,
            content=content,
            at=self._at,
        )
