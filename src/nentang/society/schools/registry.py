"""The role at a commune, and what its holder is told."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.identity.public import declare_role
from nentang.foundation.notifications.public import Channel, MessageTemplate, declare_template

SCHOOLING = "schooling"
declare_role(SCHOOLING, _("Phụ trách giáo dục của xã"))
READERS = (SCHOOLING, "leader")

ADDED = declare_template(
    MessageTemplate(
        code="schools.child_added",
        title_vi="Thêm một trẻ, vào lớp một năm {year}",
        title_en="One more child, first class in {year}",
        body_vi="{place} có thêm một trẻ trong danh sách đi học. Trẻ vào lớp một năm {year}. Tin từ cơ sở dữ liệu dân cư, gia đình không phải khai.",
        body_en="{place} has one more child on its school list, to begin the first class in {year}. The population register says so; the family declares nothing.",
        channels=(Channel.EMAIL,),
        link="/truong-lop/?co-quan={organization}&sinh={born}",
    )
)
