"""Addresses of reports, boards, sums and the burden."""

from django.urls import path

from .views import above, reports

app_name = "reporting"
urlpatterns = [
    path("bao-cao/", reports.mine, name="mine"),
    path("bao-cao/theo-doi/", above.board, name="board"),
    path("bao-cao/tong-hop/", above.sum_page, name="sum"),
    path("bao-cao/tong-hop/tai/", above.sum_file, name="sum_file"),
    path("bao-cao/ganh-nang/", above.burden, name="burden"),
    path("bao-cao/<str:code>/", reports.report_page, name="report"),
    path("bao-cao/<str:code>/bieu-mau.xlsx", reports.workbook, name="workbook"),
    path("bao-cao/<str:code>/nap-tep/", reports.take_workbook, name="take_workbook"),
    path("bao-cao/<str:code>/ban/<int:number>/", reports.version_page, name="version"),
    path("bao-cao/<str:code>/<slug:step>/", reports.take_step, name="step"),
]
