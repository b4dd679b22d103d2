"""An invented plan of Bến Tre that assigns tasks: read from a word file, confirmed, handed on, done, late, extended.

Nothing of it stands in any real plan; symbols and results say that they are for trying.
"""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from xml.sax.saxutils import escape

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.public import organization_for
from nentang.foundation.outbox.public import deliver_events
from nentang.kernel.clock import at_local
from nentang.measure.tasks import actions
from nentang.measure.tasks.models import Decision, Task
from nentang.measure.tasks.rules.intake import DecisionHead, Paper, Part, Shown

from .bodies import BEN_TRE, NINH_BINH
from .cast import FOUNDED, Office
from .stage import Stage

SYMBOL, DECIDED = "99/KH-UBND (thử nghiệm)", date(2020, 6, 15)
READ, BEGUN, TURNED = date(2020, 6, 22), date(2020, 6, 29), date(2020, 9, 10)
HEAD = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Thời hạn")
ROWS = (
    ("I", "Phát triển nền tảng số", "", "", "", ""),
    ("1", "Lập danh mục cơ sở dữ liệu dùng chung của tỉnh", "Sở TT&TT", "Các sở, ngành", "Danh mục", "Quý III/2020"),
    ("2", "Vận hành nền tảng tích hợp, chia sẻ dữ liệu của tỉnh", "Sở TT&TT", "Văn phòng UBND tỉnh", "Nền tảng", "Trước 30/11/2020"),
    ("3", "Nối hệ thống một cửa với cổng dịch vụ công quốc gia", "Văn phòng UBND tỉnh", "Sở TT&TT", "Biên bản nối thử", "Tháng 10/2020"),
    ("4", "Phủ mạng không dây ở trung tâm xã", "Sở TT&TT", "UBND các huyện, thành phố", "Danh sách điểm phủ", "2021 - 2025"),
    ("5", "Diễn tập ứng cứu sự cố an toàn thông tin", "Sở TT&TT", "", "Báo cáo diễn tập", "Quý I/2021"),
    ("II", "Chính quyền số", "", "", "", ""),
    ("6", "Đưa dịch vụ công đất đai lên mức độ 4", "Sở TN&MT", "Sở TT&TT", "Danh mục dịch vụ", "Quý IV/2020"),
    ("7", "Số hóa hồ sơ địa chính của năm xã", "Sở TN&MT", "{huyen}", "Hồ sơ số", "Trước 31/10/2020"),
    ("8", "Số hóa sổ hộ tịch", "{huyen}", "Sở Tư pháp", "Sổ hộ tịch số", "Trước 15/12/2020"),
    ("9", "Trả kết quả hồ sơ bằng bản điện tử ở mọi xã", "{huyen}", "Văn phòng UBND tỉnh", "Báo cáo", "Trước 31/3/2021"),
    ("10", "Rà soát thủ tục đủ điều kiện làm trọn trực tuyến", "Văn phòng UBND tỉnh", "Sở Tư pháp", "Danh mục thủ tục", "Quý II/2021"),
    ("11", "Ký số văn bản đi ở mọi cơ quan", "Sở Nội vụ", "Sở TT&TT", "Báo cáo", "Thường xuyên"),
    ("12", "Kiểm tra việc xử lý hồ sơ trên môi trường mạng", "Thanh tra tỉnh", "", "Kết luận", "Hằng năm"),
    ("III", "Kinh tế số", "", "", "", ""),
    ("13", "Đưa nông sản của hợp tác xã lên sàn", "Sở Nông nghiệp và PTNT", "Sở Công Thương", "Danh sách sản phẩm", "Quý II/2021"),
    ("14", "Gắn mã địa chỉ số cho hộ kinh doanh", "{huyen}", "Sở TT&TT", "Danh sách mã", "Trước 30/10/2020"),
    ("15", "Bồi dưỡng chủ hộ về thanh toán không tiền mặt", "Sở Công Thương", "", "Báo cáo lớp", "Hằng quý"),
    ("16", "Thống kê doanh nghiệp dùng hóa đơn điện tử", "Sở Tài chính", "Sở KH&ĐT", "Bảng thống kê", "Quý I/2021"),
    ("IV", "Xã hội số", "", "", "", ""),
    ("17", "Sổ liên lạc điện tử ở mọi trường", "Sở GD&ĐT", "", "Báo cáo", "Trước 31/5/2021"),
    ("18", "Khám bệnh từ xa ở trạm y tế", "Sở Y tế", "", "Danh sách trạm", "Quý III/2021"),
    ("19", "Tổ công nghệ giúp dân ở mọi ấp", "{huyen}", "Đoàn thanh niên", "Danh sách tổ", "Quý IV/2021"),
    ("20", "Truyền thanh thông minh ở năm xã", "Sở VHTTDL", "", "Danh sách xã", "Tháng 12/2020"),
    ("21", "Mở lớp kỹ năng số cho cán bộ xã", "Sở Nội vụ", "", "Danh sách lớp", "Quý I/2021"),
    ("22", "Khảo sát mức hài lòng của người dân", "Hội đồng tư vấn", "", "Báo cáo khảo sát", "Quý IV/2020"),
    ("23", "Tuyên truyền về chuyển đổi số", "Các cơ quan báo chí", "", "Tin, bài", "Thường xuyên"),
)  # fmt: skip
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def play_assignments(stage: Stage, *, until: datetime) -> None:
    """Play it all; some rows stay open, a result and an extension wait for the visitor."""
    bureau, district = stage.bureaus[2], stage.places[0][1]
    decision = actions.import_decision(
        head=DecisionHead(
            organization_id=bureau.organization_id,
            symbol=SYMBOL,
            title="Kế hoạch chuyển đổi số tỉnh Bến Tre (bản bịa ra để dùng thử)",
            issuer="Ủy ban nhân dân tỉnh Bến Tre",
            decided_on=DECIDED,
        ),
        content=_word_file(
            f"UBND {district.unit.full_name[0].lower()}{district.unit.full_name[1:]}"
        ),
        filename="ke-hoach-thu-nghiem.docx",
        actor=bureau.specialist,
        at=at_local(READ, time(8)),
    )
    ready = [row.number for row in decision.rows.all() if row.is_complete]
    actions.confirm_rows(
        decision=decision.code, numbers=ready, actor=bureau.specialist, at=at_local(READ, time(10))
    )
    _departments(stage, decision)
    _district(stage, decision)
    _steer(stage)
    actions.climb_ladder(at=at_local(READ, time(11)))
    actions.count_due(at=until)
    actions.count_steering(at=until)
    while deliver_events(at=until, limit=200):
        pass


