"""What detectors and the split of a change say, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nentang.measure.index.rules.detectors import Finding

FACTOR_WORDS: dict[str, tuple[object, object]] = {
    "performance": (
        gettext_lazy("Làm tốt hơn hay kém đi"),
        gettext_lazy("Những gì đếm được ở cả hai kỳ đã thay đổi."),
    ),
    "coverage": (
        gettext_lazy("Biết nhiều hơn hay ít đi"),
        gettext_lazy("Có tiêu chí kỳ này đếm được mà kỳ trước thì không, hoặc ngược lại."),
    ),
    "method": (
        gettext_lazy("Đổi cách tính"),
        gettext_lazy("Bộ chỉ số khác cho cùng một việc làm điểm khác."),
    ),
    "boundary": (
        gettext_lazy("Đổi địa giới"),
        gettext_lazy("Nơi được đo không còn là nơi cũ."),
    ),
}


def finding_words(found: Finding) -> str:
    """What a detector saw; it accuses nobody."""
    numbers = {name: _short(value) for name, value in found.numbers.items()}
    texts = {
        "copied_forward": _("%(same)s trên %(of)s tiêu chí khai đúng từng chữ số như năm trước."),
        "too_round": _("%(round)s trên %(of)s con số tròn năm phần trăm, nhiều hơn ngẫu nhiên."),
        "end_jump": _("Tháng cuối nhảy lên %(last)s trong khi các tháng khác thường ở %(usual)s."),
        "typed_at_counter": _(
            "Hồ sơ qua mạng đến gần như chỉ trong giờ làm việc, cái này sát cái kia: "
            "ngoài giờ chỉ %(outside)s trên %(of)s."
        ),
        "against_facts": _(
            "Khai cao hơn số đếm được ở %(count)s tiêu chí, chênh nhiều nhất %(most)s."
        ),
    }
    return texts[found.detector] % numbers


def _short(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.2f}".replace(".", ",")
