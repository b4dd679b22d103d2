"""Every page of the site: who opens it, and what stands for each part of its address.

A page may be here more than once where it looks different in another state; `state` says which.
"""

from django.urls import URLPattern, URLResolver, get_resolver
from msgspec import field

from nentang.kernel.frozen import Frozen

ANYONE = ""


class Look(Frozen):
    """A page as somebody sees it. `who` and the values of `parts` are names of the scene."""

    app: str
    route: str
    who: str = ANYONE
    state: str = ""
    query: str = ""
    parts: dict[str, str] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        """The name of its pictures."""
        route = _without_kinds(self.route) or "trang-dau"
        kept = "".join(c if c.isalnum() or c in "-/" else " " for c in route)
        words = [*kept.replace("/", " ").split(), *self.state.split()]
        return "-".join(words)

    def address(self, values: dict[str, str]) -> str:
        """Where it stands, with the values of a scene."""
        route = _without_kinds(self.route)
        for name, value in self.parts.items():
            route = route.replace(f"<{name}>", values[value])
        return f"/{route}{self.query}"


def routes() -> set[str]:
    """Every address of the site that says for whom it is, other programs' interface apart."""
    return set(_routes("", get_resolver().url_patterns))


def _routes(prefix: str, patterns: list[URLPattern | URLResolver]) -> list[str]:
    found: list[str] = []
    for pattern in patterns:
        here = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            found += [here] if hasattr(pattern.callback, "audience") else []
        elif here != "api/v1/":
            found += _routes(here, pattern.url_patterns)
    return found


def _without_kinds(route: str) -> str:
    for kind in ("str:", "int:", "uuid:", "slug:"):
        route = route.replace(f"<{kind}", "<")
    return route


def _many(app: str, who: str, *routes: str, **parts: str) -> list[Look]:
    return [
        Look(app, route, who, parts={k: v for k, v in parts.items() if f":{k}>" in route})
        for route in routes
    ]


