"""Addresses of the office."""

from django.urls import path

from .views import books, desk, drafting, incoming, outgoing, work_files

app_name = "office"
urlpatterns = [
    path("van-thu/", desk.desk, name="desk"),
    path("van-thu/ky-hieu/", desk.notation, name="notation"),
    path("van-thu/den/", incoming.book, name="incoming_book"),
    path("van-thu/den/so.pdf", books.print_incoming, name="print_incoming"),
    path("van-thu/di/so.pdf", books.print_outgoing, name="print_outgoing"),
    path("van-thu/den/them/", incoming.enter, name="enter"),
    path("van-thu/den/<str:code>/", incoming.document_page, name="incoming"),
    path("van-thu/den/<str:code>/<slug:step>/", incoming.take_step, name="incoming_step"),
    path("van-thu/phoi-hop/<str:code>/", incoming.task_page, name="task"),
    path("van-thu/di/", outgoing.book, name="outgoing_book"),
    path("van-thu/di/soan/", drafting.begin, name="begin"),
    path("van-thu/di/<str:code>/", outgoing.document_page, name="outgoing"),
    path("van-thu/di/<str:code>/sua/", drafting.change, name="change"),
    path("van-thu/di/<str:code>/gop-y/", outgoing.remark, name="remark"),
    path("van-thu/di/<str:code>/ban-in.pdf", outgoing.proof, name="proof"),
    path("van-thu/di/<str:code>/<slug:step>/", outgoing.take_step, name="outgoing_step"),
    path("van-thu/xep/<str:code>/", outgoing.put_away, name="put_away"),
    path("van-thu/ho-so/", work_files.work_files, name="work_files"),
    path("van-thu/ho-so/<str:code>/", work_files.work_file_page, name="work_file"),
    path("van-thu/ho-so/<str:code>/ket-thuc/", work_files.close, name="close_work_file"),
    path("van-thu/ho-so/<str:code>/muc-luc.pdf", work_files.closing_list, name="closing_list"),
]
