"""Addresses of identity: our pages, and allauth's under the names it looks up."""

from django.urls import include, path, re_path
from django.views.generic import RedirectView

from nentang.foundation.portal.public import for_everyone, for_person, later

from .context import View, second_factor_first
from .views import lost_factors, mandates, my_account, my_sessions, officers

person = for_person()
ACCOUNT, MFA, OIDC = "allauth.account.views.", "allauth.mfa.", "allauth.idp.oidc.views."
OUR = "nentang.foundation.identity.views."
sign_up = for_everyone(later(OUR + "sign_up.sign_up"))


def surely(view: View) -> View:
    """For pages that change how an account is protected."""
    return person(second_factor_first(view))


pages = [
    path("dang-ky/", sign_up, name="sign_up"),
    path("dang-nhap/thu/", for_everyone(later(OUR + "sign_in.demo_sign_in")), name="demo_sign_in"),
    path("dinh-danh/", my_account.my_account, name="account"),
    path("dinh-danh/lan-dang-nhap/", my_account.my_sign_ins, name="my_sign_ins"),
    path("dinh-danh/phien/", my_sessions.my_sessions, name="my_sessions"),
    path(
        "dinh-danh/chia-se/<int:consent_id>/rut-lai/",
        my_account.withdraw_consent,
        name="withdraw_consent",
    ),
    path("dinh-danh/nang-muc/", person(later(OUR + "step_up.step_up")), name="step_up"),
    path("dinh-danh/thay-mat/", mandates.act_for, name="act_for"),
    path("dinh-danh/uy-quyen/", mandates.grant_mandate, name="grant_mandate"),
    path(
        "dinh-danh/uy-quyen/<int:mandate_id>/thu-hoi/",
        mandates.revoke_mandate,
        name="revoke_mandate",
    ),
    path("quan-tri/can-bo/", officers.officers, name="officers"),
    path(
        "quan-tri/can-bo/<int:appointment_id>/ket-thuc/",
        officers.end_appointment,
        name="end_appointment",
    ),
    path("quan-tri/mat-xac-nhan/", lost_factors.lost_factors, name="lost_factors"),
    path("quan-tri/xac-minh/", officers.verify_person, name="verify_person"),
]

sign_in = [
    path("dang-nhap/", for_everyone(later(OUR + "sign_in.sign_in")), name="account_login"),
    path(
        "dang-nhap/buoc-hai/",
        for_everyone(later(MFA + "base.views.authenticate")),
        name="mfa_authenticate",
    ),
    path(
        "dang-nhap/khoa/",
        for_everyone(later(MFA + "webauthn.views.login_webauthn")),
        name="mfa_login_webauthn",
    ),
    path(
        "dang-nhap/da-dong/",
        for_everyone(later(ACCOUNT + "account_inactive")),
        name="account_inactive",
    ),
    path("dang-xuat/", for_everyone(later(ACCOUNT + "logout")), name="account_logout"),
    path("dang-ky/", sign_up, name="account_signup"),
]

password = [
    path(
        "dinh-danh/mat-khau/",
        person(later(ACCOUNT + "password_change")),
        name="account_change_password",
    ),
    path(
        "dinh-danh/mat-khau/dat/",
        person(later(ACCOUNT + "password_set")),
        name="account_set_password",
    ),
    path(
        "dinh-danh/xac-nhan/",
        person(later(ACCOUNT + "reauthenticate")),
        name="account_reauthenticate",
    ),
    path(
        "quen-mat-khau/",
        for_everyone(later(ACCOUNT + "password_reset")),
        name="account_reset_password",
    ),
    path(
        "quen-mat-khau/da-gui/",
        for_everyone(later(ACCOUNT + "password_reset_done")),
        name="account_reset_password_done",
    ),
    path(
        "quen-mat-khau/xong/",
        for_everyone(later(ACCOUNT + "password_reset_from_key_done")),
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^quen-mat-khau/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        for_everyone(later(ACCOUNT + "password_reset_from_key")),
        name="account_reset_password_from_key",
    ),
]

second_factors = [
    path(
        "dinh-danh/buoc-hai/",
        for_everyone(RedirectView.as_view(pattern_name="identity:account")),
        name="mfa_index",
    ),
    path(
        "dinh-danh/xac-nhan/ma/",
        person(later(MFA + "base.views.reauthenticate")),
        name="mfa_reauthenticate",
    ),
    path(
        "dinh-danh/xac-nhan/khoa/",
        person(later(MFA + "webauthn.views.reauthenticate_webauthn")),
        name="mfa_reauthenticate_webauthn",
    ),
    path(
        "dinh-danh/ma/bat/",
        surely(later(MFA + "totp.views.activate_totp")),
        name="mfa_activate_totp",
    ),
    path(
        "dinh-danh/ma/tat/",
        surely(later(MFA + "totp.views.deactivate_totp")),
        name="mfa_deactivate_totp",
    ),
    path(
        "dinh-danh/ma-du-phong/",
        surely(later(MFA + "recovery_codes.views.view_recovery_codes")),
        name="mfa_view_recovery_codes",
    ),
    path(
        "dinh-danh/ma-du-phong/tao/",
        surely(later(MFA + "recovery_codes.views.generate_recovery_codes")),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "dinh-danh/ma-du-phong/tai/",
        surely(later(MFA + "recovery_codes.views.download_recovery_codes")),
        name="mfa_download_recovery_codes",
    ),
    path(
        "dinh-danh/khoa/",
        person(later(MFA + "webauthn.views.list_webauthn")),
        name="mfa_list_webauthn",
    ),
    path(
        "dinh-danh/khoa/them/",
        surely(later(MFA + "webauthn.views.add_webauthn")),
        name="mfa_add_webauthn",
    ),
    path(
        "dinh-danh/khoa/<int:pk>/bo/",
        surely(later(MFA + "webauthn.views.remove_webauthn")),
        name="mfa_remove_webauthn",
    ),
    path(
        "dinh-danh/khoa/<int:pk>/ten/",
        surely(later(MFA + "webauthn.views.edit_webauthn")),
        name="mfa_edit_webauthn",
    ),
]

# Discovery, keys and tokens for programs; the device flow is not offered.
openid = [
    path(
        ".well-known/openid-configuration",
        for_everyone(later(OIDC + "configuration")),
        name="configuration",
    ),
    path(".well-known/jwks.json", for_everyone(later(OUR + "authorize.jwks")), name="jwks"),
    path(
        "openid/authorize",
        for_everyone(later(OUR + "authorize.authorize", for_programs=True)),
        name="authorization",
    ),
    path(
        "openid/token",
        for_everyone(later(OUR + "authorize.token", for_programs=True)),
        name="token",
    ),
    path(
        "openid/userinfo",
        for_everyone(later(OIDC + "user_info", for_programs=True)),
        name="userinfo",
    ),
    path("openid/revoke", for_everyone(later(OIDC + "revoke", for_programs=True)), name="revoke"),
    path("openid/logout", for_everyone(later(OIDC + "logout", for_programs=True)), name="logout"),
    path("openid/device", for_everyone(later(OUR + "authorize.not_offered")), name="device_code"),
]

urlpatterns = [
    path("", include((pages, "identity"))),
    *sign_in,
    *password,
    *second_factors,
    path("", include(([path("", include((openid, "oidc")))], "idp"))),
]
