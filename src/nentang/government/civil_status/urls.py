"""Addresses of civil status."""

from django.urls import path

from .views import beside, desk, entering, paper

app_name = "civil_status"
BOOK = "ho-tich/so-giay/<int:number>/"
ENTRY = "ho-tich/viec/<slug:kind>/<str:code>/"
urlpatterns = [
    path("ho-tich/", desk.desk_page, name="desk"),
    path("ho-tich/cho-ghi/", desk.waiting_page, name="waiting"),
    path("ho-tich/ho-so/<str:code>/", desk.check_page, name="check"),
    path("ho-tich/ho-so/<str:code>/cap-so/", desk.give_number, name="give_number"),
    path("ho-tich/ghi/<slug:kind>/", entering.enter_page, name="enter"),
    path("ho-tich/ghi-viec-cu/<slug:kind>/", entering.past_page, name="past"),
    path(f"{ENTRY}trich-luc/", beside.extract_page, name="extract"),
    path(f"{ENTRY}thay-doi/", beside.change_page, name="change"),
    path(f"{ENTRY}cham-dut/", beside.end_page, name="end"),
    path("ho-tich/so-giay/", paper.books_page, name="paper_books"),
    path(BOOK, paper.book_page, name="paper_book"),
    path(f"{BOOK}nhap/", paper.next_page, name="next_line"),
    path(f"{BOOK}dong/<int:line>/", paper.line_page, name="line"),
    path(f"{BOOK}dong/<int:line>/khong-doc-duoc/", paper.unreadable, name="unreadable"),
]
