"""Addresses of the audit."""

from django.urls import path

from . import views

app_name = "audit"
urlpatterns = [path("ai-da-xem/", views.looks, name="looks")]
