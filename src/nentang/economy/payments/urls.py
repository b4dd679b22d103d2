"""Addresses of payments."""

from django.urls import path

from .views import books, desk, pay, refunds, revenue, webhook

app_name = "payments"
urlpatterns = [
    path("thanh-toan/thong-bao/<str:gateway>/", webhook.gateway_notice, name="gateway_notice"),
    path("thanh-toan/<str:code>/", pay.payment, name="payment"),
    path("thanh-toan/<str:code>/tinh-trang/", pay.standing, name="standing"),
    path("thanh-toan/<str:code>/nop/<str:gateway>/", pay.go_to_gateway, name="go_to_gateway"),
    path("thanh-toan/<str:code>/tro-ve/", pay.come_back, name="come_back"),
    path("thu-phi/", desk.fees, name="fees"),
    path("thu-phi/tai-ve/", desk.fees_csv, name="fees_csv"),
    path("thu-phi/doi-chieu/", books.matching, name="matching"),
    path("thu-phi/sai-lech/<str:code>/", books.found_break, name="break"),
    path("thu-phi/hoan-tra/", refunds.refunds, name="refunds"),
    path("thu-phi/hoan-tra/<str:code>/duyet/", refunds.decide, name="decide_refund"),
    path("thu-phi/hoan-tra/<str:code>/tra-tien/", refunds.hand_over, name="hand_over_refund"),
    path("thu-phi/ngan-sach/", revenue.revenue, name="revenue"),
    path("thu-phi/ngan-sach/tai-ve/", revenue.revenue_csv, name="revenue_csv"),
    path("thu-phi/ngan-sach/<str:month>/<slug:key>/", revenue.receipts, name="revenue_receipts"),
    path("thu-phi/<str:code>/hoan-tra/", refunds.ask, name="ask_refund"),
    path("thu-phi/<str:code>/tien-mat/", desk.take_cash, name="take_cash"),
]
