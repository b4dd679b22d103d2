"""The role, and what people are told."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.identity.public import declare_role
from nentang.foundation.notifications.public import Channel, MessageTemplate, declare_template

from .enums import ROLE

declare_role(ROLE, _("Cán bộ bảo vệ dữ liệu cá nhân"))

EXPORT_READY = declare_template(
    MessageTemplate(
        code="personal_data.export_ready",
        title_vi="Dữ liệu về ông bà, anh chị đã gom xong",
        title_en="Your data is ready",
        body_vi="Tải về đến hết ngày {day} ở trang «Dữ liệu về tôi». Sau ngày đó gói dữ liệu bị xóa.",
        body_en="Download it until {day} on the page “Data about me”. It is deleted afterwards.",
        channels=(Channel.IN_APP, Channel.EMAIL, Channel.PUSH),
        link="/dinh-danh/du-lieu-ve-toi/",
    )
)
