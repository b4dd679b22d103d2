"""Fields and values of facts as a neighbour reads them."""

from datetime import date

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nentang.foundation.portal.public import day_words, number_words
from nentang.measure.indicators.queries import in_english

register = template.Library()

FIELDS = {
    "about": gettext_lazy("Khiếu nại về"),
    "amount": gettext_lazy("Số tiền, đồng"),
    "at_highest_level": gettext_lazy("Ở mức cao nhất"),
    "channel": gettext_lazy("Cách nộp"),
    "digital": gettext_lazy("Kết quả ký số"),
    "fee": gettext_lazy("Phí, lệ phí, đồng"),
    "in_time": gettext_lazy("Trong hạn"),
    "instance": gettext_lazy("Lần"),
    "is_suspension": gettext_lazy("Chờ người nộp"),
    "kind": gettext_lazy("Loại việc"),
    "level": gettext_lazy("Cấp"),
    "method": gettext_lazy("Cách trả"),
    "minutes": gettext_lazy("Số phút làm việc"),
    "on_time": gettext_lazy("Đúng hẹn"),
    "online": gettext_lazy("Trả qua mạng"),
    "outcome": gettext_lazy("Kết quả"),
    "procedure": gettext_lazy("Thủ tục"),
    "procedures": gettext_lazy("Số thủ tục"),
    "stars": gettext_lazy("Số sao"),
    "verdict": gettext_lazy("Kết luận"),
}
VALUES = {
    "late": gettext_lazy("trễ hẹn"),
    "intake": gettext_lazy("không tiếp nhận"),
    "decision": gettext_lazy("kết quả hồ sơ"),
    "conduct": gettext_lazy("cách làm việc"),
    "right": gettext_lazy("khiếu nại đúng"),
    "partly": gettext_lazy("đúng một phần"),
    "wrong": gettext_lazy("khiếu nại sai"),
    "online": gettext_lazy("qua mạng"),
    "counter": gettext_lazy("tại quầy"),
    "ministry": gettext_lazy("bộ"),
    "province": gettext_lazy("tỉnh"),
    "district": gettext_lazy("huyện"),
    "commune": gettext_lazy("xã"),
    "granted": gettext_lazy("đã giải quyết"),
    "refused": gettext_lazy("không giải quyết"),
    "not_accepted": gettext_lazy("không tiếp nhận"),
    "withdrawn": gettext_lazy("người nộp rút"),
    "cash": gettext_lazy("tiền mặt"),
    "bank": gettext_lazy("ngân hàng"),
    "vietqr": gettext_lazy("VietQR"),
}


@register.filter
def field_words(name: str) -> str:
    """The field in words; its own name where nobody has given it any."""
    return str(FIELDS.get(name, name.replace("_", " ")))


@register.filter
def value_words(value: object) -> str:
    """The value in words; codes stay as they are."""
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, int | float):
        return number_words(value, "en" if in_english() else "vi")
    if isinstance(value, date):
        return day_words(value, "en" if in_english() else "vi")
    return str(VALUES.get(str(value), value)) if value is not None else "–"
