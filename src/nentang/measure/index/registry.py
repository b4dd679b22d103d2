"""The table of sheets, and the three roles, of which nobody has two in one sheet."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from nentang.foundation.casework.public import register_kind
from nentang.foundation.identity.public import declare_role

from .enums import APPRAISER, PUBLISHER, REPORTER

SHEET = "index_sheet"
register_kind(SHEET, Path(__file__).parent / "law" / "sheet_case.yaml", url_name="index:sheet")
declare_role(REPORTER, _("Cán bộ kê khai chỉ số"))
declare_role(APPRAISER, _("Cán bộ thẩm định chỉ số"))
declare_role(PUBLISHER, _("Lãnh đạo công bố chỉ số"))
