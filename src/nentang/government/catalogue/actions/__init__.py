"""What can be done with bundles."""

from .keep_bundle import keep_bundle
from .propose_bundle import propose_bundle
from .publish_bundle import publish_bundle
from .put_away_bundle import put_away_bundle, take_out_bundle
from .replace_bundle import replace_bundle
from .restore_sheet import restore_sheet
from .return_bundle import return_bundle
from .save_sheet import save_sheet, seen, sheet_named
from .start_bundle import start_bundle

__all__ = [
    "keep_bundle",
    "propose_bundle",
    "publish_bundle",
    "put_away_bundle",
    "replace_bundle",
    "restore_sheet",
    "return_bundle",
    "save_sheet",
    "seen",
    "sheet_named",
    "start_bundle",
    "take_out_bundle",
]
