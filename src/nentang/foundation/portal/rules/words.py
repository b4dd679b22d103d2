"""Numbers, money, days and spans of time as people write them, in Vietnamese and in English."""

from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from nentang.kernel.clock import VIETNAM

WEEKDAYS = {
    "vi": ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def number_words(value: float | Decimal, language: str, digits: int | None = None) -> str:
    """`1234.5` as `1.234,5` or, in English, `1,234.5`; at most two decimals unless `digits` says."""
    exact = Decimal(str(value))
    if digits is None:
        digits = min(2, max(0, -int(exact.normalize().as_tuple().exponent)))
    rounded = exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    english = f"{rounded:,.{digits}f}".replace("-", "−")
    return english if language == "en" else english.translate(str.maketrans(",.", ".,"))


def percent_words(ratio: float | Decimal, language: str, digits: int = 1) -> str:
    """The ratio `0.982` as `98,2 %`; whole percents are written without decimals."""
    percent = (Decimal(str(ratio)) * 100).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    shown = 0 if percent == percent.to_integral_value() else digits
    text = number_words(percent, language, shown)
    return f"{text}%" if language == "en" else f"{text} %"


def money_words(amount: int, language: str) -> str:
    """`16000` as `16.000 đ`, in English `16,000 VND`."""
    text = number_words(amount, language, 0)
    return f"{text} VND" if language == "en" else f"{text} đ"


def day_words(day: date, language: str) -> str:
    """`07/12/2020` (two figures each, as papers of the state write it), in English `7 Dec 2020`."""
    if language == "en":
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{day:%d/%m/%Y}"


def instant_words(at: datetime, language: str, *, year_now: int) -> str:
    """`thứ Hai 7/12, 9:00` in Viet Nam's time; the year is added where it is not this year."""
    local = at.astimezone(VIETNAM)
    day = local.date()
    return f"{weekday_words(day, language, year_now=year_now)}, {local.hour}:{local.minute:02}"


def weekday_words(day: date, language: str, *, year_now: int) -> str:
    """`thứ Tư 19/8`, in English `Wed 19 Aug`; the year is added where it is not this year."""
    weekday = WEEKDAYS[language][day.weekday()]
    if language == "en":
        year = "" if day.year == year_now else f" {day.year}"
        return f"{weekday} {day.day} {MONTHS[day.month - 1]}{year}"
    year = "" if day.year == year_now else f"/{day.year}"
    return f"{weekday} {day.day}/{day.month}{year}"


def largest_unit(span: timedelta) -> tuple[int, str]:
    """The span in its largest whole unit: `(4, "day")`, `(2, "hour")`, `(40, "minute")`."""
    minutes = max(0, int(span.total_seconds() // 60))
    if minutes >= 24 * 60:
        return minutes // (24 * 60), "day"
    if minutes >= 60:
        return minutes // 60, "hour"
    return minutes, "minute"
