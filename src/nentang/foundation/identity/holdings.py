"""What identity holds about people."""

from typing import Any

from django.db.models import DateTimeField, Q
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import OWN, Holding, register_holding

from .models import Account, Consent, FactorReset, Mandate, Person, Session, SignIn

AS_LONG_AS_KNOWN = "người đó còn dùng nền tảng; luật giữ không thời hạn"

register_holding(
    Holding(
        model=Person,
        title=_("Thông tin nhân thân"),
        rows_of=lambda person_id: Person.objects.filter(pk=person_id),
        shown={
            "full_name": _("Họ và tên"),
            "birth_on": _("Ngày sinh"),
            "birth_year": _("Năm sinh"),
            "sex": _("Giới tính"),
            "personal_number": _("Số định danh cá nhân"),
            "nationality": _("Quốc tịch"),
            "ethnicity": _("Dân tộc"),
            "phone": _("Số điện thoại"),
            "email": _("Thư điện tử"),
            "unit_code": _("Mã xã, phường nơi ở"),
            "address_line": _("Số nhà, đường, thôn"),
            "registered_at": _("Ghi nhận lúc"),
        },
        left_out={"folded_name": "họ và tên viết không dấu, chỉ để tìm kiếm"},
        in_words={"sex": lambda person: person.get_sex_display()},
        kept_while=AS_LONG_AS_KNOWN,
    )
)
register_holding(
    Holding(
        model=Account,
        title=_("Tài khoản"),
        rows_of=lambda person_id: Account.objects.filter(person=person_id),
        shown={
            "username": _("Tên đăng nhập"),
            "email": _("Thư điện tử"),
            "assurance_max": _("Mức độ định danh"),
            "assurance_basis": _("Đã đối chiếu"),
            "last_login": _("Đăng nhập gần nhất"),
            "opened_at": _("Mở lúc"),
        },
        left_out={"password": "mật khẩu: chỉ giữ dấu băm, đưa ra là hở cửa tài khoản"},
        in_words={"assurance_max": lambda account: account.get_assurance_max_display()},
        kept_while=AS_LONG_AS_KNOWN,
    )
)
register_holding(
    Holding(
        model=SignIn,
        title=_("Những lần đăng nhập"),
        rows_of=lambda person_id: SignIn.objects.filter(account__person=person_id),
        shown={
            "at": _("Lúc"),
            "how": _("Cách xác nhận"),
            "client": _("Chương trình"),
            "success": _("Vào được"),
        },
        in_words={"how": lambda sign_in: sign_in.get_how_display()},
        closed_at="at",
        is_row_dropped=True,
    )
)


register_holding(
    Holding(
        model=Session,
        title=_("Phiên đăng nhập đang mở"),
        rows_of=lambda person_id: Session.objects.filter(account__person=person_id),
        shown={"expire_date": _("Hết hạn lúc")},
        left_out={"account": OWN, "session_data": "trạng thái của trang, ký để không sửa được"},
        closed_at="expire_date",
        is_row_dropped=True,
    )
)


register_holding(
    Holding(
        model=FactorReset,
        title=_("Bỏ cách xác nhận đã mất tại quầy"),
        rows_of=lambda person_id: FactorReset.objects.filter(account__person=person_id),
        shown={
            "basis": _("Giấy tờ làm căn cứ"),
            "asked_at": _("Yêu cầu lúc"),
            "decided_at": _("Quyết định lúc"),
            "granted": _("Đã bỏ"),
        },
        left_out={"account": OWN},
        closed_at="decided_at",
        is_row_dropped=True,
    )
)


def _side(mandate: Any) -> str:
    return str(_("được làm thay") if mandate.is_agent else _("cho người khác làm thay"))


register_holding(
    Holding(
        model=Mandate,
        title=_("Ủy quyền, đại diện"),
        rows_of=lambda person_id: Mandate.objects.filter(
            Q(principal_person=person_id) | Q(agent=person_id)
        ).annotate(is_agent=Q(agent=person_id)),
        shown={
            "is_agent": _("Vai"),
            "kind": _("Loại"),
            "scope": _("Phạm vi"),
            "basis": _("Giấy tờ làm căn cứ"),
            "valid_from": _("Từ ngày"),
            "valid_to": _("Đến ngày"),
            "revoked_at": _("Thu hồi lúc"),
        },
        in_words={"is_agent": _side, "kind": lambda mandate: mandate.get_kind_display()},
        closed_at=Coalesce("revoked_at", Cast("valid_to", DateTimeField())),
        blanks={"basis": ""},
    )
)
register_holding(
    Holding(
        model=Consent,
        title=_("Đồng ý chia sẻ"),
        rows_of=lambda person_id: Consent.objects.filter(account__person=person_id).select_related(
            "client"
        ),
        shown={
            "client.name": _("Chương trình"),
            "scopes": _("Điều được chia sẻ"),
            "given_at": _("Đồng ý lúc"),
            "withdrawn_at": _("Rút lại lúc"),
        },
    )
)
