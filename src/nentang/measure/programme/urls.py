"""Addresses of the targets."""

from django.urls import path

from .views import desk, obstacles, public, target

DESK = "muc-tieu/co-quan/"
app_name = "programme"
urlpatterns = [
    path("muc-tieu/", public.targets, name="targets"),
    path("muc-tieu/bang.csv", public.table, name="table"),
    path(DESK, desk.mine, name="desk"),
    path(f"{DESK}them/", desk.begin, name="begin"),
    path(f"{DESK}<str:code>/", desk.desk_target, name="desk_target"),
    path(f"{DESK}<str:code>/<slug:step>/", desk.take_step, name="step"),
    path("muc-tieu/vuong-mac/<int:obstacle_id>/go/", obstacles.close, name="close_obstacle"),
    path("muc-tieu/<str:code>/", target.target_page, name="target"),
    path("muc-tieu/<str:code>/so-lieu.csv", target.series, name="series"),
    path("muc-tieu/<str:code>/ban/<int:number>/", target.version_page, name="version"),
    path("muc-tieu/<str:code>/vuong-mac/", obstacles.log, name="log_obstacle"),
]
