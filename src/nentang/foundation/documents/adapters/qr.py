"""QR codes as SVG."""

import io


def qr_svg(text: str) -> str:
    """A QR code (level M) as an SVG text in black on nothing, with its quiet zone.

    The mask is always the same: weighing all eight takes most of the time, and every reader reads any.
    """
    import segno  # noqa: PLC0415 - heavy

    out = io.BytesIO()
    segno.make(text, error="m", micro=False, mask=3).save(
        out, kind="svg", scale=4, border=2, xmldecl=False, svgns=True, nl=False
    )
    return out.getvalue().decode()
