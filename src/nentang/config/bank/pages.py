"""The bank's pages: HTML files with named places."""

import json
from functools import lru_cache
from html import escape
from pathlib import Path
from string import Template

from nentang.economy.payments.rules.banks import banks
from nentang.economy.payments.rules.vietqr import Transfer
from nentang.kernel.money import format_dong

from .store import Notice, Order

FOLDER = Path(__file__).parent / "pages"
STATES = {"open": "Đang chờ", "paid": "Đã trả", "refused": "Đã từ chối"}
KINDS = {
    "order.paid": "Đơn đã trả",
    "order.refused": "Đơn bị từ chối",
    "transfer.received": "Chuyển khoản đến",
}


def home(orders: list[Order], notices: list[Notice]) -> str:
    """Orders, and what was told about them."""
    return _page(
        "Sổ của ngân hàng",
        "home",
        orders="".join(map(_order_row, orders)) or _empty(4, "Chưa có đơn nào."),
        notices="".join(map(_notice_row, notices)) or _empty(4, "Chưa báo gì cho bên nhận."),
    )


def order(found: Order) -> str:
    """What is to be paid, with a button for everything that can happen to it."""
    template = "order" if found.state == "open" else "order_closed"
    return _page(
        "Xác nhận thanh toán",
        template,
        amount=format_dong(found.amount),
        description=found.description,
        code=found.code,
        id=found.id,
        state=STATES[found.state],
        transaction=found.transaction or "không có",
        return_url=found.return_url,
    )


def card(found: Order, fault: str = "") -> str:
    """Where the number of a card is typed in; nobody keeps it."""
    if found.state != "open":
        return order(found)
    return _page(
        "Trả bằng thẻ",
        "card",
        amount=format_dong(found.amount),
        description=found.description,
        code=found.code,
        id=found.id,
        fault=fault,
    )


def scan(text: str = "", fault: str = "") -> str:
    """Where the text of a VietQR code is pasted."""
    return _page("Quét mã VietQR", "scan", text=text, fault=fault)


def confirm(text: str, transfer: Transfer) -> str:
    """The transfer that the code asks for."""
    return _page(
        "Chuyển khoản",
        "confirm",
        text=text,
        bank=banks().get(transfer.bank_bin, transfer.bank_bin),
        account=transfer.account,
        amount=str(transfer.amount or ""),
        purpose=transfer.purpose,
    )


def transferred(transaction: str) -> str:
    """It is done."""
    return _page("Đã chuyển khoản", "transferred", transaction=transaction)


def refusal(sentence: str) -> str:
    """Something is wrong, in a sentence."""
    return _page("Không làm được", "refusal", sentence=sentence)


def asset(name: str) -> bytes:
    """The style sheet or the icon."""
    return (FOLDER / name).read_bytes()


def _page(title: str, template: str, **places: str) -> str:
    rows = {"orders", "notices"}
    safe = {name: text if name in rows else escape(text) for name, text in places.items()}
    body = _template(template).substitute(safe)
    return _template("base").substitute(title=escape(title), body=body)


@lru_cache
def _template(name: str) -> Template:
    return Template((FOLDER / f"{name}.html").read_text("utf-8"))


def _order_row(each: Order) -> str:
    return _row(
        f'<a href="/don/{escape(each.id)}/">{escape(each.code)}</a>',
        escape(each.description),
        format_dong(each.amount),
        STATES[each.state],
    )


def _notice_row(each: Notice) -> str:
    told = json.loads(each.body)
    standing = "đã nhận" if each.is_done else "sẽ báo lại"
    return _row(
        KINDS[told["type"]],
        escape(told.get("code") or told.get("purpose", "")),
        f"{each.tries} lần, {standing}",
        escape(each.answer),
    )


def _row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _empty(columns: int, sentence: str) -> str:
    return f'<tr><td colspan="{columns}" class="soft">{sentence}</td></tr>'
