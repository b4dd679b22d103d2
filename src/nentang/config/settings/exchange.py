"""Data sharing: where nodes and the worker meet."""

from . import environment
from .storage import VAR

EXCHANGE_FOLDER = VAR / "exchange"  # the network's keys, the signed snapshot
EXCHANGE_LOGS = environment.words(
    "NENTANG_EXCHANGE_LOGS",
    "",
    "Folders with logs of exchange nodes that the worker takes into the audit, separated by commas (exchange/log under NENTANG_VAR)",
) or [str(EXCHANGE_FOLDER / "log")]
