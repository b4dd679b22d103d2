"""Addresses of the citizen's and the desk's pages."""

from django.urls import path

from .views import (
    apply,
    assessment,
    catalogue,
    citizen,
    consultations,
    counter,
    delivery,
    desk,
    household,
    register,
    signing,
    track,
)

app_name = "services"
urlpatterns = [
    path("dich-vu-cong/", catalogue.search_page, name="catalogue"),
    path("dich-vu-cong/<str:procedure>/", catalogue.procedure_page, name="procedure"),
    path("dich-vu-cong/<str:procedure>/nop/", apply.choose_body, name="choose_body"),
    path("dich-vu-cong/<str:procedure>/nop/<int:organization_id>/", apply.begin, name="begin"),
    path("ho-so/khai/<uuid:draft_id>/", apply.resume, name="draft"),
    path("ho-so/khai/<uuid:draft_id>/xem-lai/", apply.review, name="review"),
    path("ho-so/khai/<uuid:draft_id>/bo/", apply.discard, name="discard"),
    path("ho-so/khai/<uuid:draft_id>/<slug:step>/", apply.step, name="step"),
    path("ho-so/", citizen.mine, name="mine"),
    path("ho-so/ca-nha/", household.household, name="household"),
    path("ho-so/<str:code>/", citizen.dossier_page, name="dossier"),
    path("ho-so/<str:code>/bo-sung/", citizen.supplement, name="supplement"),
    path("ho-so/<str:code>/rut/", citizen.withdraw, name="withdraw"),
    path("ho-so/<str:code>/danh-gia/", citizen.rate, name="rate"),
    path("ho-so/<str:code>/nhan-ket-qua/", delivery.mine, name="delivery"),
    path("ho-so/<str:code>/da-nhan/", delivery.arrived, name="arrived"),
    path("tra-cuu/", track.track_page, name="track"),
    path("mot-cua/tiep-nhan/", counter.counter, name="counter"),
    path("mot-cua/trinh-ky/", signing.signing_page, name="signing"),
    path("mot-cua/trinh-ky/ky/", signing.sign, name="sign"),
    path("mot-cua/so-theo-doi/", register.register_page, name="register"),
    path("mot-cua/so-theo-doi/csv/", register.register_csv, name="register_csv"),
    path("mot-cua/so-theo-doi/lap/", register.print_register, name="print_register"),
    path("mot-cua/y-kien/<str:code>/", consultations.consultation_page, name="consultation"),
    path("mot-cua/ho-so/<str:code>/", desk.dossier_page, name="desk_dossier"),
    path("mot-cua/tra-ket-qua/<str:code>/", delivery.at_desk, name="desk_delivery"),
    path("mot-cua/ho-so/<str:code>/<slug:step>/", desk.take_step, name="desk_step"),
    path("mot-cua/danh-gia/", assessment.assessments, name="assessments"),
    path("mot-cua/danh-gia/<int:body>/", assessment.assessment, name="assessment"),
    path(
        "mot-cua/danh-gia/<int:body>/<slug:evidence>/",
        assessment.behind,
        name="assessment_evidence",
    ),
]
