"""The sentences of faults, by code."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "missing": _("Ô này cần được điền."),
    "missing_file": _("Cần chụp hoặc chọn ít nhất một tệp."),
    "unreadable": _("Không đọc được. Viết lại bằng chữ."),
    "too_long": _("Dài quá. Viết gọn trong {most} chữ cái."),
    "too_many": _("Nhiều quá. Nhiều nhất {most} mục."),
    "too_many_files": _("Nhiều tệp quá. Giữ lại nhiều nhất {most} tệp."),
    "too_small": _("Nhập số từ {least} trở lên."),
    "too_large": _("Nhập số không quá {most}."),
    "not_a_name": _("Viết họ, chữ đệm, tên bằng chữ, không có số."),
    "not_a_number": _("Nhập bằng chữ số, ví dụ 2."),
    "not_a_day": _("Nhập ngày, tháng, năm, ví dụ 7/12/2020."),
    "not_a_day_or_year": _("Nhập ngày, tháng, năm như 7/12/1990, hoặc chỉ năm như 1990."),
    "in_the_future": _("Ngày này chưa đến. Kiểm tra lại."),
    "not_a_choice": _("Chọn một trong các câu trả lời."),
    "not_an_email": _("Nhập địa chỉ thư điện tử, ví dụ ten@vidu.vn."),
    "not_a_personal_number": _("Số định danh có 12 chữ số, xem trên thẻ căn cước."),
    "not_a_tax_code": _("Mã số thuế có 10, 12 hoặc 13 chữ số. Kiểm tra lại từng số."),
    "not_a_phone": _("Nhập số điện thoại ở Việt Nam, ví dụ 0912345678."),
}
