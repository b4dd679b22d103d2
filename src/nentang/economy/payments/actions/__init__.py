"""What can be done with payments, one file each."""

from .accept_gateway_message import accept_gateway_message
from .answer_once import answer_once
from .ask_about_open_orders import ask_about_open_orders
from .ask_gateway import ask_gateway
from .book_notice import book_notice
from .cancel_payment import cancel_payment
from .expire_requests import expire_requests
from .forget_answers import forget_answers
from .issue_receipt import issue_receipt
from .open_payee_account import open_payee_account
from .record_cash import record_cash
from .request_payment import request_payment
from .resolve_break import resolve_break
from .settle_payment import settle_payment
from .start_gateway_payment import start_gateway_payment

__all__ = [
    "accept_gateway_message",
    "answer_once",
    "ask_about_open_orders",
    "ask_gateway",
    "book_notice",
    "cancel_payment",
    "expire_requests",
    "forget_answers",
    "issue_receipt",
    "open_payee_account",
    "record_cash",
    "request_payment",
    "resolve_break",
    "settle_payment",
    "start_gateway_payment",
]
