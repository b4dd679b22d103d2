"""The bank over HTTP: an API for the merchant, pages for people."""

import json
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from nentang.economy.payments.errors import QrUnreadable
from nentang.economy.payments.rules.vietqr import Transfer, decode
from nentang.kernel import clock
from nentang.kernel.signatures import SharedKey, is_fresh, payload_of

from . import card_desk, pages
from .courier import Courier, Ear
from .files import day_of, table_of
from .refused import Refused
from .store import Movement, NothingToReturn, Order, OrderDiffers, Store

ASSETS = {"bank.css": "text/css; charset=utf-8", "bank.svg": "image/svg+xml"}
LONGEST_BODY = 64 * 1024
LATE = 60.0  # seconds that a late notice waits
TOO_LITTLE = 1_000  # đồng missing when the wrong amount is paid


class Bank(ThreadingHTTPServer):
    """Listens on `address`. `keys` sign what the merchant asks of each gateway, and the files it fetches.

    `ears` say where each gateway's notices go.
    """

    daemon_threads = True

    def __init__(
        self,
        address: tuple[str, int],
        *,
        store: Store,
        keys: Mapping[str, SharedKey],
        ears: Mapping[str, Ear],
    ) -> None:
        super().__init__(address, Desk)
        self.store, self.keys = store, keys
        self.courier = Courier(store, ears)
        self.courier.start()

    def server_close(self) -> None:
        """Stop telling and listening."""
        super().server_close()
        self.courier.stop()
        self.store.close()


