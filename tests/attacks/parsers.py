"""Every parser that meets bytes from outside, with what it may refuse by and what must hold of what it takes.

`tools/fuzz.py` runs them under atheris; `test_parsers.py` gives them a few hundred mutations at every run.
"""

import asyncio
import io
import json
import tempfile
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from nentang.economy.payments.errors import MessageUnreadable, QrUnreadable, StatementUnreadable
from nentang.economy.payments.rules import vietqr
from nentang.economy.payments.rules.notices import read_notice
from nentang.economy.payments.rules.statements import read_lines
from nentang.foundation.documents.public import safe_filename
from nentang.foundation.documents.rules.media_types import HEAD_BYTES, TAIL_BYTES, recognise
from nentang.foundation.registers.adapters.table_file import rows_of as rows_of_table
from nentang.foundation.registers.errors import FileUnreadable as TableUnreadable
from nentang.foundation.registers.public import Column, Intake
from nentang.government.catalogue.adapters.bundle_file import read_bundle
from nentang.government.catalogue.errors import FileUnreadable
from nentang.government.data_sharing.node.incoming import Connection, Request
from nentang.government.document_exchange.errors import MessageFault
from nentang.government.document_exchange.rules.bus import read_place
from nentang.government.document_exchange.rules.edxml.parser import parse
from nentang.government.document_exchange.rules.edxml.read import read_message, read_sender
from nentang.government.document_exchange.rules.edxml.values import AxisStatus
from nentang.government.document_exchange.rules.edxml.verify import check_signature
from nentang.government.document_exchange.rules.receipts import read_receipt
from nentang.government.services.adapters.old_files import rows_of
from nentang.government.services.errors import OldFileUnreadable
from nentang.government.services.rules.old_dossiers import OldDossier, read_old_dossier
from nentang.government.status_sync.errors import StatesUnreadable
from nentang.government.status_sync.rules.states import read_states
from nentang.kernel.signatures import SharedKey, is_fresh
from nentang.kernel.yaml_file import YamlUnreadable, read_foreign_yaml

from .parsers_of_measure import PARSERS as OF_MEASURE
from .storable import storable

CORPUS = Path(__file__).parents[1] / "corpus"
AT = datetime(2020, 12, 7, 2, tzinfo=UTC)
NAME = "0" * 64
TABLE = Intake(
    (
        Column(name="a", title="a", example=""),
        Column(name="shape", title="b", example="", is_required=False),
    ),
    lambda **_lines: (),
)
Parser = Callable[[bytes], None]


def edxml(content: bytes) -> None:
    """A message of the axis, up to where its signature is asked for."""
    try:
        root = parse(content)
        storable([read_sender(root)])
        said = read_message(root)
    except MessageFault:
        return
    moments = [said.at] if isinstance(said, AxisStatus) else [step.at for step in said.trace]
    for moment in moments:
        moment.astimezone(UTC)
    storable(_texts(said))
    try:
        check_signature(root, (), at=AT)
    except MessageFault:
        return
    raise AssertionError("signed by nobody")


def receipt(content: bytes) -> None:
    """What another installation answers to a message."""
    try:
        said = read_message(parse(content))
    except MessageFault:
        return
    found = read_receipt(said, NAME) if isinstance(said, AxisStatus) else None
    if found:
        storable([found.reason])
        found.at.astimezone(UTC)


def place(content: bytes) -> None:
    """A subject on the bus: what is read names itself again."""
    text = content.decode("utf-8", "replace")
    found = read_place(text)
    if found:
        storable([found.receiver, found.sender, found.receiver_code])
        assert found.subject == text
        assert read_place(found.answered().subject)


def notice(content: bytes) -> None:
    """What a bank or a card company tells."""
    try:
        told = read_notice(content)
    except MessageUnreadable:
        return
    assert 0 <= told.amount < 10**13
    storable([told.id, told.code, told.transaction, told.purpose, told.bank_bin, told.account])


def statement(content: bytes) -> None:
    """The bank's table of a day."""
    try:
        lines = read_lines(content)
    except StatementUnreadable:
        return
    for line in lines:
        storable([line.gateway, line.transaction, line.bank_bin, line.account])
        assert f"{line.amount}".encode() in content, "an amount that stands nowhere"


