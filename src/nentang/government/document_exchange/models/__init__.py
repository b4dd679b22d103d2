"""Who is on the axis, what was sent, what came, and what two sides say of a day."""

from .directory import Certificate, Installation, Participant
from .proofs import DayDifference, DayProof
from .received import Arrival, ReceivedDocument, ReceivedFile, RefusedInput, Upload
from .sent import Consignment, ConsignmentFile, Delivery, Envelope, StatusHeard
from .terms import PAPERS, REFUSED_DAYS

__all__ = [
    "PAPERS",
    "REFUSED_DAYS",
    "Arrival",
    "Certificate",
    "Consignment",
    "ConsignmentFile",
    "DayDifference",
    "DayProof",
    "Delivery",
    "Envelope",
    "Installation",
    "Participant",
    "ReceivedDocument",
    "ReceivedFile",
    "RefusedInput",
    "StatusHeard",
    "Upload",
]
