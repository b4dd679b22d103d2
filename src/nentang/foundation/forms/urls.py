"""Addresses of forms."""

from django.urls import path

from . import views

app_name = "forms"
urlpatterns = [
    path("bieu-mau/ban-khai/<uuid:draft_id>/doc-anh/", views.read_text, name="read_text"),
    path("bieu-mau/ban-khai/<uuid:draft_id>/<slug:step>/luu/", views.autosave, name="autosave"),
    path("bieu-mau/don-vi/", views.places, name="places"),
    path("bieu-mau/<str:code>/<int:version>/luoc-do.json", views.schema, name="schema"),
    path("giao-dien/bieu-mau/", views.every_kind, name="every_kind"),
    path("giao-dien/bieu-mau/<slug:step>/", views.every_kind, name="every_kind_step"),
]
