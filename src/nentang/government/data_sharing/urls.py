"""Addresses of the catalogue, of requests and grants, and of the network."""

from django.urls import path

from .views import catalogue, network, requests

ROOT = "chia-se-du-lieu/"
app_name = "data_sharing"
urlpatterns = [
    path(ROOT, catalogue.catalogue, name="catalogue"),
    path(f"{ROOT}dich-vu/<int:service_id>/", catalogue.service_page, name="service"),
    path(f"{ROOT}dich-vu/<int:service_id>/openapi.json", catalogue.openapi, name="openapi"),
    path(f"{ROOT}dich-vu/<int:service_id>/de-nghi/", requests.ask, name="ask"),
    path(f"{ROOT}de-nghi/<str:code>/", requests.request_page, name="request"),
    path(f"{ROOT}de-nghi/<str:code>/<slug:step>/", requests.take_step, name="request_step"),
    path(f"{ROOT}quyen/", requests.grants, name="grants"),
    path(f"{ROOT}quyen/<str:code>/ket-thuc/", requests.end, name="end_grant"),
    path(f"{ROOT}mang/", network.network, name="network"),
    path(f"{ROOT}co-quan/", network.own_body, name="own_body"),
    path(f"{ROOT}co-quan/<slug:step>/", network.take_step, name="own_step"),
    path(f"{ROOT}ban-mang", network.snapshot, name="snapshot"),
]
