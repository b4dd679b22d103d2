"""The live page of all components: invented examples, every state."""

from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from nentang.foundation.portal.forms import ExampleForm
from nentang.foundation.portal.public import (
    Bar,
    Bars,
    Fact,
    Gauge,
    Mark,
    Moment,
    PageRequest,
    Point,
    ProvinceMap,
    Share,
    Shares,
    Sparkline,
    Tab,
    Trend,
    for_everyone,
    province_tiles,
)
from nentang.foundation.portal.rules.icons import ICONS
from nentang.kernel import clock

SHARES_OF_YEARS = (None, 31.4, 38.0, 44.7, 52.1, 61.3, 68.9)


@for_everyone
def gallery(request: PageRequest) -> HttpResponse:
    """Every component in its states, in the reader's language."""
    now = clock.now()
    context = {
        "icons": sorted(ICONS),
        "tabs": _tabs(),
        "facts": _facts(),
        "moments": _moments(),
        "form": ExampleForm(),
        "wrong_form": ExampleForm(
            {"sai-name": "", "sai-birth_on": "2020-02-31", "sai-place": "hospital"}, prefix="sai"
        ),
        "dues": [now - timedelta(days=1), now + timedelta(hours=2), now + timedelta(days=9)],
        "spans": [timedelta(days=4), timedelta(hours=2), timedelta(minutes=40)],
        "charts": [_trend(), _bars(), _gauge()],
        "shares": _shares(),
        "spark": Sparkline(_("Nộp qua mạng"), (31.4, 38.0, 44.7, 52.1, 61.3, 68.9)),
        "maps": [_map(date(2020, 12, 31), "63"), _map(date(2025, 7, 1), "34")],
        "steps": [_("Trả lời 6 câu hỏi."), _("Chụp giấy chứng sinh."), _("Gửi đi.")],
    }
    return render(request, "portal/gallery.html", context)


def _tabs() -> list[Tab]:
    return [
        Tab(_("Đến lượt tôi"), "#tabs", is_current=True, count=14),
        Tab(_("Sắp đến hạn"), "#tabs", count=3),
        Tab(_("Đã xong"), "#tabs"),
    ]


def _facts() -> list[Fact]:
    return [
        Fact(_("Lệ phí"), _("Miễn phí")),
        Fact(_("Thời hạn"), _("Trong ngày"), _("thẻ bảo hiểm: 4 ngày làm việc")),
        Fact(_("Phải làm trước"), _("60 ngày"), _("từ ngày sinh")),
        Fact(_("Mức dịch vụ"), _("Toàn trình")),
    ]


def _moments() -> list[Moment]:
    return [
        Moment(_("Đã nhận hồ sơ"), _("Xã Mẫu · thứ Hai 7/12, 9:12")),
        Moment(_("Xã xác nhận nguồn gốc đất"), _("Quá hạn 1 ngày"), "late"),
        Moment(_("Văn phòng đăng ký đất đai kiểm tra thửa"), _("Đang làm, 2 ngày làm việc"), "now"),
        Moment(
            _("Nộp lệ phí"), _("Trước thứ Sáu 18/12"), "wait", url="#timeline", link=_("Nộp ngay")
        ),
        Moment(_("Nhận kết quả tại xã"), _("dự kiến thứ Tư 23/12"), "next"),
    ]


def _trend() -> Trend:
    points = tuple(
        Point(str(year), value) for year, value in enumerate(SHARES_OF_YEARS, start=2019)
    )
    marks = (Mark("2025", 80), Mark("2030", 90))
    return Trend(
        _("Hồ sơ nộp qua mạng"), points, marks=marks, column=_("Năm"), note=_("Số minh họa")
    )


def _bars() -> Bars:
    bars = (
        Bar(_("Xã Thử"), 91.4, url="#charts"),
        Bar(_("Xã Mẫu (xã mình)"), 76.2, url="#charts", is_own=True),
        Bar(_("Thị trấn Ví Dụ"), 58.8, url="#charts"),
        Bar(_("Xã Chưa Đo"), None),
    )
    return Bars(
        _("Đúng hẹn theo xã"),
        bars,
        mark=Mark(_("Mục tiêu"), 90),
        maximum=100,
        column=_("Xã"),
        note=_("Số minh họa"),
    )


def _gauge() -> Gauge:
    marks = (Mark("2025", 80), Mark("2030", 90))
    return Gauge(
        _("Hồ sơ công việc cấp huyện trên mạng"), 76.2, marks, tone="wait", note=_("Số minh họa")
    )


def _shares() -> Shares:
    shares = (
        Share(_("Xã Mẫu"), 6),
        Share(_("Văn phòng đất đai"), 4, "ok"),
        Share(_("Chờ ông bà"), 3, "wait"),
        Share(_("Còn lại theo luật"), 17, "left"),
    )
    return Shares(_("Ai giữ hồ sơ bao lâu"), shares, unit=_("ngày"))


def _map(day: date, provinces: str) -> ProvinceMap:
    tiles = province_tiles(day)
    values = {place.code: 50.0 + int(place.code) * 37 % 50 for place in tiles.places[1:]}
    return ProvinceMap(
        _("Hồ sơ qua mạng, bản đồ %(provinces)s tỉnh, thành") % {"provinces": provinces},
        tiles,
        values,
        (60, 70, 80, 90),
        urls={place.code: "#maps" for place in tiles.places},
        chosen="37",
        column=_("Tỉnh, thành"),
        note=_("Số minh họa"),
    )
