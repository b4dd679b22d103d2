"""Addresses of the registers."""

from django.urls import path

from .views import reading

app_name = "registers"
HERE = "co-so-du-lieu/<slug:register>/"
urlpatterns = [
    path("co-so-du-lieu/", reading.registers_page, name="registers"),
    path(HERE, reading.search_page, name="search"),
    path(f"{HERE}ban-ghi/<str:code>/", reading.record_page, name="record"),
    path(f"{HERE}ban-ghi/<str:code>/lich-su/", reading.history_page, name="history"),
]
