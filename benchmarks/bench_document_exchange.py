"""A signed document with a signed receipt: written, signed, checked, read, receipted, and the receipt checked.

Both sides in one process, one thread, RSA-2048, without database and line, against the same round trip of AS2 by pyas2lib
(in an environment of its own under the system's temporary folder, made at the first run). The document is 3 KB.
Ratios are of CPU time, in slices that take turns.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from benchmarks.database import prepare

prepare()

from cryptography.hazmat.primitives import serialization  # noqa: E402

from benchmarks.harness import FULL, ROUNDS, conclude  # noqa: E402
from nentang.government.document_exchange.adapters.own_key import own_credential  # noqa: E402
from nentang.government.document_exchange.rules.edxml.parser import parse  # noqa: E402
from nentang.government.document_exchange.rules.edxml.read import read_message  # noqa: E402
from nentang.government.document_exchange.rules.edxml.signing import message_id, sign  # noqa: E402
from nentang.government.document_exchange.rules.edxml.values import (  # noqa: E402
    AxisDocument,
    AxisStatus,
    InReplyTo,
    Party,
    Signer,
    TraceStep,
)
from nentang.government.document_exchange.rules.edxml.verify import (  # noqa: E402
    TrustedCertificate,
    check_signature,
)
from nentang.government.document_exchange.rules.edxml.write import (  # noqa: E402
    write_document,
    write_status,
)
from nentang.government.document_exchange.rules.receipts import (  # noqa: E402
    read_receipt,
    receipt_for,
)

AT = datetime(2020, 12, 7, 2, 0, tzinfo=UTC)
OURS, THEIRS = (2000, 200) if FULL else (300, 30)  # round trips of a slice
HERE = Path(__file__).parent
PEER = Path(tempfile.gettempdir()) / "nentang-peer-as2"
own = own_credential()
trusted = (TrustedCertificate(own.der, AT - timedelta(days=1), AT + timedelta(days=1)),)
SENDER, RECEIVER = Party("000.00.00.H42", "Tỉnh Mẫu"), Party("000.00.00.H43", "Tỉnh Thử")
DOCUMENT = AxisDocument(
    sender=SENDER,
    receivers=(RECEIVER,),
    document_id="000.00.00.H42,2020/12/07,12/QĐ-UBND",
    number="12",
    notation="QĐ-UBND",
    promulgated_on=date(2020, 12, 7),
    place="Tỉnh Mẫu",
    type_name="Quyết định",
    subject="Về việc thử",
    content="Nội dung. " * 100,
    signer=Signer("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Mẫu"),
    trace=(TraceStep("000.00.00.H42", AT),),
)


def round_trip() -> None:
    """There and back, everything checked on both sides."""
    sent = sign(write_document(DOCUMENT), own.signing)
    root = parse(sent)
    check_signature(root, trusted, at=AT)
    came = read_message(root)
    assert isinstance(came, AxisDocument)
    about = InReplyTo(came.sender.code, came.document_id, came.number, came.notation)
    said = receipt_for(message_id(sent), receiver=RECEIVER, about=about, refusal="", at=AT)
    receipt = sign(write_status(said), own.signing)
    back = parse(receipt)
    check_signature(back, trusted, at=AT)
    told = read_message(back)
    assert isinstance(told, AxisStatus)
    read = read_receipt(told, message_id(sent))
    assert read is not None
    assert read.is_taken


def start_peer(folder: Path) -> "subprocess.Popen[str]":
    """The other program, with the same key and a document of the same size."""
    python = PEER / "bin" / "python"
    if not (PEER / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", PEER], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "pyas2lib"], check=True)
        for file in PEER.glob("lib/*/site-packages/oscrypto/_openssl/_libcrypto_c*.py"):
            # its pattern knows no OpenSSL 3.0.10 and later
            text = file.read_text().replace(r"\\d\\.\\d\\.\\d[a-z]*", r"\\d\\.\\d\\.\\d+[a-z]*")
            file.write_text(text)
        (PEER / "ready").touch()
    pem = serialization.Encoding.PEM
    (folder / "key").write_bytes(
        own.signing.key.private_bytes(
            pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    (folder / "certificate").write_text(own.pem)
    (folder / "payload").write_bytes(sign(write_document(DOCUMENT), own.signing)[:3000])
    files = [folder / name for name in ("key", "certificate", "payload")]
    return subprocess.Popen(
        [python, HERE / "peer_as2.py", *files],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def cpu_of_ours() -> float:
    """Seconds of CPU for one round trip."""
    begun = time.process_time()
    for _ in range(OURS):
        round_trip()
    return (time.process_time() - begun) / OURS


def cpu_of_peer(peer: "subprocess.Popen[str]") -> float:
    """The same of the other program."""
    assert peer.stdin
    assert peer.stdout
    peer.stdin.write(f"{THEIRS}\n")
    peer.stdin.flush()
    return float(peer.stdout.readline()) / THEIRS


def main() -> None:
    """Slices in turn."""
    with tempfile.TemporaryDirectory() as folder:
        peer = start_peer(Path(folder))
        cpu_of_ours(), cpu_of_peer(peer)
        pairs = [(cpu_of_ours(), cpu_of_peer(peer)) for _ in range(ROUNDS)]
        peer.kill()
        peer.communicate()
    ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratios = sorted(peer_cpu / our_cpu for our_cpu, peer_cpu in pairs)
    print(
        f"document_exchange: {1 / ours:,.0f} signed round trips a core-second, {ours * 1e3:.2f} ms"
    )
    print(
        f"  pyas2lib: {1 / theirs:,.0f}, {theirs * 1e3:.2f} ms; ratios {ratios[0]:.1f} … {ratios[-1]:.1f}"
    )
    conclude("document_exchange", statistics.median(ratios), 10, better="higher")


if __name__ == "__main__":
    main()
