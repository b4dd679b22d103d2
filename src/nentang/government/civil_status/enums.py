"""Words of civil status."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BookKind(models.TextChoices):
    """The books of a commune; the value names the register too."""

    BIRTHS = "births", _("Khai sinh")
    MARRIAGES = "marriages", _("Kết hôn")
    DEATHS = "deaths", _("Khai tử")
    RECOGNITIONS = "recognitions", _("Nhận cha, mẹ, con")
    GUARDIANSHIPS = "guardianships", _("Giám hộ")
    CHANGES = "changes", _("Thay đổi, cải chính hộ tịch")
    STATUSES = "statuses", _("Xác nhận tình trạng hôn nhân")


class Sex(models.TextChoices):
    """Sex as entered in the civil-status record."""

    MALE = "male", _("Nam")
    FEMALE = "female", _("Nữ")


class ParentKind(models.TextChoices):
    """Who is recognised."""

    FATHER = "father", _("Cha")
    MOTHER = "mother", _("Mẹ")


class Standing(models.TextChoices):
    """Where a marriage stands."""

    MARRIED = "married", _("Đang là vợ chồng")
    DIVORCED = "divorced", _("Đã ly hôn")
    WIDOWED = "widowed", _("Chấm dứt vì vợ hoặc chồng chết")
    ANNULLED = "annulled", _("Bị huỷ vì trái pháp luật")


class MaritalStatus(models.TextChoices):
    """What a certificate of marital status says."""

    NEVER = "never", _("Chưa đăng ký kết hôn với ai")
    DIVORCED = "divorced", _("Đã ly hôn, chưa kết hôn lại")
    WIDOWED = "widowed", _("Vợ hoặc chồng đã chết, chưa kết hôn lại")
    MARRIED = "married", _("Đang có vợ hoặc chồng")


class Who(models.TextChoices):
    """Whom a remark is about."""

    WIFE = "wife", _("Bên nữ")
    HUSBAND = "husband", _("Bên nam")
    CHILD = "child", _("Con")
    DECEASED = "deceased", _("Người chết")
    MOTHER = "mother", _("Người mẹ")
    FATHER = "father", _("Người cha")
    GUARDIAN = "guardian", _("Người giám hộ")


class Remark(models.TextChoices):
    """What a look into the registers before writing finds; how grave each is stands in `rules`."""

    LATE = "late", _("Đăng ký quá hạn {days} ngày; vẫn đăng ký.")
    IN_FUTURE = "in_future", _("Ngày xảy ra sau ngày đăng ký. Xem lại ngày.")
    DAY_UNKNOWN = "day_unknown", _("Không rõ ngày sinh, chưa kiểm tra được tuổi.")
    TOO_YOUNG = "too_young", _("{who} chưa đủ {years} tuổi vào ngày đăng ký.")
    SAME_SEX = "same_sex", _("Hai người cùng giới tính; Nhà nước không thừa nhận hôn nhân này.")
    SAME_PERSON = "same_person", _("Hai bên cùng một số định danh. Xem lại số.")
    MARRIED = "married", _("{who} đang có vợ hoặc chồng theo sổ: {book}.")
    RELATED = "related", _("Hai người cùng dòng máu trực hệ hoặc có họ trong phạm vi ba đời.")
    DEAD = "dead", _("{who} đã được ghi là đã chết.")
    NOT_KNOWN = "not_known", _("{who} chưa có trong cơ sở dữ liệu dân cư; chỉ dựa vào giấy tờ.")
    NO_NUMBER = "no_number", _("{who} chưa có số định danh; chỉ dựa vào giấy tờ.")
    WRITTEN_BEFORE = "written_before", _("Việc này đã ghi rồi: {book}.")
    ENDS_BEFORE = "ends_before", _("Ngày chết trước ngày sinh. Xem lại cả hai.")
    NOT_OLDER = "not_older", _("Cha, mẹ không lớn tuổi hơn con. Xem lại ngày sinh.")


class LineState(models.TextChoices):
    """Where a line of a paper book stands."""

    TYPED = "typed", _("Chờ người thứ hai nhập")
    DIFFERENT = "different", _("Hai lần nhập khác nhau")
    ENTERED = "entered", _("Đã vào sổ điện tử")
    UNREADABLE = "unreadable", _("Không đọc được")


class Outcome(models.TextChoices):
    """What became of a granted dossier in the books."""

    ENTERED = "entered", _("Đã ghi vào sổ")
    WAITING = "waiting", _("Chờ cán bộ ghi")
