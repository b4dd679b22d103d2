"""What people call the fields that somebody looked at."""

from django.utils.translation import gettext_lazy as _

FIELD_TITLES = {
    "full_name": _("họ và tên"),
    "birth_on": _("ngày sinh"),
    "sex": _("giới tính"),
    "personal_number": _("số định danh"),
    "phone": _("số điện thoại"),
    "email": _("thư điện tử"),
    "address": _("địa chỉ"),
    "answers": _("nội dung tờ khai"),
    "papers": _("giấy tờ đính kèm"),
    "documents": _("giấy tờ"),
    "payments": _("khoản đã nộp"),
    "relatives": _("người thân"),
    "applicant": _("người nộp hồ sơ"),
    "complainant": _("người khiếu nại"),
    "statement": _("nội dung khiếu nại"),
    "message": _("nội dung thông báo"),
    "content": _("nội dung tệp"),
    "words": _("điều yêu cầu"),
}
