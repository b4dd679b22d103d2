"""XML from outside, parsed so that nothing in it can reach out, blow up or say two things at once.

Comments and processing instructions are refused: canonicalisation drops the former, so a comment could cut
a signed text in two without breaking its signature. Only UTF-8 is taken.
"""

from typing import TYPE_CHECKING

from nentang.government.document_exchange.errors import (
    DoctypeRefused,
    MessageTooLarge,
    MessageUnreadable,
    NamespaceWrong,
)

from .markup import NAMESPACE

if TYPE_CHECKING:  # heavy
    from lxml.etree import _Element

BIGGEST = 8 * 1024 * 1024  # bytes of a message; larger files come ahead in parts
MOST_ELEMENTS = 20_000
ROOT = f"{{{NAMESPACE}}}edXML"


def parse(content: bytes) -> "_Element":
    """The root of a message.

    MessageTooLarge, MessageUnreadable, DoctypeRefused, NamespaceWrong.
    """
    from lxml import etree  # noqa: PLC0415 - heavy

    if len(content) > BIGGEST:
        raise MessageTooLarge(most=BIGGEST // 1024 // 1024)
    if not _begins_as_utf8(content):
        raise MessageUnreadable
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise DoctypeRefused
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=False,
        remove_pis=False,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise MessageUnreadable from fault
    _check_plain(root)
    return root


def _begins_as_utf8(content: bytes) -> bool:
    """Every other encoding a declaration or byte order mark can name is refused before libxml2 sees it."""
    head = content[:200].lstrip(b"\xef\xbb\xbf")
    if not head.startswith(b"<"):
        return False
    if not head.startswith(b"<?xml"):
        return b"\x00" not in head
    declaration = head.partition(b"?>")[0].lower()
    return b"encoding" not in declaration or b"utf-8" in declaration


def _check_plain(root: "_Element") -> None:
    from lxml import etree  # noqa: PLC0415 - heavy

    document = root.getroottree()
    if document.docinfo.internalDTD is not None:
        raise DoctypeRefused
    if root.getprevious() is not None or root.getnext() is not None:
        raise MessageUnreadable
    others = root.iter(etree.Comment, etree.ProcessingInstruction, etree.Entity)
    if next(others, None) is not None:
        raise MessageUnreadable
    if root.xpath("count(//*)") > MOST_ELEMENTS:
        raise MessageTooLarge(most=BIGGEST // 1024 // 1024)
    if root.tag != ROOT:
        raise NamespaceWrong
