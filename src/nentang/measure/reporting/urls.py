"""Addresses of reports."""

app_name = "reporting"
urlpatterns: list[object] = []
