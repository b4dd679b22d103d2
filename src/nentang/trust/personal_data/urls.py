"""Addresses of personal data."""

from django.urls import path

from .views import about_me, breaches, desk, notice, requests

app_name = "personal_data"
ME, DESK = "dinh-danh/du-lieu-ve-toi/", "bao-ve-du-lieu/"
urlpatterns = [
    path(ME, about_me.about_me, name="about_me"),
    path(f"{ME}xin/", about_me.ask, name="ask_export"),
    path(f"{ME}yeu-cau/", requests.ask, name="ask"),
    path(f"{ME}yeu-cau/<str:code>/", requests.follow, name="request"),
    path(f"{ME}yeu-cau/<str:code>/rut/", requests.withdraw, name="withdraw"),
    path(f"{ME}<uuid:export_id>/", about_me.take, name="export"),
    path("du-lieu-ca-nhan/", notice.notice, name="notice"),
    path(DESK, desk.desk, name="desk"),
    path(f"{DESK}yeu-cau/<str:code>/", desk.request_page, name="desk_request"),
    path(f"{DESK}lenh-giu/", desk.holds, name="holds"),
    path(f"{DESK}lenh-giu/<int:hold_id>/go/", desk.lift, name="lift_hold"),
    path(f"{DESK}vi-pham/", breaches.breaches, name="breaches"),
    path(f"{DESK}vi-pham/<str:code>/thong-bao/", breaches.notify, name="notify_authority"),
]
