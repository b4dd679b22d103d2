"""What payments hands to the rest of the house: the cashier, the receipt, places in the menu."""

from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from nentang.agreements.actor import Actor
from nentang.agreements.cashier import Cashier, cashier
from nentang.foundation.documents.public import (
    declare_document_kind,
    grant_access,
    register_pdf_template,
)
from nentang.foundation.identity.public import declare_role
from nentang.foundation.portal.public import MenuEntry, MenuGroup, add_to_menu

from .adapters.receipts import PAPER, RECEIPT, TEMPLATE
from .enums import DESK_ROLES, KEEPER, TREASURER
from .permissions import can_see_receipt_of


def _cashier() -> Cashier:
    """With all that it does, which a process that takes no money never loads."""
    made: Cashier = import_string("nentang.economy.payments.public.PaymentsCashier")()
    return made


def _reads_fees(actor: Actor) -> bool:
    return actor.has_role(*DESK_ROLES)


def _keeps_books(actor: Actor) -> bool:
    return actor.has_role(KEEPER) and not _reads_fees(actor)


def _reads_treasury(actor: Actor) -> bool:
    return actor.has_role(TREASURER) and not _reads_fees(actor)


cashier.bind(_cashier)
register_pdf_template(TEMPLATE, PAPER)
declare_document_kind(RECEIPT, _("Biên lai thu phí, lệ phí"))
grant_access("payment", can_see_receipt_of)
add_to_menu(MenuEntry(_("Thu phí"), "payments:fees", _reads_fees, 60, group=MenuGroup.RECORDS))
add_to_menu(
    MenuEntry(_("Đối chiếu"), "payments:matching", _keeps_books, 60, group=MenuGroup.RECORDS)
)
declare_role(TREASURER, _("Kế toán kho bạc"))
add_to_menu(
    MenuEntry(_("Thu ngân sách"), "payments:revenue", _reads_treasury, 60, group=MenuGroup.RECORDS)
)
