"""Addresses of open data; those of datasets and versions stay for ever."""

from django.urls import path

from .views import office, public, requests, services

app_name = "open_data"
HERE = "du-lieu-mo/"
SET = f"{HERE}bo/<slug:code>/"
OFFICE = f"{HERE}co-quan/"
urlpatterns = [
    path(HERE, public.catalogue, name="catalogue"),
    path(f"{HERE}danh-muc.<slug:extension>", public.catalogue_file, name="catalogue_file"),
    path(f"{HERE}giay-phep/", public.licences, name="licences"),
    path(SET, public.dataset_page, name="dataset"),
    path(f"{SET}mo-ta.<slug:extension>", public.dataset_file, name="dataset_file"),
    path(f"{SET}ban/<int:number>/", public.release_page, name="release"),
    path(f"{SET}ban/<int:number>/tai/<slug:format>/", public.download, name="download"),
    path(f"{HERE}yeu-cau/", requests.answers, name="requests"),
    path(f"{HERE}yeu-cau/gui/", requests.ask, name="ask"),
    path(f"{HERE}yeu-cau/<str:code>/", requests.request_page, name="request"),
    path(f"{HERE}dich-vu/", services.gallery, name="services"),
    path(f"{HERE}dich-vu/dang-ky/", services.register, name="register_service"),
    path(OFFICE, office.office_page, name="office"),
    path(f"{OFFICE}nhan/", office.take_on, name="take_on"),
    path(f"{OFFICE}bo/<slug:code>/", office.dataset_page, name="kept"),
    path(f"{OFFICE}bo/<slug:code>/soan/", office.prepare, name="prepare"),
    path(f"{OFFICE}bo/<slug:code>/phan-loai/", office.classify, name="classify"),
    path(f"{OFFICE}ban/<int:release_id>/", office.review_page, name="review"),
    path(f"{OFFICE}ban/<int:release_id>/<slug:step>/", office.decide, name="decide"),
    path(f"{OFFICE}dich-vu/<int:service_id>/", office.decide_service, name="decide_service"),
    path(f"{OFFICE}yeu-cau/<str:code>/", requests.desk_request, name="desk_request"),
    path("so-lieu-mo/", public.former_figures, name="former"),
]