def _departments(stage: Stage, decision: Decision) -> None:
    """Two done in time, one late, one returned, one waiting to be judged."""
    judge, office = stage.bureaus[2].head, stage.communications
    for item, reported in (("1", date(2020, 9, 21)), ("2", date(2020, 12, 11))):
        task = _begun(decision, item, office)
        _shown(task, office.clerk, "Đã hoàn thành và nghiệm thu (nội dung thử nghiệm).", reported)
        _accepted(task, judge, reported)
    task = _begun(decision, "5", office)
    _shown(task, office.clerk, "Đã diễn tập một lần (nội dung thử nghiệm).", date(2020, 12, 15))
    actions.return_result(
        code=task.code,
        reason="Thiếu danh sách cơ quan tham gia, bổ sung rồi báo cáo lại (nội dung thử nghiệm).",
        actor=judge,
        at=at_local(date(2020, 12, 17), time(9)),
    )
    land = stage.land.department
    _begun(decision, "7", land)
    waiting = _begun(decision, "6", land)
    _shown(waiting, land.clerk, "Đã công bố danh mục (nội dung thử nghiệm).", date(2020, 12, 28))


def _district(stage: Stage, decision: Decision) -> None:
    """One handed on to the communes, one extended, one that asks for time, one done."""
    district, bureau = stage.places[0][1], stage.bureaus[2]
    below = [commune for commune, above in stage.places if above is district]
    whole = _begun(decision, "9", district)
    parts = actions.cascade_task(
        code=whole.code,
        parts=[Part(commune.organization_id, "", date(2020, 12, 25)) for commune in below],
        actor=district.clerk,
        at=at_local(BEGUN, time(10)),
    )
    for number, (part, commune) in enumerate(zip(parts, below, strict=True)):
        if number % 3 == 0:
            continue
        _shown(
            part, commune.clerk, "Mọi kết quả đã có bản điện tử (thử nghiệm).", date(2020, 12, 18)
        )
        if number % 3 == 1:
            _accepted(part, district.leader, date(2020, 12, 21))
    done = _begun(decision, "14", district)
    _shown(done, district.clerk, "Đã gắn mã cho mọi hộ (nội dung thử nghiệm).", date(2020, 10, 20))
    _accepted(done, bureau.leader, date(2020, 10, 22))
    extended, asking = _begun(decision, "8", district), _begun(decision, "19", district)
    _asked(extended, district, date(2021, 2, 26), TURNED)
    actions.grant_extension(
        code=extended.code, words="", actor=bureau.leader, at=at_local(TURNED, time(15))
    )
    _asked(asking, district, date(2022, 3, 31), date(2020, 12, 29))


