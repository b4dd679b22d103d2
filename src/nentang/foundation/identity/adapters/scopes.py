"""What a program may ask to know, in the words of the consent page."""

from django.utils.translation import gettext_lazy as _

SCOPES = {
    "openid": _("Biết đây vẫn là một người, bằng một mã riêng cho chương trình này"),
    "profile": _("Họ tên, ngày sinh, giới tính"),
    "age_over_18": _("Đã đủ 18 tuổi hay chưa, không cho biết ngày sinh"),
    "email": _("Địa chỉ thư điện tử"),
    "phone": _("Số điện thoại"),
    "personal_number": _("Số định danh cá nhân (chỉ khi đã xác nhận mức độ 2)"),
    "dossiers:read": _("Xem hồ sơ dịch vụ công của ông bà, anh chị"),
    "dossiers:write": _("Nộp và rút hồ sơ dịch vụ công thay ông bà, anh chị"),
    "personal_data:read": _("Xem yêu cầu về dữ liệu cá nhân của ông bà, anh chị"),
    "registers:read": _("Xem bản ghi của cơ quan anh chị trong các cơ sở dữ liệu"),
    "reports:read": _("Xem báo cáo định kỳ của cơ quan anh chị"),
    "reports:write": _("Gửi báo cáo định kỳ thay anh chị ở cơ quan"),
    "roles": _("Vai trò cán bộ đang giữ, để làm việc thay anh chị ở cơ quan"),
}
