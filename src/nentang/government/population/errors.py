"""What the population register refuses, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotFound


class CitizenNotFound(NotFound):
    """Nobody in the register has that number."""

    code = "population.citizen_not_found"
    message = _("Chưa có ai mang số định danh này trong cơ sở dữ liệu dân cư. Kiểm tra lại số.")


class HouseholdNotFound(NotFound):
    """No household has that number."""

    code = "population.household_not_found"
    message = _("Không tìm thấy hộ này. Kiểm tra lại số hộ.")


class HouseholdHasHead(Conflict):
    """A household has one head."""

    code = "population.household_has_head"
    message = _("Hộ này đã có chủ hộ. Kiểm tra lại số hộ và quan hệ với chủ hộ.")


class NumberTaken(Conflict):
    """A number belongs to one person for ever."""

    code = "population.number_taken"
    message = _("Số định danh này đã thuộc về người khác. Kiểm tra lại số và ngày sinh.")


class NumberDisagrees(Invalid):
    """Century, sex and year stand in the number."""

    code = "population.number_disagrees"
    message = _("Số định danh không khớp với giới tính hoặc năm sinh. Kiểm tra lại từng chữ số.")


class NumbersExhausted(Conflict):
    """All numbers of that place, sex and year are given out."""

    code = "population.numbers_exhausted"
    message = _("Không còn số định danh nào cho nơi và năm sinh này. Báo cơ quan quản lý.")


class BirthUnknown(Invalid):
    """A person has a name, a sex and at least a year of birth."""

    code = "population.birth_unknown"
    message = _("Cần họ tên, giới tính và ít nhất là năm sinh.")


class AlreadyDead(Conflict):
    """What happens to the living does not happen to the dead."""

    code = "population.already_dead"
    message = _("Người này đã được ghi là đã chết. Nếu ghi nhầm thì cải chính trước.")


class UnknownCommune(Invalid):
    """A residence is in a commune of its day."""

    code = "population.unknown_commune"
    message = _("Không có xã, phường mang mã này vào ngày đó. Chọn lại nơi cư trú.")


class AlreadyLivesThere(Conflict):
    """Somebody who lives there already does not move there."""

    code = "population.already_lives_there"
    message = _("Người này đã thường trú ở nơi đó. Không cần ghi lại.")
