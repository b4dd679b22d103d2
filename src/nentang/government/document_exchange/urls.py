"""Addresses of the officer's pages."""

from django.urls import path

from .views import axis, documents

app_name = "document_exchange"
urlpatterns = [
    path("truc-van-ban/", documents.overview, name="overview"),
    path("truc-van-ban/den/<int:received_id>/", documents.received, name="received"),
    path("truc-van-ban/di/", documents.sent, name="sent"),
    path("truc-van-ban/di/<int:consignment_id>/", documents.consignment, name="consignment"),
    path("truc-van-ban/di/<int:consignment_id>/lay-lai/", documents.take_back, name="take_back"),
    path("truc-van-ban/khong-gui-duoc/", documents.dead, name="dead"),
    path("truc-van-ban/khong-gui-duoc/<int:delivery_id>/", documents.resend, name="resend"),
    path("truc-van-ban/doi-soat/", axis.proof, name="proof"),
    path("truc-van-ban/doi-soat/ngay/", axis.prove, name="prove"),
    path("truc-van-ban/danh-ba/", axis.directory, name="directory"),
    path("truc-van-ban/ket-noi/", axis.connections, name="connections"),
    path("truc-van-ban/ket-noi/tham-gia/", axis.join, name="join"),
    path("truc-van-ban/ket-noi/<str:code>/", axis.switch, name="switch"),
    path("truc-van-ban/bi-tu-choi/", axis.refused, name="refused"),
]
