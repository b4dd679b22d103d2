"""Index: registration."""

from django.apps import AppConfig


class IndexConfig(AppConfig):
    """The digital transformation index of units."""

    name = "nentang.measure.index"
    label = "index"
    verbose_name = "Chỉ số chuyển đổi số"
    pages = ("chi-so-dti",)
