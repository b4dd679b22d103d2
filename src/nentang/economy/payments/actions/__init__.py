"""What can be done with payments, one file each."""

from .accept_gateway_message import accept_gateway_message
from .answer_once import answer_once
from .ask_about_open_orders import ask_about_open_orders
from .ask_gateway import ask_gateway
from .ask_refund import ask_refund, ask_refund_of_break, ask_refund_of_request
from .book_break import book_break
from .book_money import book_money
from .book_notice import book_notice
from .cancel_payment import cancel_payment
from .carry_out_refunds import carry_out_refunds
from .decide_refund import decide_refund
from .expire_requests import expire_requests
from .explain_break import explain_break
from .forget_answers import forget_answers
from .hand_over_refund import hand_over_refund
from .issue_receipts import issue_receipts
from .match_books import match_books
from .match_day import match_day
from .open_payee_account import open_payee_account
from .place_revenue import place_revenue
from .record_cash import record_cash
from .request_payment import request_payment
from .start_gateway_payment import start_gateway_payment
from .take_in_statement import take_in_statement

__all__ = [
    "accept_gateway_message",
    "answer_once",
    "ask_about_open_orders",
    "ask_gateway",
    "ask_refund",
    "ask_refund_of_break",
    "ask_refund_of_request",
    "book_break",
    "book_money",
    "book_notice",
    "cancel_payment",
    "carry_out_refunds",
    "decide_refund",
    "expire_requests",
    "explain_break",
    "forget_answers",
    "hand_over_refund",
    "issue_receipts",
    "match_books",
    "match_day",
    "open_payee_account",
    "place_revenue",
    "record_cash",
    "request_payment",
    "start_gateway_payment",
    "take_in_statement",
]
