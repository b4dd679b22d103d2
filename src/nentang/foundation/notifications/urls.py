"""Addresses of messages and preferences."""

from django.urls import path

from . import views

app_name = "notifications"
urlpatterns = [
    path("thong-bao/", views.messages, name="messages"),
    path("thong-bao/da-doc/", views.mark_read, name="mark_all_read"),
    path("thong-bao/<int:message_id>/da-doc/", views.mark_read, name="mark_read"),
    path("thong-bao/tuy-chon/", views.preferences, name="preferences"),
    path("thong-bao/trinh-duyet/", views.browser, name="browser"),
    path("thong-bao/hop-thu-di/", views.outgoing_messages, name="outgoing"),
    path("thong-bao/bien-nhan/tin-nhan/", views.sms_receipt, name="sms_receipt"),
]