FACTORS = "dinh-danh/"
DESK = "mot-cua/quay/<int:organization_id>/"
DRAFT = "thu-tuc/ban-soan/<uuid:draft_id>/"
MINE = "dinh-danh/du-lieu-ve-toi/"
LINKED = "viec-lien-thong/"
OPEN = "du-lieu-mo/"
ENTRY = "ho-tich/viec/<slug:kind>/<str:code>/"
PAPER = "ho-tich/so-giay/<int:number>/"
REGISTER = "co-so-du-lieu/<slug:register>/"
RECORD = f"{REGISTER}ban-ghi/<str:record_code>/"
SHARED = "chia-se-du-lieu/"
AXIS = "truc-van-ban/"
OFFICE = "van-thu/"
INDEX = "chi-so-dti/"
OVERVIEW = "tong-quan/"
TASKS = "nhiem-vu/"
LEDGERS = "so-dang-ky/"
LEDGER = f"{LEDGERS}<slug:register>/"
TARGETS = "muc-tieu/"
DOCUMENTS = "document_clerk"
LOOKS: list[Look] = [
    *_many("portal", ANYONE, "", "ve-trang-nay/", "giao-dien/", "khong-co-trang-nay/"),
    Look("portal", "", "mother", "signed-in"),
    Look("portal", "", "clerk", "officer"),
    *_many("audit", "done", "ai-da-xem/"),
    *_many("outbox", "administrator", "quan-tri/su-kien/"),
    Look("organizations", "dia-gioi/", query="?q=yen"),
    Look("organizations", "dia-gioi/<str:code>/", parts={"code": "unit"}),
    *_many("identity", ANYONE, "dang-nhap/", "dang-ky/", "quen-mat-khau/", "quen-mat-khau/da-gui/"),
    *_many("identity", ANYONE, "quen-mat-khau/xong/", "dang-nhap/da-dong/"),
    *_many("identity", "mother", f"{FACTORS}phien/"),
    *_many("identity", "mother", FACTORS, f"{FACTORS}lan-dang-nhap/", f"{FACTORS}nang-muc/"),
    *_many("identity", "mother", f"{FACTORS}thay-mat/", f"{FACTORS}uy-quyen/", f"{FACTORS}khoa/"),
    *_many("identity", "mother", f"{FACTORS}mat-khau/", f"{FACTORS}ma/bat/", "dang-xuat/"),
    *_many("identity", "mother", f"{FACTORS}khoa/them/", f"{FACTORS}xac-nhan/"),
    *_many("identity", "administrator", "quan-tri/can-bo/"),
    *_many("identity", "clerk", "quan-tri/xac-minh/", "quan-tri/mat-xac-nhan/"),
    *_many("documents", "done", "giay-to/"),
    Look("documents", "giay-to/<uuid:public_id>/", "done", parts={"public_id": "paper"}),
    *_many("documents", ANYONE, "xac-minh/"),
    Look("documents", "xac-minh/<str:code>/", parts={"code": "paper_code"}),
    *_many("notifications", "done", "thong-bao/", "thong-bao/tuy-chon/"),
    *_many("notifications", ANYONE, "thong-bao/hop-thu-di/"),
    *_many("forms", ANYONE, "giao-dien/bieu-mau/"),
    *_many("casework", "clerk", "viec/"),
    *_many("casework", "leader", "viec/dieu-hanh/", "viec/tre-han/", "viec/thoi-gian/"),
    *_many("registers", "registrar", "co-so-du-lieu/", REGISTER, register="register"),
    *_many("registers", "registrar", RECORD, register="register", record_code="citizen"),
    *_many("registers", "registrar", f"{REGISTER}trung/", f"{REGISTER}nhap/", register="register"),
    Look("payments", "thanh-toan/<str:code>/", "owing", parts={"code": "payment"}),
    *_many("payments", "clerk", "thu-phi/", "thu-phi/doi-chieu/", "thu-phi/hoan-tra/"),
    *_many("payments", "clerk", "thu-phi/ngan-sach/"),
    Look(
        "payments",
        "thu-phi/ngan-sach/<str:month>/<slug:key>/",
        "clerk",
        parts={"month": "revenue_month", "key": "revenue_key"},
    ),
    Look("payments", "thu-phi/sai-lech/<str:code>/", "clerk", parts={"code": "break"}),
    Look("payments", "thu-phi/<str:code>/hoan-tra/", "clerk", parts={"code": "paid"}),
    Look("payments", "thu-phi/<str:code>/tien-mat/", "cashier", parts={"code": "payment"}),
    *_many("catalogue", "writer", "thu-tuc/", "thu-tuc/<str:procedure>/", procedure="birth"),
    *_many("catalogue", "writer", DRAFT, draft_id="bundle"),
    Look(
        "catalogue",
        f"{DRAFT}<slug:sheet>/",
        "writer",
        parts={"draft_id": "bundle", "sheet": "sheet"},
    ),
    Look(
        "catalogue",
        f"{DRAFT}xem/<slug:step>/",
        "writer",
        parts={"draft_id": "bundle", "step": "step"},
    ),
    Look("services", "dich-vu-cong/"),
    Look("services", "dich-vu-cong/", state="found", query="?q=khai+sinh"),
    Look("services", "dich-vu-cong/", state="nothing", query="?q=zzzz"),
    Look("services", "dich-vu-cong/<str:procedure>/", parts={"procedure": "birth"}),
    Look("services", "dich-vu-cong/<str:procedure>/nop/", "mother", parts={"procedure": "birth"}),
    Look(
        "services",
        "ho-so/khai/<uuid:draft_id>/<slug:step>/",
        "mother",
        parts={"draft_id": "draft", "step": "step"},
    ),
    Look("services", "ho-so/khai/<uuid:draft_id>/xem-lai/", "mother", parts={"draft_id": "draft"}),
    *_many("services", "done", "ho-so/", "ho-so/ca-nha/"),
    Look("services", "ho-so/<str:code>/", "done", "done", parts={"code": "done"}),
    Look("services", "ho-so/<str:code>/", "working", "working", parts={"code": "working"}),
    Look("services", "ho-so/<str:code>/", "asked", "asked", parts={"code": "asked"}),
    Look("services", "ho-so/<str:code>/bo-sung/", "asked", parts={"code": "asked"}),
    Look("services", "ho-so/<str:code>/rut/", "working", parts={"code": "working"}),
    Look("services", "ho-so/<str:code>/danh-gia/", "done", parts={"code": "done"}),
    Look("services", "ho-so/<str:code>/nhan-ket-qua/", "working", parts={"code": "working"}),
    Look("services", "tra-cuu/"),
    *_many("services", "clerk", "mot-cua/tiep-nhan/", "mot-cua/so-theo-doi/"),
    *_many("services", "leader", "mot-cua/trinh-ky/"),
    Look("services", "mot-cua/y-kien/<str:code>/", "adviser", parts={"code": "consultation"}),
    Look("services", "mot-cua/ho-so/<str:code>/", "clerk", "new", parts={"code": "new"}),
    Look("services", "mot-cua/ho-so/<str:code>/", "clerk", "working", parts={"code": "working"}),
    Look("services", "mot-cua/ho-so/<str:code>/", "leader", "decide", parts={"code": "deciding"}),
    Look("services", "mot-cua/tra-ket-qua/<str:code>/", "clerk", parts={"code": "done"}),
    *_many("services", "inspector", "mot-cua/danh-gia/"),
    Look("services", "mot-cua/danh-gia/<int:body>/", "leader", parts={"body": "body"}),
    Look(
        "services",
        "mot-cua/danh-gia/<int:body>/<slug:evidence>/",
        "leader",
        parts={"body": "body", "evidence": "evidence"},
    ),
    *_many("status_sync", "administrator", "lien-thong/"),
    *_many("document_exchange", DOCUMENTS, AXIS, f"{AXIS}di/", f"{AXIS}khong-gui-duoc/"),
    *_many("document_exchange", DOCUMENTS, f"{AXIS}doi-soat/", f"{AXIS}danh-ba/"),
    *_many("document_exchange", DOCUMENTS, f"{AXIS}den/<int:received_id>/", received_id="received"),
    *_many(
        "document_exchange",
        DOCUMENTS,
        f"{AXIS}di/<int:consignment_id>/",
        consignment_id="consignment",
    ),
    *_many("document_exchange", "administrator", f"{AXIS}ket-noi/", f"{AXIS}bi-tu-choi/"),
    *_many("office", DOCUMENTS, OFFICE, f"{OFFICE}den/", f"{OFFICE}den/them/", f"{OFFICE}di/"),
    *_many("office", DOCUMENTS, f"{OFFICE}di/soan/", f"{OFFICE}ho-so/", f"{OFFICE}ky-hieu/"),
    *_many("office", DOCUMENTS, f"{OFFICE}den/<str:code>/", code="came"),
    *_many("office", DOCUMENTS, f"{OFFICE}di/<str:code>/", code="outgoing"),
    *_many("office", DOCUMENTS, f"{OFFICE}di/<str:code>/sua/", code="outgoing"),
    *_many("office", DOCUMENTS, f"{OFFICE}ho-so/<str:code>/", code="work_file"),
    *_many("queue", ANYONE, "lay-so/"),
    Look("queue", "lay-so/<int:organization_id>/", "mother", parts={"organization_id": "desk"}),
    Look("queue", "so/<str:code>/", parts={"code": "ticket"}),
    Look("queue", "sanh/<str:hall_key>/", parts={"hall_key": "hall"}),
    Look("queue", "sanh/<str:hall_key>/<str:code>/", parts={"hall_key": "hall", "code": "ticket"}),
    Look("queue", "man-hinh/<int:organization_id>/", parts={"organization_id": "desk"}),
    *_many("queue", "desk_clerk", "mot-cua/quay/"),
    Look(
        "queue",
        f"{DESK}<int:number>/",
        "desk_clerk",
        parts={"organization_id": "desk", "number": "window"},
    ),
    Look("queue", f"{DESK}thiet-lap/", "desk_leader", parts={"organization_id": "desk"}),
    Look("queue", f"{DESK}so-lieu/", "desk_leader", parts={"organization_id": "desk"}),
    *_many("indicators", ANYONE, "dieu-hanh/"),
    Look("indicators", "dieu-hanh/", "province", "province", query="?don-vi=83"),
    Look("indicators", "dieu-hanh/du-kien/", "province", query="?chi-so=services.online"),
    *_many("programme", ANYONE, "muc-tieu/"),
    *_many("complaints", "mother", "khieu-nai/"),
    *_many("open_data", ANYONE, OPEN, f"{OPEN}giay-phep/", f"{OPEN}yeu-cau/", f"{OPEN}dich-vu/"),
    *_many("open_data", "mother", f"{OPEN}yeu-cau/gui/", f"{OPEN}dich-vu/dang-ky/"),
    *_many("linked", "mother", f"{LINKED}<slug:kind>/", f"{LINKED}<slug:kind>/nop/", kind="linked"),
    *_many("personal_data", ANYONE, "du-lieu-ca-nhan/"),
    *_many("personal_data", "mother", MINE, f"{MINE}yeu-cau/"),
]