def _begun(decision: Decision, item: str, office: Office) -> Task:
    task = Task.objects.get(decision=decision, item=item, parent=None)
    return actions.take_up_task(
        code=task.code,
        office="Phó thủ trưởng phụ trách chuyển đổi số",
        backup="Chánh Văn phòng",
        actor=office.clerk,
        at=at_local(BEGUN, time(9)),
    )


def _shown(task: Task, actor: Actor, words: str, day: date) -> None:
    shown = Shown(words, page_url="/muc-tieu/")
    actions.report_result(code=task.code, shown=shown, actor=actor, at=at_local(day, time(9)))


def _accepted(task: Task, judge: Actor, day: date) -> None:
    actions.accept_result(code=task.code, words="", actor=judge, at=at_local(day, time(16)))


def _asked(task: Task, office: Office, until_on: date, day: date) -> None:
    actions.ask_extension(
        code=task.code,
        until_on=until_on,
        reason="Chờ bố trí kinh phí (nội dung thử nghiệm).",
        actor=office.clerk,
        at=at_local(day, time(9)),
    )


def _steer(stage: Stage) -> None:
    """Committees of two provinces, the plan of one; all others are not entered."""
    at, leader = at_local(READ, time(14)), stage.bureaus[2].leader
    ben_tre, ninh_binh = (organization_for(code, FOUNDED).id for code in (BEN_TRE, NINH_BINH))
    paper = Paper("01/QĐ-UBND (thử nghiệm)", date(2020, 5, 4))
    office = "Chủ tịch Ủy ban nhân dân tỉnh"
    actions.record_committee(
        organization_id=ben_tre, paper=paper, head_office=office, actor=leader, at=at
    )
    actions.record_plan(
        organization_id=ben_tre,
        paper=Paper(SYMBOL, DECIDED),
        first_year=2020,
        last_year=2025,
        actor=leader,
        at=at,
    )
    actions.record_committee(
        organization_id=ninh_binh, paper=paper, head_office=office, actor=stage.steerer, at=at
    )


def _word_file(district: str) -> bytes:
    """The plan as its clerk would have written it: a title, a sentence, and the annex."""
    lines = ("KẾ HOẠCH (bản bịa ra để dùng thử)", "Phụ lục: phân công nhiệm vụ")
    rows = (HEAD, *(tuple(cell.replace("{huyen}", district) for cell in row) for row in ROWS))
    body = "".join(map(_paragraph, lines)) + _table(rows)
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", document)
    return kept.getvalue()


def _table(rows: Sequence[Sequence[str]]) -> str:
    cells = ("".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"
