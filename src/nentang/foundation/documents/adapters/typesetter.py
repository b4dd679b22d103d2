"""PDF by typst: PDF/A-2a and PDF/UA-1 (kept for ever, read aloud), with the fonts beside this file."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

APP = Path(__file__).resolve().parents[1]
FONTS = APP / "fonts"
PACKAGES = APP / "typst" / "packages"


def typeset(template: Path, inputs: Mapping[str, Any], *, at: datetime) -> bytes:
    """The PDF of a template; equal inputs at an equal instant give equal bytes.

    The template reads `inputs` through `@nentang/paper`; it sees only its own folder and that package.
    """
    import typst  # noqa: PLC0415 - heavy

    compiler = typst.Compiler(
        str(template),
        root=str(template.parent),
        font_paths=_fonts(),
        package_path=str(PACKAGES),
        sys_inputs={"inputs": json.dumps(inputs, ensure_ascii=False)},
    )
    pdf = compiler.compile(
        format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=int(at.timestamp())
    )
    if not isinstance(pdf, bytes):
        raise TypeError("typst gave no PDF")
    return pdf


def pixels(svg: str, *, per_inch: float = 144.0) -> bytes:
    """The drawing as PNG, with the same fonts; equal drawings give equal bytes."""
    import typst  # noqa: PLC0415 - heavy

    compiler = typst.Compiler(
        str(APP / "typst" / "picture.typ"),
        root=str(APP / "typst"),
        font_paths=_fonts(),
        package_path=str(PACKAGES),
        sys_inputs={"svg": svg},
    )
    png = compiler.compile(format="png", ppi=per_inch)
    if not isinstance(png, bytes):
        raise TypeError("typst gave no PNG")
    return png


@cache
def _fonts() -> Any:
    import typst  # noqa: PLC0415 - heavy

    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
