"""Kinh tế số: payments, money, invoices, addresses, markets."""
