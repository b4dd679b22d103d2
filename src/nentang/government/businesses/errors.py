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


class TradeTwice(Invalid):
    """The first line of activity is the main one; each is declared once."""

    code = "businesses.trade_twice"
    message = _("Mỗi ngành chỉ khai một lần; ngành đầu tiên là ngành chính.")


class NoBranchOfThat(Invalid):
    """A business has branches and offices, a household business further places only; a branch has none."""

    code = "businesses.no_branch_of_that"
    message = _(
        "Doanh nghiệp, hợp tác xã mới có chi nhánh, văn phòng đại diện; hộ kinh doanh chỉ thêm địa điểm kinh doanh."
    )


class NotInBusiness(Conflict):
    """What does not do business opens nothing."""

    code = "businesses.not_in_business"
    message = _(
        "Cơ sở không hoạt động vào ngày ấy. Chọn ngày khác hoặc đăng ký hoạt động lại trước."
    )


class BranchesExhausted(Conflict):
    """The three digits behind the tax code are used up; none is given twice."""

    code = "businesses.branches_exhausted"
    message = _("Cơ sở đã dùng hết 999 mã số cho đơn vị phụ thuộc.")


class BranchesStillThere(Conflict):
    """Branches, offices and places end before the business that they belong to."""

    code = "businesses.branches_still_there"
    message = _("Chấm dứt {code} và các đơn vị phụ thuộc khác trước.")


class StandingUnchanged(Conflict):
    """It stands so already."""

    code = "businesses.standing_unchanged"
    message = _("Cơ sở đã ở tình trạng ấy vào ngày đó.")


class AlreadyDissolved(Conflict):
    """What is no more does no business."""

    code = "businesses.already_dissolved"
    message = _("Cơ sở này đã chấm dứt hoạt động.")
