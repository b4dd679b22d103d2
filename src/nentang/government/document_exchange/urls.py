"""Addresses of the officer's pages."""

app_name = "document_exchange"
urlpatterns: list[object] = []
