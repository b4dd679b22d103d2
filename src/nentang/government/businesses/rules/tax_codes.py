"""How a tax code of ten digits is made up (Circular 105/2020/TT-BTC, Art. 5)."""

from nentang.kernel.identifiers import InvalidIdentifier, parse_tax_code

SERIALS = 9_999_999
MOST_BRANCHES = 999


def branch_code_of(tax_code: str, number: int) -> str:
    """`0100109106-001`: the code of a dependent unit, by its number."""
    return f"{tax_code}-{number:03d}"


def branch_number_of(code: str) -> int:
    """The number of a dependent unit in its code."""
    return int(code.rpartition("-")[2])


def tax_code_of(prefix: str, serial: int) -> str | None:
    """Two digits, a serial of seven and the check digit; None where that serial has none."""
    for check in range(10):
        text = f"{prefix}{serial:07d}{check}"
        try:
            return parse_tax_code(text).text
        except InvalidIdentifier:
            continue
    return None
