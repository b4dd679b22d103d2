"""What forms hold about people: what they were typing."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from nentang.foundation.documents.public import StoredFile, say_which_files_are_named
from nentang.foundation.holdings.public import OWN, Holding, register_holding

from .models import Draft
from .queries.answers import files_in


def files_in_drafts(file_ids: Collection[int]) -> set[int]:
    """Those of the files that somebody's open draft names."""
    owners = StoredFile.objects.filter(pk__in=file_ids).values("stored_by_account_id")
    drafts = Draft.objects.filter(account__in=owners, finished_at=None)
    return {
        number
        for answers, others in drafts.values_list("answers", "others").iterator()
        for number in (*files_in(answers), *files_in(others))
    } & set(file_ids)


say_which_files_are_named(files_in_drafts)
register_holding(
    Holding(
        model=Draft,
        title=_("Tờ khai đang viết dở"),
        rows_of=lambda person_id: Draft.objects.filter(person=person_id).select_related("form"),
        shown={
            "form.code": _("Biểu mẫu"),
            "answers": _("Điều đã khai"),
            "known": _("Điều được điền sẵn"),
            "others": _("Điều khai ở cửa sổ khác"),
            "started_at": _("Bắt đầu lúc"),
            "updated_at": _("Sửa lần cuối"),
        },
        left_out={"person": OWN, "trail": "các bản trước của điều đã khai, giữ để gộp hai cửa sổ"},
        closed_at="updated_at",
        is_row_dropped=True,
    )
)
