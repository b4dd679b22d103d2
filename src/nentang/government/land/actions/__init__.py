"""What can be done with land."""

from ._facts import CertificateFacts, HolderShare, ParcelFacts, RightFacts
from .block_parcel import block_parcel, unblock_parcel
from .enter_parcel import ParcelEntry, enter_parcel, enter_parcels
from .follow_dossier import follow_dossier
from .issue_certificate import issue_certificate, revoke_certificate
from .join_parcels import join_parcels
from .register_mortgage import register_mortgage, release_mortgage
from .split_parcel import Part, cut_parcel, split_parcel
from .take_in_row import take_in_row
from .transfer_right import transfer_right
from .undo_redrawing import undo_redrawing

__all__ = [
    "CertificateFacts",
    "HolderShare",
    "ParcelEntry",
    "ParcelFacts",
    "Part",
    "RightFacts",
    "block_parcel",
    "cut_parcel",
    "enter_parcel",
    "enter_parcels",
    "follow_dossier",
    "issue_certificate",
    "join_parcels",
    "register_mortgage",
    "release_mortgage",
    "revoke_certificate",
    "split_parcel",
    "take_in_row",
    "transfer_right",
    "unblock_parcel",
    "undo_redrawing",
]
