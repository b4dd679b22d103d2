"""What the lists hold about children."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import OWN, Holding, register_holding

from .models import ListedChild

register_holding(
    Holding(
        model=ListedChild,
        title=_("Danh sách trẻ đến tuổi đi học"),
        rows_of=lambda person_id: ListedChild.objects.filter(person=person_id).order_by("pk"),
        shown={
            "organization.name": _("Cơ quan"),
            "birth_year": _("Năm sinh"),
            "listed_at": _("Vào danh sách lúc"),
            "left_at": _("Rời danh sách lúc"),
        },
        left_out={"person": OWN, "record_id": "số thứ tự của bản ghi dân cư, có trong gói này"},
        closed_at="left_at",
        is_row_dropped=True,
    )
)
