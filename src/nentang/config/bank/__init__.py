"""Ngân hàng Thử Nghiệm: a small bank that speaks the payment gateway's protocol, for demo and tests.

It moves no money. It keeps orders and what it has to tell in an SQLite file of its own, so that it may be
killed at any moment and goes on where it stood.
"""
