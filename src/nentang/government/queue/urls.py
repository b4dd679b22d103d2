"""Addresses of the hall, the call screen, the windows and the leader's pages."""

from django.urls import path

from .views import days, hall, phone, screen, set_up, windows

app_name = "queue"
OFFICE = "mot-cua/quay/<int:organization_id>/"
urlpatterns = [
    path("lay-so/", phone.offices, name="offices"),
    path("lay-so/<int:organization_id>/", phone.take, name="take"),
    path("so/<str:code>/", phone.ticket, name="ticket"),
    path("so/<str:code>/bo/", phone.leave, name="leave"),
    path("so/<str:code>/tro-lai/", phone.come_back, name="return"),
    path("sanh/<str:hall_key>/", hall.hall, name="hall"),
    path("sanh/<str:hall_key>/<str:code>/", hall.slip, name="slip"),
    path("man-hinh/<int:organization_id>/", screen.screen, name="screen"),
    path("man-hinh/<int:organization_id>/bang/", screen.board_part, name="board"),
    path("mot-cua/quay/", windows.windows, name="windows"),
    path(f"{OFFICE}<int:number>/", windows.window, name="window"),
    path(f"{OFFICE}<int:number>/hang-cho/", windows.lines_part, name="lines"),
    path(f"{OFFICE}<int:number>/<slug:step>/", windows.step, name="step"),
    path(f"{OFFICE}thiet-lap/", set_up.set_up, name="set_up"),
    path(f"{OFFICE}so-lieu/", days.day, name="day"),
]
