"""Workbooks, tables of the exchange of statistics, and figures counted from facts."""
