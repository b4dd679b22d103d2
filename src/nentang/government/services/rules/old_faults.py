"""What can be wrong with a row of old dossiers, as a clerk reads it in the report."""

from nentang.kernel.frozen import Frozen


class Fault(Frozen):
    """What is wrong in which row and column; `code` is the dossier's, as far as it could be read."""

    row: int
    code: str
    column: str
    reason: str


class Advice(Frozen):
    """What is wrong and what to do, in both languages: the report goes to whoever keeps the old system."""

    wrong: str
    mend: str
    wrong_en: str
    mend_en: str


ADVICE = {
    "missing": Advice(
        "Thiếu giá trị bắt buộc.",
        "Điền cột này theo hồ sơ giấy hoặc hệ thống cũ.",
        "A required value is missing.",
        "Fill the column from the paper file or the old system.",
    ),
    "form": Advice(
        "Viết chưa đúng dạng.",
        "Xem bảng các cột trong hướng dẫn chuyển hồ sơ cũ; ngày viết 2020-12-31 hoặc 31/12/2020 14:30.",
        "Not written in a form that can be read.",
        "See the table of columns in the how-to; write days as 2020-12-31 or 31/12/2020 14:30.",
    ),
    "day_of_code": Advice(
        "Ngày trong mã hồ sơ khác ngày nộp và ngày tiếp nhận.",
        "Đối chiếu mã trên giấy hẹn, sửa mã hoặc ngày.",
        "The day in the code is neither that of submission nor of reception.",
        "Compare with the receipt; mend the code or the day.",
    ),
    "not_past": Advice(
        "Ngày từ hôm nay trở đi: không phải hồ sơ cũ.",
        "Nộp hồ sơ của hôm nay trên hệ thống mới; ngày trong tương lai thì sửa lại.",
        "A day from today on: not an old dossier.",
        "Submit today's dossiers in the new system; mend days in the future.",
    ),
    "too_early": Advice(
        "Trước ngày mà lịch làm việc của cơ quan được ghi lại (1/1/2015).",
        "Hồ sơ này để ở kho lưu trữ, bỏ dòng khỏi tệp.",
        "Before the first day whose office hours are recorded (1/1/2015).",
        "Leave it in the archive; take the row out of the file.",
    ),
    "order": Advice(
        "Sớm hơn bước trước đó.",
        "Sửa để nộp, tiếp nhận, giải quyết, trả kết quả theo thứ tự thời gian.",
        "Earlier than the step before it.",
        "Mend it so that submission, reception, decision and handing over follow each other.",
    ),
    "against_state": Advice(
        "Trạng thái này không có giá trị ở cột này.",
        "Xoá giá trị, hoặc sửa cột state.",
        "In this state the column has no value.",
        "Take the value out, or mend the column state.",
    ),
    "no_body": Advice(
        "Mã hồ sơ nêu cơ quan không có trong ngày nộp.",
        "Ghi cơ quan đó vào danh mục với đúng ngày thành lập, chấm dứt; hoặc sửa mã.",
        "The code names a body that did not exist on the day of submission.",
        "Record the body with the days on which it existed; or mend the code.",
    ),
    "no_procedure": Advice(
        "Danh mục không có thủ tục này vào ngày nộp.",
        "Sửa mã thủ tục, hoặc công bố thủ tục với ngày hiệu lực của nó rồi chạy lại.",
        "The catalogue has no such procedure on the day of submission.",
        "Mend the procedure's code, or publish it for its day, then run again.",
    ),
    "not_received_here": Advice(
        "Cơ quan này không thuộc cấp tiếp nhận thủ tục.",
        "Kiểm tra mã thủ tục và cơ quan trong mã hồ sơ.",
        "A body of this level does not receive the procedure.",
        "Check the procedure and the body in the code.",
    ),
    "year_of_number": Advice(
        "Số định danh nói năm sinh khác.",
        "Đối chiếu thẻ căn cước, sửa số hoặc ngày sinh.",
        "The personal number says another year of birth.",
        "Compare with the identity card; mend number or birth.",
    ),
    "another_person": Advice(
        "Số định danh này đã thuộc người có họ tên hoặc năm sinh khác.",
        "Đối chiếu thẻ căn cước, sửa số, họ tên hoặc ngày sinh.",
        "The personal number belongs to somebody of another name or year of birth.",
        "Compare with the identity card; mend number, name or birth.",
    ),
    "another_dossier": Advice(
        "Mã này đã thuộc một hồ sơ khác (khác thủ tục hoặc ngày nộp).",
        "Mở hồ sơ đó trên hệ thống, đối chiếu rồi sửa mã; hồ sơ đã có không bị thay đổi.",
        "The code belongs to another dossier (other procedure or time of submission).",
        "Open that dossier, compare and mend the code; what is there is not changed.",
    ),
}
