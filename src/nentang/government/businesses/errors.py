"""What the register of businesses refuses, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotFound


class BusinessNotFound(NotFound):
    """No business has that tax code."""

    code = "businesses.business_not_found"
    message = _("Không có cơ sở nào mang mã số thuế này. Kiểm tra lại mã.")


class TaxCodeTaken(Conflict):
    """A tax code belongs to one taxpayer for ever."""

    code = "businesses.tax_code_taken"
    message = _("Mã số thuế này đã thuộc về cơ sở khác. Kiểm tra lại mã.")


class TaxCodesExhausted(Conflict):
    """No tax code is free among those drawn."""

    code = "businesses.tax_codes_exhausted"
    message = _("Chưa lấy được mã số thuế mới. Thử lại sau ít phút.")


class NameTaken(Conflict):
    """Two household businesses of one place do not bear one name (Decree 01/2021/NĐ-CP, Art. 88)."""

    code = "businesses.name_taken"
    message = _("Trong huyện đã có hộ kinh doanh tên này. Đặt tên khác.")


class NameMissing(Invalid):
    """A business has a name."""

    code = "businesses.name_missing"
    message = _("Ghi tên cơ sở kinh doanh.")


class OwnerUnknown(Invalid):
    """Whoever stands behind a business is a person whom the platform knows."""

    code = "businesses.owner_unknown"
    message = _("Chưa biết người đứng tên. Nhập người ấy vào cơ sở dữ liệu dân cư trước.")


class TradeUnknown(Invalid):
    """A trade is one of the list of its day."""

    code = "businesses.trade_unknown"
    message = _("Không có ngành kinh tế mang mã {code}. Chọn lại trong danh mục.")


class AlreadyDissolved(Conflict):
    """What is no more does no business."""

    code = "businesses.already_dissolved"
    message = _("Cơ sở này đã chấm dứt hoạt động.")