def qr(content: bytes) -> None:
    """A VietQR code, as somebody scanned it; what is read writes itself again."""
    text = content.decode("utf-8", "replace")
    sealed = f"{text}6304"
    for each in (text, sealed + vietqr.checksum(sealed) if sealed.isascii() else text):
        try:
            transfer = vietqr.decode(each)
        except QrUnreadable:
            continue
        assert vietqr.decode(vietqr.encode(transfer)) == transfer


def states(content: bytes) -> None:
    """What another portal says of its dossiers."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return
    try:
        taken = read_states(told)
    except StatesUnreadable:
        return
    for each in taken:
        storable([each.code])
        each.at.astimezone(UTC)


def table(content: bytes) -> None:
    """A table that is taken into a register: CSV, JSON lines, JSON or GeoJSON."""
    last = 0
    try:
        for row in rows_of_table(TABLE, io.BytesIO(content)):
            assert row.line > last
            assert list(row.cells) == ["a", "shape"]
            storable(row.cells.values())
            last = row.line
    except TableUnreadable:
        return
    assert last, "a table without rows"


def old_dossiers(content: bytes) -> None:
    """A file of dossiers from an older system, in both of its forms."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("x.csv", "x.jsonl"):
            file = Path(folder) / name
            file.write_bytes(content)
            try:
                for number, values in rows_of(file):
                    read = read_old_dossier(number, values, today=date(2026, 1, 1))
                    if isinstance(read, OldDossier):
                        read.submitted_at.astimezone(UTC)
                        storable([read.applicant_name, read.supplement, read.phone])
            except OldFileUnreadable:
                continue


def bundle(content: bytes) -> None:
    """A procedure as a YAML file."""
    try:
        read_bundle(content, code="1.001193")
    except FileUnreadable:
        return


def foreign_yaml(content: bytes) -> None:
    """Any YAML that somebody sent."""
    try:
        read_foreign_yaml(content.decode("utf-8", "replace"))
    except YamlUnreadable:
        return


def media_type(content: bytes) -> None:
    """The type of an upload, by its first and last bytes; and its name."""
    name = content[:200].decode("utf-8", "replace")
    kept = safe_filename(name)
    assert 0 < len(kept) <= 120
    storable([kept])
    for ending in ("pdf", "jpg", "png", "webp", "heic"):
        found = recognise(content[:HEAD_BYTES], content[-TAIL_BYTES:], len(content), f"x.{ending}")
        assert found is None or ending in found.endings


def signature(content: bytes) -> None:
    """The two headers of a signed request: a stranger's never fits and never breaks."""
    timestamp, _, said = content.decode("latin-1").partition("\n")
    is_fresh(timestamp, AT)
    assert not SharedKey(b"k" * 32).made(said, content)


def node_http(content: bytes) -> None:
    """Bytes on the connection of an exchange node, in two pieces."""
    asyncio.run(_feed(content))


class _Transport(asyncio.Transport):
    def __init__(self) -> None:
        super().__init__()
        self.said, self.is_closed = b"", False

    def write(self, data: Any) -> None:
        self.said += data

    def close(self) -> None:
        self.is_closed = True

    abort = close

    def is_closing(self) -> bool:
        return self.is_closed

    def pause_reading(self) -> None:
        pass

    def resume_reading(self) -> None:
        pass


async def _feed(content: bytes) -> None:
    seen: list[Request] = []

    async def note(request: Request) -> None:
        seen.append(request)
        request.connection.respond(204, "", b"")

    connection, transport = Connection(note, set(), 10), _Transport()
    connection.connection_made(transport)
    middle = len(content) // 2
    for piece in (content[:middle], content[middle:]):
        connection.data_received(piece)
        await asyncio.sleep(0)
    connection.connection_lost(None)
    await asyncio.sleep(0)
    for request in seen:
        request.target.encode("ascii")
        assert len(request.target) <= 16 * 1024
    assert not transport.said or transport.said.startswith(b"HTTP/1.1 ")


def _texts(said: Any) -> Iterable[str]:
    """Every text in a value, however deep."""
    if isinstance(said, str):
        yield said
    elif isinstance(said, tuple):
        for each in said:
            yield from _texts(each)
    elif hasattr(said, "__struct_fields__"):
        for name in said.__struct_fields__:
            yield from _texts(getattr(said, name))


PARSERS: dict[str, Parser] = {
    parser.__name__: parser
    for parser in (
        edxml,
        receipt,
        place,
        notice,
        statement,
        qr,
        states,
        table,
        old_dossiers,
        bundle,
        foreign_yaml,
        media_type,
        signature,
        node_http,
        *OF_MEASURE,
    )
}
