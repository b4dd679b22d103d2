"""Data sharing: where nodes and the worker meet. The demo's second installation on the axis."""

import hashlib
import hmac
from importlib.util import find_spec

from . import environment
from .security import SECRET_KEY
from .storage import VAR

EXCHANGE_FOLDER = VAR / "exchange"  # the network's keys, the signed snapshot
EXCHANGE_LOGS = environment.words(
    "NENTANG_EXCHANGE_LOGS",
    "",
    "Folders with logs of exchange nodes that the worker takes into the audit, separated by commas (exchange/log under NENTANG_VAR)",
) or [str(EXCHANGE_FOLDER / "log")]
MINISTRY_FOLDER = VAR / "ministry"
MINISTRY_URL = environment.text(
    "NENTANG_MINISTRY_URL",
    "http://127.0.0.1:8078",
    "Address of the demo's second installation, a ministry on the axis",
)
NODE_KEY = (
    environment.text(
        "NENTANG_NODE_KEY",
        "",
        "Secret from which the tokens are made that bodies' nodes show to registers of this installation; empty: derived from NENTANG_SECRET_KEY",
    )
    or hmac.new(SECRET_KEY.encode(), b"exchange-node", hashlib.sha256).hexdigest()
)
AXIS_BUS = environment.words(
    "NENTANG_AXIS_BUS",
    "",
    "Servers of the bus over which installations of the axis may be reached (tls://host:4222), separated by commas; empty: HTTP alone",
)
AXIS_BUS_NAME = environment.text(
    "NENTANG_AXIS_BUS_NAME", "", "Name of this installation on the bus, and its user there"
)
AXIS_BUS_PASSWORD = environment.text(
    "NENTANG_AXIS_BUS_PASSWORD", "", "Password of this installation on the bus"
)
AXIS_BUS_AUTHORITIES = environment.text(
    "NENTANG_AXIS_BUS_AUTHORITIES",
    "",
    "File with the authorities that the bus's certificates are from; empty: those of the machine",
)
if AXIS_BUS and not find_spec("nats"):
    raise environment.SettingUnreadable(
        "NENTANG_AXIS_BUS is set and its client is not installed: uv sync --inexact --extra nats"
    )