NOT_PAGES = {
    "sends the browser on": [
        "dinh-danh/buoc-hai/",
        "viec/<str:code>/",
        "so-lieu-mo/",
        f"{OPEN}co-quan/nhan/",
        f"{OPEN}co-quan/bo/<slug:code>/soan/",
        f"{OPEN}co-quan/bo/<slug:code>/phan-loai/",
        f"{OPEN}co-quan/ban/<int:release_id>/<slug:step>/",
        f"{OPEN}co-quan/dich-vu/<int:service_id>/",
        "ho-so/khai/<uuid:draft_id>/",
        "thanh-toan/<str:code>/tro-ve/",
        f"{PAPER}nhap/",
    ],
    "a file": [
        "tep/<uuid:public_id>/",
        "dia-gioi/<str:code>/chuyen-doi.csv",
        "thu-phi/tai-ve/",
        "thu-phi/ngan-sach/tai-ve/",
        f"{REGISTER}nhap/mau/",
        f"{REGISTER}nhap/<int:number>/loi/",
        f"{DRAFT}tep/",
        "mot-cua/so-theo-doi/csv/",
        "truong-lop/tai-ve/",
        "dieu-hanh/bang.csv",
        "bao-cao/tong-hop/tai/",
        f"{TASKS}danh-sach.csv",
        "bao-cao/<str:code>/bieu-mau.xlsx",
        f"{OPEN}danh-muc.<slug:extension>",
        f"{OPEN}bo/<slug:code>/mo-ta.<slug:extension>",
        f"{OPEN}bo/<slug:code>/ban/<int:number>/tai/<slug:format>/",
        f"{INDEX}bang.csv",
        f"{OVERVIEW}so-sanh/bang.csv",
        f"{OVERVIEW}so-sanh/bang.json",
        f"{OVERVIEW}nhung/<str:indicator>/anh.svg",
        f"{OVERVIEW}nhung/<str:indicator>/anh.png",
        f"{OFFICE}den/so.pdf",
        f"{OFFICE}di/so.pdf",
        f"{OFFICE}di/<str:code>/ban-in.pdf",
        f"{OFFICE}ho-so/<str:code>/muc-luc.pdf",
        "muc-tieu/bang.csv",
        "muc-tieu/<str:code>/so-lieu.csv",
        f"{LEDGER}bang.csv",
        "bieu-mau/<str:code>/<int:version>/luoc-do.json",
        f"{FACTORS}ma-du-phong/tai/",
        f"{SHARED}dich-vu/<int:service_id>/openapi.json",
        f"{SHARED}ban-mang",
    ],
    "part of a page": [
        "bieu-mau/don-vi/",
        "thanh-toan/<str:code>/tinh-trang/",
        "man-hinh/<int:organization_id>/bang/",
        f"{OVERVIEW}tai-lieu/<str:code>/tien-do/",
        f"{DESK}<int:number>/hang-cho/",
        "giao-dien/bieu-mau/<slug:step>/",
    ],
    "for programs": [
        ".well-known/openid-configuration",
        ".well-known/jwks.json",
        "openid/authorize",
        "openid/token",
        "openid/userinfo",
        "openid/revoke",
        "openid/logout",
        "openid/device",
    ],
    "seen by the tests of signing in, which have a key or a letter": [
        "dang-nhap/buoc-hai/",
        "dang-nhap/khoa/",
        f"{FACTORS}mat-khau/dat/",
        f"{FACTORS}xac-nhan/ma/",
        f"{FACTORS}xac-nhan/khoa/",
        f"{FACTORS}ma/tat/",
        f"{FACTORS}ma-du-phong/",
        f"{FACTORS}ma-du-phong/tao/",
        f"{FACTORS}khoa/<int:pk>/bo/",
        f"{FACTORS}khoa/<int:pk>/ten/",
        "^quen-mat-khau/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
    ],
    "looked at, with axe, by the browser tests of its own app": [
        TASKS,
        f"{TASKS}danh-sach/",
        f"{TASKS}bang/",
        f"{TASKS}van-ban/<str:code>/",
        f"{TASKS}ban-chi-dao/",
        f"{TASKS}ban-chi-dao/ghi/",
        f"{TASKS}cua-toi/",
        f"{TASKS}cua-toi/qua-han/",
        f"{TASKS}viec/<str:code>/",
        f"{TASKS}viec/<str:code>/giao-xuong/",
        f"{TASKS}nhap/",
        f"{TASKS}nhap/<str:code>/",
        f"{TASKS}nhap/<str:code>/dong/<int:line>/",
        "bao-cao/",
        "bao-cao/ganh-nang/",
        "bao-cao/theo-doi/",
        "bao-cao/tong-hop/",
        "bao-cao/<str:code>/",
        "bao-cao/<str:code>/ban/<int:number>/",
        f"{OPEN}bo/<slug:code>/",
        f"{OPEN}bo/<slug:code>/ban/<int:number>/",
        f"{OPEN}yeu-cau/<str:code>/",
        f"{OPEN}co-quan/",
        f"{OPEN}co-quan/bo/<slug:code>/",
        f"{OPEN}co-quan/ban/<int:release_id>/",
        f"{OPEN}co-quan/yeu-cau/<str:code>/",
        OVERVIEW,
        f"{OVERVIEW}so-sanh/",
        f"{OVERVIEW}nhung/",
        f"{OVERVIEW}nhung/<str:indicator>/",
        f"{OVERVIEW}cach-tinh/",
        f"{OVERVIEW}cach-tinh/<str:indicator>/",
        f"{OVERVIEW}tai-lieu/",
        f"{OVERVIEW}tai-lieu/<str:code>/",
        INDEX,
        f"{INDEX}so-sanh/",
        f"{INDEX}cach-tinh/",
        f"{INDEX}noi/<str:unit_code>/",
        f"{INDEX}noi/<str:unit_code>/tung-nam/",
        f"{INDEX}phieu/",
        f"{INDEX}phieu/<str:code>/",
        f"{INDEX}dot/mo/",
        f"{INDEX}dot/<int:round_id>/",
        f"{TARGETS}<str:code>/",
        f"{TARGETS}<str:code>/ban/<int:number>/",
        f"{TARGETS}co-quan/",
        f"{TARGETS}co-quan/them/",
        f"{TARGETS}co-quan/<str:code>/",
        LEDGERS,
        f"{LEDGERS}cua-toi/",
        f"{LEDGERS}co-quan/",
        LEDGER,
        f"{LEDGER}gui/",
        f"{LEDGER}<str:code>/",
        f"{LEDGER}<str:code>/ban/<int:number>/",
        f"{LEDGERS}co-quan/<slug:register>/them/",
        f"{LEDGERS}muc/<str:code>/",
        f"{LEDGERS}cua-toi/<str:code>/",
        "truong-lop/",
        "canh-bao/",
        "canh-bao/<str:code>/",
        "dat-dai/<str:record_code>/<slug:act>/",
        "dat-cua-toi/",
        "dat-cua-toi/<str:code>/",
        f"{MINE}<uuid:export_id>/",
        f"{MINE}yeu-cau/<str:code>/",
        "bao-ve-du-lieu/",
        "bao-ve-du-lieu/lenh-giu/",
        "bao-ve-du-lieu/vi-pham/",
        f"{RECORD}lich-su/",
        f"{REGISTER}trung/<int:number>/",
        f"{REGISTER}nhap/<int:number>/",
        "xem-lai/<str:code>/",
        "bao-ve-du-lieu/yeu-cau/<str:code>/",
        SHARED,
        f"{SHARED}mang/",
        f"{SHARED}quyen/",
        f"{SHARED}co-quan/",
        f"{SHARED}dich-vu/<int:service_id>/",
        f"{SHARED}dich-vu/<int:service_id>/de-nghi/",
        f"{SHARED}de-nghi/<str:code>/",
        "ho-so/<str:code>/khieu-nai/",
        "khieu-nai/<str:code>/",
        "khieu-nai/<str:code>/lan-hai/",
        "khieu-nai/<str:code>/rut/",
        "mot-cua/giai-trinh/<str:code>/",
        "mot-cua/khieu-nai/<str:code>/",
        "mot-cua/khieu-nai/<str:code>/bien-nhan/",
        "mot-cua/ghi-khieu-nai/<int:mandate_id>/",
        "mot-cua/ghi-khieu-nai/<int:mandate_id>/<str:code>/",
        "mot-cua/lam-thay/",
        "mot-cua/viec-lien-thong/<str:code>/bien-nhan/",
        f"{LINKED}<slug:kind>/nop/<int:organization_id>/",
        f"{LINKED}ho-so/<str:code>/",
        f"{LINKED}ho-so/<str:code>/rut/",
        f"{LINKED}ho-so/<str:code>/tiep/<slug:part>/",
        f"{LINKED}khai/<uuid:draft_id>/",
        f"{LINKED}khai/<uuid:draft_id>/<slug:step>/",
        f"{LINKED}khai/<uuid:draft_id>/xem-lai/",
        f"{LINKED}phan/<uuid:draft_id>/<slug:step>/",
        f"{LINKED}phan/<uuid:draft_id>/xem-lai/",
        f"{OFFICE}phoi-hop/<str:code>/",
        "ho-tich/",
        "ho-tich/cho-ghi/",
        "ho-tich/ghi/<slug:kind>/",
        "ho-tich/ghi-viec-cu/<slug:kind>/",
        "ho-tich/ho-so/<str:code>/",
        "ho-tich/so-giay/",
        PAPER,
        f"{PAPER}dong/<int:line>/",
        f"{ENTRY}trich-luc/",
        f"{ENTRY}thay-doi/",
        f"{ENTRY}cham-dut/",
    ],
    "takes only what a form sends": [
        f"{TARGETS}co-quan/<str:code>/<slug:step>/",
        f"{TARGETS}<str:code>/vuong-mac/",
        f"{TARGETS}vuong-mac/<int:obstacle_id>/go/",
        f"{LEDGERS}muc/<str:code>/buoc/",
        f"{LEDGERS}muc/<str:code>/tep/",
        f"{LEDGERS}cua-toi/<str:code>/buoc/",
        "bao-cao/<str:code>/<slug:step>/",
        f"{TASKS}viec/<str:code>/<slug:step>/",
        f"{TASKS}nhap/<str:code>/<slug:step>/",
        "bao-cao/<str:code>/nap-tep/",
        f"{INDEX}phieu/<str:code>/<slug:step>/",
        f"{INDEX}dot/<int:round_id>/<slug:step>/",
        "ho-tich/ho-so/<str:code>/cap-so/",
        f"{PAPER}dong/<int:line>/khong-doc-duoc/",
        f"{MINE}xin/",
        f"{MINE}yeu-cau/<str:code>/rut/",
        "bao-ve-du-lieu/lenh-giu/<int:hold_id>/go/",
        "bao-ve-du-lieu/vi-pham/<str:code>/thong-bao/",
        "mot-cua/khieu-nai/<str:code>/<slug:step>/",
        f"{SHARED}de-nghi/<str:code>/<slug:step>/",
        f"{SHARED}quyen/<str:code>/ket-thuc/",
        f"{SHARED}co-quan/<slug:step>/",
        f"{OFFICE}den/<str:code>/<slug:step>/",
        f"{OFFICE}di/<str:code>/<slug:step>/",
        f"{OFFICE}di/<str:code>/gop-y/",
        f"{OFFICE}ho-so/<str:code>/ket-thuc/",
        f"{OFFICE}xep/<str:code>/",
        f"{LINKED}khai/<uuid:draft_id>/bo/",
        "ngon-ngu/",
        "quan-tri/su-kien/<int:delivery_id>/giao-lai/",
        "dang-nhap/thu/",
        f"{FACTORS}chia-se/<int:consent_id>/rut-lai/",
        f"{FACTORS}uy-quyen/<int:mandate_id>/thu-hoi/",
        "quan-tri/can-bo/<int:appointment_id>/ket-thuc/",
        "thong-bao/da-doc/",
        "thong-bao/<int:message_id>/da-doc/",
        "thong-bao/trinh-duyet/",
        "thong-bao/bien-nhan/tin-nhan/",
        "bieu-mau/ban-khai/<uuid:draft_id>/<slug:step>/luu/",
        "bieu-mau/ban-khai/<uuid:draft_id>/doc-anh/",
        "viec/nhan/",
        "viec/giao/",
        "thanh-toan/thong-bao/<str:gateway>/",
        "thanh-toan/<str:code>/nop/<str:gateway>/",
        "thu-phi/hoan-tra/<str:code>/duyet/",
        "thu-phi/hoan-tra/<str:code>/tra-tien/",
        "thu-tuc/<str:procedure>/soan/",
        f"{DRAFT}thu/",
        f"{DRAFT}lam/<slug:step>/",
        "dich-vu-cong/<str:procedure>/nop/<int:organization_id>/",
        "ho-so/khai/<uuid:draft_id>/bo/",
        "ho-so/<str:code>/da-nhan/",
        "mot-cua/trinh-ky/ky/",
        "mot-cua/so-theo-doi/lap/",
        "mot-cua/ho-so/<str:code>/<slug:step>/",
        "lien-thong/<str:code>/",
        f"{AXIS}di/<int:consignment_id>/lay-lai/",
        f"{AXIS}khong-gui-duoc/<int:delivery_id>/",
        f"{AXIS}doi-soat/ngay/",
        f"{AXIS}ket-noi/tham-gia/",
        f"{AXIS}ket-noi/<str:code>/",
        "so/<str:code>/bo/",
        "so/<str:code>/tro-lai/",
        f"{DESK}<int:number>/<slug:step>/",
    ],
}
