"""Whether a word file may be unpacked: its size, its parts, and what its XML begins with."""

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from nentang.measure.tasks.errors import DecisionTooLarge, DecisionUnreadable
from nentang.measure.tasks.rules.blocks import LARGEST, MOST_BLOCKS, MOST_PAGES

if TYPE_CHECKING:  # heavy
    from lxml.etree import _Element

LARGEST_PART, LARGEST_UNPACKED, MOST_PARTS = 24 * 1024 * 1024, 120 * 1024 * 1024, 3000
DOCUMENT, NUMBERING = "word/document.xml", "word/numbering.xml"
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FORBIDDEN = ("vbaproject", "activex", "vbadata")
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    EOFError,
    KeyError,
)


def roots(content: bytes) -> "tuple[_Element, _Element | None]":
    """The document and its numbering, parsed; DecisionTooLarge, DecisionUnreadable.

    Only these two parts are unpacked, each no further than it may be large, whatever it says of its size.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            _check_parts(parts)
            document = _parsed(_part(archive, DOCUMENT))
            has_numbers = _has(parts, NUMBERING)
            return document, _parsed(_part(archive, NUMBERING)) if has_numbers else None
    except _BROKEN as fault:
        raise DecisionUnreadable from fault


def too_large() -> DecisionTooLarge:
    """The refusal, with what is the most."""
    return DecisionTooLarge(megabytes=LARGEST // 1024 // 1024, pages=MOST_PAGES, lines=MOST_BLOCKS)


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise too_large()
    names = [part.filename.lower() for part in parts]
    is_odd = len(set(names)) < len(names) or any(
        word in name for name in names for word in _FORBIDDEN
    )
    is_sealed = any(part.flag_bits & 1 or part.compress_type not in _PLAIN for part in parts)
    if is_odd or is_sealed:
        raise DecisionUnreadable


def _has(parts: list[zipfile.ZipInfo], name: str) -> bool:
    return any(part.filename == name for part in parts)


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as opened:
        content = opened.read(LARGEST_PART + 1)
    if len(content) > LARGEST_PART:
        raise too_large()
    return content


def _parsed(content: bytes) -> "_Element":
    """XML in UTF-8 that declares nothing: entities that name each other unfold without end."""
    from lxml import etree  # noqa: PLC0415 - heavy

    if b"\x00" in content[:64] or any(word in content for word in _DECLARATIONS):
        raise DecisionUnreadable
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise DecisionUnreadable from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise DecisionUnreadable
    return root