class Desk(BaseHTTPRequestHandler):
    """One request."""

    server: Bank
    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_GET(self) -> None:
        """Reads."""
        self._serve(self._get)

    def do_POST(self) -> None:
        """Deeds."""
        self._serve(self._post)

    def log_message(self, format: str, *args: Any) -> None:
        """Addresses hold codes, so nothing is logged."""

    def _serve(self, answer: Callable[[str, bytes], None]) -> None:
        path = urlsplit(self.path).path
        try:
            answer(path, self._body())
        except Refused as refused:
            self._refuse(path, refused)

    def _get(self, path: str, body: bytes) -> None:
        store = self.server.store
        match path.strip("/").split("/"):
            case [""]:
                self._page(pages.home(store.orders(), store.notices()))
            case [name] if name in ASSETS:
                self._send(HTTPStatus.OK, pages.asset(name), ASSETS[name])
            case ["quet-ma"]:
                self._page(pages.scan())
            case ["don", order_id]:
                self._page(pages.order(self._found(store.order_by_id(order_id))))
            case ["api", "orders", code]:
                self._check_signature("bank", path.encode())
                self._json(HTTPStatus.OK, self._found(store.order_by_code(code)))
            case ["the", "don", order_id]:
                self._page(pages.card(self._found(store.order_by_id(order_id))))
            case ["api", "statements", day]:
                self._check_signature("bank", path.encode())
                self._file("bank", store.statement(day_of(day, "%Y-%m-%d"), "bank"))
            case ["the", "settlements", day]:
                self._check_signature("card", f"settlements/{day}".encode())
                self._file("card", store.statement(day_of(day, "%Y%m%d"), "card"))
            case ["kho-bac", "statements", day]:
                self._check_signature("treasury", f"statements/{day}".encode())
                self._file("treasury", store.statement(day_of(day, "%Y-%m-%d")))
            case _:
                raise Refused(HTTPStatus.NOT_FOUND, "Không có trang này.")

    def _post(self, path: str, body: bytes) -> None:
        match path.strip("/").split("/"):
            case ["api", "orders"]:
                self._check_signature("bank", body)
                self._open_order(body)
            case ["api", "refunds"]:
                self._check_signature("bank", body)
                self._refund(body)
            case ["the", "charges", *_]:
                self._check_signature("card", body)
                self._charge(path.removeprefix("/the/").strip("/"), body)
            case ["the", "don", order_id, "tra"]:
                self._check_comes_from_here()
                self._pay_by_card(self._found(self.server.store.order_by_id(order_id)), body)
            case ["don", order_id, deed]:
                order = self._found(self.server.store.order_by_id(order_id))
                self._check_comes_from_here()
                self._do(deed, order)
                self._redirect(order.return_url)
            case ["quet-ma"]:
                self._check_comes_from_here()
                self._transfer({name: value[0] for name, value in parse_qs(body.decode()).items()})
            case _:
                raise Refused(HTTPStatus.NOT_FOUND, "Không có trang này.")

    def _open_order(self, body: bytes) -> None:
        try:
            asked = json.loads(body)
            if type(asked["amount"]) is not int or asked["amount"] <= 0:
                raise ValueError("amount")
            order = self.server.store.open_order(
                code=str(asked["code"]),
                amount=asked["amount"],
                description=str(asked["description"]),
                return_url=str(asked["return_url"]),
            )
        except (ValueError, KeyError, TypeError):
            raise Refused(HTTPStatus.BAD_REQUEST, "Đơn không đúng khuôn dạng.") from None
        except OrderDiffers:
            raise Refused(HTTPStatus.CONFLICT, "Mã đơn này đã dùng cho đơn khác.") from None
        self._json(HTTPStatus.OK, order)

    def _refund(self, body: bytes) -> None:
        try:
            asked = json.loads(body)
            self.server.store.refund(
                code=str(asked["code"]),
                transaction=str(asked["transaction"]),
                amount=int(asked["amount"]),
            )
        except (ValueError, KeyError, TypeError):
            raise Refused(HTTPStatus.BAD_REQUEST, "Lệnh hoàn trả không đúng khuôn dạng.") from None
        except NothingToReturn:
            raise Refused(HTTPStatus.CONFLICT, "Không còn đủ tiền để hoàn trả.") from None
        self._send(HTTPStatus.OK, b'{"state": "done"}', "application/json")

    def _charge(self, path: str, body: bytes) -> None:
        said = card_desk.answer(self.server.store, path, body)
        if said is None:
            raise Refused(HTTPStatus.NOT_FOUND, "Không có trang này.")
        self._send(*said, "application/x-www-form-urlencoded")

    def _pay_by_card(self, order: Order, body: bytes) -> None:
        if order.state != "open":
            raise Refused(HTTPStatus.CONFLICT, "Đơn này không còn chờ trả.")
        number = parse_qs(body.decode()).get("so-the", [""])[0]
        if card_desk.pay(self.server.store, order, number):
            self._redirect(order.return_url)
        else:
            self._page(pages.card(order, "Số thẻ chưa đúng. Nhập đủ 16 chữ số in trên thẻ."))

    def _file(self, name: str, moved: list[Movement] | None) -> None:
        """A statement, signed."""
        if moved is None:
            raise Refused(HTTPStatus.NOT_FOUND, "Chưa có sao kê của ngày này.")
        content = table_of(moved)
        timestamp = str(int(clock.now().timestamp()))
        signature = self.server.keys[name].sign(payload_of(timestamp, content))
        self._send(
            HTTPStatus.OK,
            content,
            "text/csv; charset=utf-8",
            {"Bank-Timestamp": timestamp, "Bank-Signature": signature},
        )

    def _do(self, deed: str, order: Order) -> None:
        store = self.server.store
        deeds: dict[str, Callable[[], object]] = {
            "tra": lambda: store.pay(order, amount=order.amount),
            "tu-choi": lambda: store.refuse(order),
            "tra-hai-lan": lambda: [store.pay(order, amount=order.amount) for _ in range(2)],
            "sai-so-tien": lambda: store.pay(order, amount=max(1, order.amount - TOO_LITTLE)),
            "bao-muon": lambda: store.pay(order, amount=order.amount, after=LATE),
        }
        if deed not in deeds or order.state != "open":
            raise Refused(HTTPStatus.CONFLICT, "Đơn này không còn chờ trả.")
        deeds[deed]()

    def _transfer(self, form: dict[str, str]) -> None:
        """First the code is shown, then, with an amount, the money is moved."""
        text = form.get("text", "")
        try:
            transfer = decode(text)
        except QrUnreadable:
            self._page(pages.scan(text, "Không đọc được mã này. Chép lại trọn dòng chữ."))
            return
        amount = form.get("amount", "")
        if not (amount.isascii() and amount.isdecimal() and 0 < int(amount[:14]) < 10**13):
            self._page(pages.confirm(text, transfer))
            return
        self._page(pages.transferred(self._move(transfer, int(amount), form)))

    def _move(self, transfer: Transfer, amount: int, form: dict[str, str]) -> str:
        return self.server.store.transfer(
            bank_bin=transfer.bank_bin,
            account=transfer.account,
            amount=amount,
            purpose=form.get("purpose", transfer.purpose)[:200],
        )

    def _body(self) -> bytes:
        length = self.headers.get("Content-Length", "0")
        if not length.isdecimal() or int(length) > LONGEST_BODY:
            self.close_connection = True
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Nội dung quá dài.")
        return self.rfile.read(int(length))

    def _check_signature(self, name: str, signed: bytes) -> None:
        timestamp = self.headers.get("Bank-Timestamp", "")
        signature = self.headers.get("Bank-Signature", "")
        if not is_fresh(timestamp, clock.now()) or not self.server.keys[name].made(
            signature, payload_of(timestamp, signed)
        ):
            raise Refused(HTTPStatus.UNAUTHORIZED, "Chữ ký không đúng hoặc đã cũ.")

    def _check_comes_from_here(self) -> None:
        """Another site's page may not press our buttons."""
        origin = self.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc != self.headers.get("Host"):
            raise Refused(HTTPStatus.FORBIDDEN, "Bấm nút trên trang của ngân hàng.")

    def _found(self, order: Order | None) -> Order:
        if order is None:
            raise Refused(HTTPStatus.NOT_FOUND, "Không có đơn này.")
        return order

    def _refuse(self, path: str, refused: Refused) -> None:
        if path.startswith("/api/"):
            body = json.dumps({"detail": refused.sentence}, ensure_ascii=False).encode()
            self._send(refused.status, body, "application/problem+json")
        else:
            self._page(pages.refusal(refused.sentence), refused.status)

    def _json(self, status: HTTPStatus, order: Order) -> None:
        shown = {
            "id": order.id,
            "code": order.code,
            "amount": order.amount,
            "state": order.state,
            "paid_amount": order.paid_amount,
            "transaction": order.transaction,
            "pay_url": f"/don/{order.id}/",
        }
        self._send(status, json.dumps(shown).encode(), "application/json")

    def _page(self, html: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self._send(status, html.encode(), "text/html; charset=utf-8")

    def _redirect(self, url: str) -> None:
        self.send_response(HTTPStatus.SEE_OTHER)
        self.send_header("Location", url)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(
        self,
        status: HTTPStatus,
        body: bytes,
        media_type: str,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'")
        self.send_header("Referrer-Policy", "same-origin")
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
