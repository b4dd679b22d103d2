"""Addresses of the registers."""

from django.urls import path

from .views import desk, public, send

ROOT = "so-dang-ky/"
ENTRY = f"{ROOT}muc/<str:code>/"
REGISTER = f"{ROOT}<slug:register>/"
app_name = "small_registers"
urlpatterns = [
    path(ROOT, public.index, name="index"),
    path(f"{ROOT}co-quan/", desk.mine, name="desk"),
    path(f"{ROOT}co-quan/<slug:register>/them/", desk.enter, name="enter"),
    path(ENTRY, desk.desk_entry, name="desk_entry"),
    path(f"{ENTRY}buoc/", desk.step, name="step"),
    path(f"{ENTRY}tep/", desk.attach, name="attach"),
    path(f"{ROOT}cua-toi/", send.mine, name="mine"),
    path(f"{ROOT}cua-toi/<str:code>/", send.own, name="own"),
    path(f"{ROOT}cua-toi/<str:code>/buoc/", send.own_step, name="own_step"),
    path(REGISTER, public.register_page, name="register"),
    path(f"{REGISTER}bang.csv", public.register_file, name="file"),
    path(f"{REGISTER}gui/", send.send, name="send"),
    path(f"{REGISTER}<str:code>/", public.entry_page, name="entry"),
    path(f"{REGISTER}<str:code>/ban/<int:number>/", public.version_page, name="version"),
]
