"""Pages that say no: what happened, what to do next, a number to quote."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import (
    Conflict,
    DomainError,
    NotAllowed,
    NotFound,
    TooOften,
    Unavailable,
)
from nentang.kernel.frozen import Frozen


class Refusal(Frozen):
    """What a person reads: what happened, and what they can do."""

    title: object
    advice: object
    way_out: object = ""  # words of a link
    way_out_to: str = ""  # the name of its address


UNREADABLE = Refusal(
    _("Máy chủ không đọc được yêu cầu này"),
    _("Quay lại trang trước, tải lại rồi thử lần nữa."),
)
REFUSALS = {
    400: UNREADABLE,
    401: Refusal(
        _("Chưa đăng nhập, hoặc mã truy cập không đủ quyền"),
        _("Đăng nhập rồi làm lại."),
    ),
    403: Refusal(
        _("Tài khoản này không được xem trang đó"),
        _("Nếu đây là việc của ông bà, anh chị, hãy đăng nhập bằng tài khoản khác hoặc hỏi cơ quan đang giữ việc."),
    ),
    404: Refusal(
        _("Không có trang này"),
        _("Địa chỉ có thể đã đổi hoặc gõ nhầm. Hãy tìm việc cần làm, hoặc về trang đầu."),
    ),
    409: Refusal(
        _("Việc này vừa có người thay đổi"),
        _("Tải lại trang để xem tình trạng mới nhất rồi làm tiếp. Chưa có gì bị ghi đè."),
    ),
    413: Refusal(
        _("Tệp gửi lên quá lớn"),
        _("Hãy chụp lại với cỡ ảnh nhỏ hơn, hoặc gửi từng tệp một. Những gì đã lưu trước đó vẫn còn."),
    ),
    422: Refusal(
        _("Có chỗ điền chưa đúng"),
        _("Quay lại trang trước để sửa. Những gì đã lưu trước đó vẫn còn."),
    ),
    429: Refusal(
        _("Thử quá nhiều lần trong thời gian ngắn"),
        _("Giới hạn này giữ cho không ai dò được thông tin của người khác. Cần gấp thì hỏi nơi đang giữ việc."),
    ),
    503: Refusal(
        _("Hệ thống bên kia chưa trả lời"),
        _("Thử lại sau ít phút. Những gì đã lưu trước đó vẫn còn."),
    ),
}  # fmt: skip
UNTOLD = {NotFound, NotAllowed, Conflict, Unavailable}  # say no more than the title
FORGED = Refusal(
    _("Trang đã mở quá lâu nên chưa gửi được"),
    _("Để giữ an toàn, hãy quay lại trang trước, tải lại rồi gửi lần nữa. Trình duyệt cần cho phép cookie của trang này."),
)  # fmt: skip


def refusal_page(
    request: HttpRequest,
    *,
    status: int,
    error: DomainError | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    """The page for a status; a part of a page where htmx asked, put where the content stands."""
    is_part = bool(getattr(request, "htmx", False))
    said = refusal or REFUSALS.get(status, UNREADABLE)
    told = error if error and type(error) not in UNTOLD else None
    context = {"refusal": said, "error": told, "status": status}
    template = "portal/_refusal.html" if is_part else "portal/refusal.html"
    response = render(request, template, context, status=status)
    if isinstance(error, TooOften):
        response["Retry-After"] = str(error.wait)
    if is_part:
        response["HX-Retarget"] = "#noi-dung"
        response["HX-Reswap"] = "innerHTML show:top"
    return response


def note_refused(request: HttpRequest, error: DomainError) -> None:
    """Remember on the request that it asked for what is not the asker's, or is not there."""
    if isinstance(error, NotAllowed | NotFound):
        request.was_refused = True  # type: ignore[attr-defined] # `was_refused` asks


def was_refused(request: HttpRequest) -> bool:
    """Whether the request was answered so."""
    return bool(getattr(request, "was_refused", False))
