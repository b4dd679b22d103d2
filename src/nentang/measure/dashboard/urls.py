"""Addresses of the dashboard."""

from django.urls import path

from .views import compare, embed, methods, overview, packs

app_name = "dashboard"
urlpatterns = [
    path("tong-quan/", overview.overview, name="overview"),
    path("tong-quan/so-sanh/", compare.compare, name="compare"),
    path("tong-quan/so-sanh/bang.csv", compare.compare_csv, name="compare_csv"),
    path("tong-quan/so-sanh/bang.json", compare.compare_json, name="compare_json"),
    path("tong-quan/nhung/", embed.embeds, name="embeds"),
    path("tong-quan/nhung/<str:indicator>/", embed.embed, name="embed"),
    path("tong-quan/nhung/<str:indicator>/anh.svg", embed.embed_svg, name="embed_svg"),
    path("tong-quan/nhung/<str:indicator>/anh.png", embed.embed_png, name="embed_png"),
    path("tong-quan/cach-tinh/", methods.methods, name="methods"),
    path("tong-quan/cach-tinh/<str:indicator>/", methods.method, name="method"),
    path("tong-quan/tai-lieu/", packs.packs, name="packs"),
    path("tong-quan/tai-lieu/<str:code>/", packs.pack, name="pack"),
    path("tong-quan/tai-lieu/<str:code>/tien-do/", packs.pack_progress, name="pack_progress"),
]
