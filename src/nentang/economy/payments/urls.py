"""Addresses of payments."""

from django.urls import path

from .views import desk, pay, webhook

app_name = "payments"
urlpatterns = [
    path("thanh-toan/ngan-hang/thong-bao/", webhook.bank_notice, name="bank_notice"),
    path("thanh-toan/<str:code>/", pay.payment, name="payment"),
    path("thanh-toan/<str:code>/tinh-trang/", pay.standing, name="standing"),
    path("thanh-toan/<str:code>/ngan-hang/", pay.go_to_bank, name="go_to_bank"),
    path("thanh-toan/<str:code>/tro-ve/", pay.come_back, name="come_back"),
    path("thu-phi/", desk.fees, name="fees"),
    path("thu-phi/tai-ve/", desk.fees_csv, name="fees_csv"),
    path("thu-phi/can-xem/<int:message_id>/", desk.settle_break, name="settle_break"),
    path("thu-phi/<str:code>/tien-mat/", desk.take_cash, name="take_cash"),
]
