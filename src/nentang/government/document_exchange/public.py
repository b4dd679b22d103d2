"""Door of document exchange."""

from .actions import (
    ask_back,
    exchange_waiting,
    join_axis,
    note_paper_document,
    report_status,
    send_document,
)
from .enums import BusinessKind, Priority, Secrecy, StatusCode
from .errors import (
    DocumentMayNotTravel,
    NotYourBody,
    ReceiverUnknown,
    SenderNotJoined,
    StatusNotPossible,
)
from .models import Consignment
from .queries import (
    DeliveryInfo,
    ReceivedFileInfo,
    ReceivedInfo,
    Receiver,
    deliveries_of,
    participant_of,
    reached_at,
    received_document,
    search_receivers,
)
from .rules.edxml.values import InReplyTo, Signer
from .rules.outgoing import Attached, OutgoingDocument

__all__ = [
    "Attached",
    "BusinessKind",
    "Consignment",
    "DeliveryInfo",
    "DocumentMayNotTravel",
    "InReplyTo",
    "NotYourBody",
    "OutgoingDocument",
    "Priority",
    "ReceivedFileInfo",
    "ReceivedInfo",
    "Receiver",
    "ReceiverUnknown",
    "Secrecy",
    "SenderNotJoined",
    "Signer",
    "StatusCode",
    "StatusNotPossible",
    "ask_back",
    "deliveries_of",
    "exchange_waiting",
    "join_axis",
    "note_paper_document",
    "participant_of",
    "reached_at",
    "received_document",
    "report_status",
    "search_receivers",
    "send_document",
]
