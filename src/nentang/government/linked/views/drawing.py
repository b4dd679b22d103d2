"""The code of a matter as a picture."""

import segno
from django.utils.safestring import SafeString, mark_safe


def qr_of(address: str) -> SafeString:
    """The address as a QR code, inline."""
    drawn = segno.make(address, error="m").svg_inline(omitsize=True, dark="#1d2733", border=2)
    return mark_safe(drawn)  # noqa: S308 - drawn by segno from our own address
