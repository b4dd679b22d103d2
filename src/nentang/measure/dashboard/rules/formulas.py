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
    ("open_data.services_growth", 2): Said(
        "Kỳ trước là đúng một năm trước, không phải 365 ngày trước: năm nhuận không đẩy một dịch vụ sang tháng khác.",
        "The period before is a year earlier, no longer 365 days: a leap year moves no service into another month.",
    ),
}


def changes_of(code: str, version: int) -> list[tuple[int, Said]]:
    """What each version of the indicator's formula changed, the latest first."""
    return [
        (number, CHANGES[code, number])
        for number in range(version, 1, -1)
        if (code, number) in CHANGES
    ]
