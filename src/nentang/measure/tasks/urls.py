"""Addresses of decisions, tasks, boards and the register of who steers."""

from django.urls import path

from .views import decisions, desk, public, steering

app_name = "tasks"
HERE = "nhiem-vu/"
TASK = f"{HERE}viec/<str:code>/"
READ = f"{HERE}nhap/"
urlpatterns = [
    path(HERE, public.overview, name="overview"),
    path(f"{HERE}danh-sach/", public.task_list, name="list"),
    path(f"{HERE}danh-sach.csv", public.table, name="table"),
    path(f"{HERE}bang/", public.board, name="board"),
    path(f"{HERE}van-ban/<str:code>/", public.decision_page, name="decision"),
    path(f"{HERE}ban-chi-dao/", public.steering, name="steering"),
    path(f"{HERE}ban-chi-dao/ghi/", steering.record, name="record"),
    path(f"{HERE}cua-toi/", desk.desk, name="desk"),
    path(f"{HERE}cua-toi/qua-han/", desk.late, name="late"),
    path(TASK, public.task_page, name="task"),
    path(f"{TASK}giao-xuong/", desk.hand_on, name="hand_on"),
    path(f"{TASK}<slug:step>/", desk.take_step, name="step"),
    path(READ, decisions.import_page, name="import"),
    path(f"{READ}<str:code>/", decisions.confirm_page, name="confirm"),
    path(f"{READ}<str:code>/dong/<int:line>/", decisions.row_page, name="row"),
    path(f"{READ}<str:code>/<slug:step>/", decisions.change_decision, name="change"),
]
