"""A time-stamping authority of our own, over HTTP; what it stamps, rfc3161-client judges."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from asn1crypto import keys, tsp
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.sign.timestamps import DummyTimeStamper

from nentang.government.data_sharing.node.authority import (
    issue_stamping_certificate,
    new_authority,
    pem_of,
)


@contextmanager
def stamping_authority(folder: Path) -> Iterator[tuple[str, Path]]:
    """Its address, and the file with the root that vouches for it."""
    now = datetime.now(UTC)
    root = new_authority("Stamping root", at=now - timedelta(days=1))
    key = rsa.generate_private_key(65537, 2048)
    certificate = issue_stamping_certificate(
        root, "Stamps", key.public_key(), at=now - timedelta(days=1), until=now + timedelta(days=9)
    )
    der = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    stamper = DummyTimeStamper(
        asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER)),
        keys.PrivateKeyInfo.load(der),
    )

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["content-length"])
            request = tsp.TimeStampReq.load(self.rfile.read(length))
            stamper.fixed_dt = datetime.now(UTC).replace(microsecond=0)
            body = stamper.request_tsa_response(request).dump()
            self.send_response(200)
            self.send_header("content-type", "application/timestamp-reply")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    roots = folder / "stamp-roots.pem"
    roots.write_bytes(pem_of(root.certificate))
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/", roots
        finally:
            server.shutdown()
            thread.join()
