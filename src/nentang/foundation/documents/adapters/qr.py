"""QR codes as SVG."""

import io


def qr_svg(text: str) -> str:
    """A QR code (level M) as an SVG text in black on nothing, with its quiet zone."""
    import segno  # noqa: PLC0415 - heavy

    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        out, kind="svg", scale=4, border=2, xmldecl=False, svgns=True, nl=False
    )
    return out.getvalue().decode()
