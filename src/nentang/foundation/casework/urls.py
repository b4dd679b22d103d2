"""Addresses of the inbox."""

from django.urls import path

from . import views

app_name = "casework"
urlpatterns = [
    path("viec/", views.inbox_page, name="inbox"),
    path("viec/nhan/", views.take, name="take"),
    path("viec/giao/", views.assign, name="assign"),
    path("viec/dieu-hanh/", views.board_page, name="board"),
    path("viec/tre-han/", views.delays_page, name="delays"),
    path("viec/thoi-gian/", views.spent_page, name="spent"),
    path("viec/<str:code>/", views.case_page, name="case"),
]
