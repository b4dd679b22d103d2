"""Addresses of the citizen's and the desk's pages."""

from django.urls import path

from .views import citizen, counter, desk

app_name = "complaints"
urlpatterns = [
    path("ho-so/<str:code>/khieu-nai/", citizen.complain, name="complain"),
    path("khieu-nai/", citizen.mine, name="mine"),
    path("khieu-nai/<str:code>/", citizen.complaint_page, name="complaint"),
    path("khieu-nai/<str:code>/rut/", citizen.withdraw, name="withdraw"),
    path("khieu-nai/<str:code>/lan-hai/", citizen.again, name="again"),
    path("mot-cua/ghi-khieu-nai/<int:mandate_id>/", counter.dossiers, name="counter_dossiers"),
    path(
        "mot-cua/ghi-khieu-nai/<int:mandate_id>/<str:code>/", counter.write_down, name="write_down"
    ),
    path("mot-cua/khieu-nai/<str:code>/bien-nhan/", counter.receipt, name="receipt"),
    path("mot-cua/khieu-nai/<str:code>/", desk.complaint_page, name="desk"),
    path("mot-cua/khieu-nai/<str:code>/<slug:step>/", desk.take_step, name="desk_step"),
    path("mot-cua/giai-trinh/<str:code>/", desk.explanation_page, name="explanation"),
]
