"""What the register of finance refuses, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotFound


class UnitNotFound(NotFound):
    """No unit has that code."""

    code = "finance.unit_not_found"
    message = _("Không có đơn vị nào mang mã số này. Kiểm tra lại mã.")


class UnitCodeInvalid(Invalid):
    """Seven digits, the first of which says what it is."""

    code = "finance.unit_code_invalid"
    message = _(
        "Mã số đơn vị có quan hệ với ngân sách có 7 chữ số, bắt đầu bằng 1, 2, 3, 7 hoặc 8."
    )


class UnitCodeTaken(Conflict):
    """A code belongs to one unit for ever, and is never given out again."""

    code = "finance.unit_code_taken"
    message = _("Mã số này đã cấp cho đơn vị khác. Kiểm tra lại mã.")


class UnitCodesExhausted(Conflict):
    """No code is free among those drawn."""

    code = "finance.unit_codes_exhausted"
    message = _("Chưa lấy được mã số mới. Thử lại sau ít phút.")


class BodyHasUnit(Conflict):
    """A body has one code."""

    code = "finance.body_has_unit"
    message = _("Cơ quan này đã có mã số đơn vị có quan hệ với ngân sách: {code}.")


class NameMissing(Invalid):
    """A unit has a name."""

    code = "finance.name_missing"
    message = _("Ghi tên đơn vị.")


class ChapterInvalid(Invalid):
    """A chapter has three digits and belongs to a budget level."""

    code = "finance.chapter_invalid"
    message = _("Chương {chapter} không thuộc ngân sách {level}. Chọn lại chương hoặc cấp.")


class UnitNotOpen(Conflict):
    """A closed code is not used again."""

    code = "finance.unit_not_open"
    message = _("Mã số của đơn vị đã đóng, không dùng lại được.")


class MergedIntoItself(Invalid):
    """A unit goes into another one."""

    code = "finance.merged_into_itself"
    message = _("Chọn đơn vị nhận sáp nhập khác với đơn vị bị sáp nhập.")


class ParentGoesRound(Invalid):
    """Nobody stands above whoever stands above them."""

    code = "finance.parent_goes_round"
    message = _("Đơn vị cấp trên không thể là đơn vị trực thuộc. Chọn lại đơn vị cấp trên.")
