"""Addresses of those who write and publish bundles."""

from django.urls import path

from .views import drafts, procedures, sheets

app_name = "catalogue"
urlpatterns = [
    path("thu-tuc/", procedures.procedures, name="procedures"),
    path("thu-tuc/<str:procedure>/", procedures.history, name="history"),
    path("thu-tuc/<str:procedure>/soan/", drafts.start, name="start"),
    path("thu-tuc/ban-soan/<uuid:draft_id>/", drafts.draft_page, name="draft"),
    path("thu-tuc/ban-soan/<uuid:draft_id>/tep/", drafts.file, name="file"),
    path("thu-tuc/ban-soan/<uuid:draft_id>/thu/", drafts.trial, name="trial"),
    path("thu-tuc/ban-soan/<uuid:draft_id>/xem/<slug:step>/", sheets.preview, name="preview"),
    path("thu-tuc/ban-soan/<uuid:draft_id>/lam/<slug:step>/", drafts.take_step, name="step"),
    path("thu-tuc/ban-soan/<uuid:draft_id>/<slug:sheet>/", sheets.sheet, name="sheet"),
]
