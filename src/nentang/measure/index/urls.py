"""Addresses of the index."""

from django.urls import path

from .views import desk, public, rounds

app_name = "index"
urlpatterns = [
    path("chi-so-dti/", public.board, name="board"),
    path("chi-so-dti/bang.csv", public.table, name="table"),
    path("chi-so-dti/so-sanh/", public.compare, name="compare"),
    path("chi-so-dti/cach-tinh/", public.method, name="method"),
    path("chi-so-dti/noi/<str:unit_code>/", public.unit, name="unit"),
    path("chi-so-dti/noi/<str:unit_code>/tung-nam/", public.trend, name="trend"),
    path("chi-so-dti/phieu/", desk.sheets, name="sheets"),
    path("chi-so-dti/phieu/<str:code>/", desk.sheet, name="sheet"),
    path("chi-so-dti/phieu/<str:code>/<slug:step>/", desk.take_step, name="sheet_step"),
    path("chi-so-dti/dot/mo/", rounds.open_round, name="open_round"),
    path("chi-so-dti/dot/<int:round_id>/", rounds.round_page, name="round"),
    path("chi-so-dti/dot/<int:round_id>/<slug:step>/", rounds.take_round_step, name="round_step"),
]
