"""What registers hold about people beside the records themselves: what was taken from them, for what."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import OWN, Holding, register_holding

from .models import Evidence, ImportRun, Reexamination, Touched

register_holding(
    Holding(
        model=Evidence,
        title=_("Điều đã lấy từ cơ sở dữ liệu"),
        rows_of=lambda person_id: Evidence.objects.filter(person=person_id),
        shown={
            "register": _("Cơ sở dữ liệu"),
            "field": _("Mục"),
            "shown": _("Nội dung"),
            "title": _("Dùng cho"),
            "taken_at": _("Lấy lúc"),
        },
        left_out={"record_code": "số bản ghi của chính người này", "person": OWN},
        closed_at="taken_at",
        is_row_dropped=True,
    )
)
register_holding(
    Holding(
        model=Reexamination,
        title=_("Xem lại việc đã giải quyết"),
        rows_of=lambda person_id: Reexamination.objects.filter(
            touched__evidence__person=person_id
        ).distinct(),
        shown={"case.code": _("Mã việc"), "opened_at": _("Mở lúc")},
        left_out={"record_code": "số bản ghi của chính người này"},
        closed_at="case__closed_at",
        is_row_dropped=True,
    )
)
register_holding(
    Holding(
        model=Touched,
        title=_("Điều đã dùng và nay cải chính"),
        rows_of=lambda person_id: Touched.objects.filter(evidence__person=person_id),
        shown={"now_shown": _("Nội dung nay")},
        closed_at="reexamination__case__closed_at",
        is_row_dropped=True,
    )
)
register_holding(
    Holding(
        model=ImportRun,
        title=_("Tệp đang nhập"),
        rows_of=lambda person_id: ImportRun.objects.none(),
        shown={"started_at": _("Gửi lúc")},
        left_out={
            "content": "bảng nhiều người, chỉ giữ đến khi nhập xong; nội dung vào cơ sở dữ liệu"
        },
        closed_at="ended_at",
        blanks={"content": b""},
    )
)
