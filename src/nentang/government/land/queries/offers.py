"""What can be done with a parcel as it stands."""

from collections.abc import Sequence
from datetime import date

from nentang.foundation.registers.public import version_on
from nentang.government.land.enums import CertificateState, ParcelState
from nentang.government.land.models import Certificate, Parcel

from .parcels import holders_on, mortgages_on, shape_on, standing_on


def acts_offered(record: Parcel, on: date) -> Sequence[str]:
    """Words of addresses, the most usual first; only what the register would not refuse at once."""
    standing = standing_on(record, on)
    if standing is not None and standing.state != ParcelState.ACTIVE:
        return ("hoan-tac",) if standing.successors else ()
    if record.locked_for:
        return ("go-ngan-chan",)
    return tuple(_free(record, on))


def _free(record: Parcel, on: date) -> list[str]:
    is_held, is_pledged = bool(holders_on(record, on)), bool(mortgages_on(record, on))
    is_drawn = shape_on(record, on) is not None and not is_pledged
    paper = version_on(Certificate, record, on=on)
    is_certified = paper is not None and paper.state == CertificateState.IN_FORCE
    offered = {
        "chuyen-quyen": is_held and not is_pledged,
        "cap-giay": is_held,
        "the-chap": is_held,
        "xoa-the-chap": is_pledged,
        "tach-thua": is_drawn,
        "hop-thua": is_drawn,
        "thu-hoi-giay": is_certified,
        "ngan-chan": True,
    }
    return [slug for slug, is_offered in offered.items() if is_offered]
