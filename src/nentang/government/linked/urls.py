"""Addresses of linked matters."""

from django.urls import path

from .views import apply, by_hand, chain, offer, receipt

app_name = "linked"
MATTER = "viec-lien-thong/ho-so/<str:code>/"
DRAFT = "viec-lien-thong/khai/<uuid:draft_id>/"
PART = "viec-lien-thong/phan/<uuid:draft_id>/"
urlpatterns = [
    path(MATTER, chain.chain_page, name="chain"),
    path(f"{MATTER}rut/", chain.withdraw, name="withdraw"),
    path(f"{MATTER}tiep/<slug:part>/", by_hand.begin, name="go_on"),
    path(DRAFT, apply.resume, name="draft"),
    path(f"{DRAFT}xem-lai/", apply.review, name="review"),
    path(f"{DRAFT}bo/", apply.discard, name="discard"),
    path(f"{DRAFT}<slug:step>/", apply.step, name="step"),
    path("mot-cua/viec-lien-thong/<str:code>/bien-nhan/", receipt.receipt, name="receipt"),
    path(f"{PART}xem-lai/", by_hand.review, name="part_review"),
    path(f"{PART}<slug:step>/", by_hand.step, name="part_step"),
    path("viec-lien-thong/<slug:kind>/", offer.offer, name="offer"),
    path("viec-lien-thong/<slug:kind>/nop/", offer.choose_body, name="choose_body"),
    path("viec-lien-thong/<slug:kind>/nop/<int:organization_id>/", offer.begin, name="begin"),
]
