"""What an officer enters of a document, and what must be right about it."""

from collections.abc import Sequence
from datetime import date

from nentang.government.office.enums import Urgency
from nentang.government.office.errors import (
    RecipientsMissing,
    SenderMissing,
    SummaryMissing,
    TooManyFiles,
    TooManyRecipients,
    UnitMissing,
)
from nentang.kernel.frozen import Frozen

from .secrecy import check_open
from .types import type_named

MOST_RECIPIENTS, MOST_FILES, MOST_HELPERS = 100, 10, 20
LONGEST_TEXT, LONGEST_SUMMARY = 40_000, 500


class Line(Frozen):
    """One recipient: a body that is reached over the network, or just words on the paper."""

    name: str
    organization_id: int | None = None


class Draft(Frozen):
    """A document as it is drafted. `signer_id` is the account of the leader who is to sign it."""

    type_code: str
    summary: str
    text: str
    signer_id: int
    position: str
    recipients: tuple[Line, ...]
    authority: str = ""
    unit: str = ""
    urgency: str = Urgency.NORMAL
    secrecy: str = "open"
    file_ids: tuple[int, ...] = ()

    def check(self, on: date) -> None:
        """StateSecretRefused before all; TypeUnknown, SummaryMissing, UnitMissing, RecipientsMissing …"""
        check_open(self.secrecy, self.summary, self.text, on=on)
        kind = type_named(self.type_code, on)
        if not self.summary.strip():
            raise SummaryMissing
        if kind.is_letter and not self.unit.strip():
            raise UnitMissing
        check_recipients(self.recipients)
        check_files(self.file_ids)


class Arrival(Frozen):
    """A document as it came. `sender_id` is set where the sender is a body known here."""

    sender_name: str
    summary: str
    type_name: str
    number: str = ""
    issued_on: date | None = None
    sender_id: int | None = None
    urgency: str = Urgency.NORMAL
    secrecy: str = "open"
    answer_by: date | None = None
    file_ids: tuple[int, ...] = ()

    def check(self, on: date) -> None:
        """StateSecretRefused before all; SenderMissing, SummaryMissing, TooManyFiles."""
        check_open(self.secrecy, self.summary, on=on)
        if not self.sender_name.strip():
            raise SenderMissing
        if not self.summary.strip():
            raise SummaryMissing
        check_files(self.file_ids)


def check_recipients(lines: Sequence[Line]) -> None:
    """RecipientsMissing, TooManyRecipients."""
    if not lines:
        raise RecipientsMissing
    if len(lines) > MOST_RECIPIENTS:
        raise TooManyRecipients(most=MOST_RECIPIENTS)


def check_files(file_ids: Sequence[int]) -> None:
    """TooManyFiles."""
    if len(file_ids) > MOST_FILES:
        raise TooManyFiles(most=MOST_FILES)
