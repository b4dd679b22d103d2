"""Registers in the menu of those who read some; the role of those who keep them; the table of re-examinations."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from nentang.foundation.casework.public import register_kind
from nentang.foundation.identity.public import declare_role
from nentang.foundation.portal.public import MenuEntry, MenuGroup, add_to_menu

from .permissions import readable_registers

register_kind(
    "reexamination",
    Path(__file__).parent / "law" / "reexamination_case.yaml",
    url_name="registers:reexamination",
)
declare_role("registrar", _("Cán bộ giữ sổ và cơ sở dữ liệu"))
add_to_menu(
    MenuEntry(
        _("Cơ sở dữ liệu"),
        "registers:registers",
        lambda actor: actor.is_officer and bool(readable_registers(actor)),
        order=30,
        group=MenuGroup.RECORDS,
    )
)
