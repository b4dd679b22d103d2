"""Addresses of land: an officer's changes, one's own parcels."""

from django.urls import path

from .views import acts, mine

app_name = "land"
urlpatterns = [
    path("dat-dai/<str:record_code>/<slug:act>/", acts.act_page, name="act"),
    path("dat-cua-toi/", mine.mine_page, name="mine"),
    path("dat-cua-toi/<str:code>/", mine.parcel_page, name="parcel"),
]
