"""What the insurance register refuses, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotFound


class InsuredNotFound(NotFound):
    """Nobody has that insurance number."""

    code = "insurance.insured_not_found"
    message = _("Không có ai mang mã số bảo hiểm này. Kiểm tra lại mã.")


class InsuranceNumberInvalid(Invalid):
    """A social insurance number has ten digits."""

    code = "insurance.number_invalid"
    message = _("Mã số bảo hiểm xã hội gồm 10 chữ số. Kiểm tra lại từng chữ số.")


class InsuranceNumberTaken(Conflict):
    """A number belongs to one person for ever."""

    code = "insurance.number_taken"
    message = _("Mã số này đã thuộc về người khác. Lấy mã số mới.")


class InsuredUnknown(Invalid):
    """A card belongs to a person whom the platform knows."""

    code = "insurance.insured_unknown"
    message = _("Chưa biết người có thẻ. Nhập người ấy vào cơ sở dữ liệu dân cư trước.")


class CardNeverGood(Invalid):
    """A card is good for some days."""

    code = "insurance.card_never_good"
    message = _("Thẻ hết giá trị trước khi có giá trị. Kiểm tra lại hai ngày.")


class NumbersExhausted(Conflict):
    """No number is free among those drawn."""

    code = "insurance.numbers_exhausted"
    message = _("Chưa lấy được mã số bảo hiểm mới. Thử lại sau ít phút.")
