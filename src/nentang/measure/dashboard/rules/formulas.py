"""What changed with each later version of a formula. A test asks for a word on every version beyond the first."""

from .goals import Said

CHANGES: dict[tuple[str, int], Said] = {
    ("casework.hours_held", 2): Said(
        "Giờ của mỗi lần giữ được làm tròn đến phần trăm giờ rồi mới cộng, để cộng theo thứ tự nào cũng ra một số.",
        "The hours of each spell are rounded to hundredths before they are added, so that every order of adding gives the same.",
    ),
    ("document_exchange.hours_to_register", 2): Said(
        "Giờ của mỗi văn bản được làm tròn đến phần trăm giờ rồi mới cộng, để cộng theo thứ tự nào cũng ra một số.",
        "The hours of each document are rounded to hundredths before they are added, so that every order of adding gives the same.",
    ),
}


def changes_of(code: str, version: int) -> list[tuple[int, Said]]:
    """What each version of the indicator's formula changed, the latest first."""
    return [
        (number, CHANGES[code, number])
        for number in range(version, 1, -1)
        if (code, number) in CHANGES
    ]
