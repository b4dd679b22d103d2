"""What a node refuses, each with a lasting code, a status and what to do, in Vietnamese and English."""

from nentang.kernel.frozen import Frozen


class Refusal(Frozen):
    """One reason; `code` never changes, programs decide by it."""

    code: str
    status: int
    vi: str
    en: str


class Refused(Exception):
    """The exchange does not take place."""

    def __init__(self, refusal: Refusal, retry_after: int = 0) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal
        self.retry_after = retry_after


ALL: dict[str, Refusal] = {}


def _refusal(code: str, status: int, vi: str, en: str) -> Refusal:
    ALL[code] = Refusal(f"exchange.{code}", status, vi, en)
    return ALL[code]


HTTP_BROKEN = _refusal(
    "http_broken",
    400,
    "Yêu cầu không đúng HTTP/1.1. Gửi lại bằng một thư viện HTTP.",
    "This is not HTTP/1.1. Send it with an HTTP library.",
)
HEAD_TOO_LARGE = _refusal(
    "head_too_large",
    431,
    "Phần đầu của yêu cầu quá lớn. Bỏ bớt trường đầu hoặc rút ngắn địa chỉ.",
    "The head of the request is too large. Send fewer headers or a shorter address.",
)
BODY_TOO_LARGE = _refusal(
    "body_too_large",
    413,
    "Nội dung quá lớn. Chia nhỏ rồi gửi từng phần.",
    "The body is too large. Send it in parts.",
)
JSON_BROKEN = _refusal(
    "json_broken",
    400,
    "Nội dung không phải JSON đúng. Kiểm tra rồi gửi lại.",
    "The body is not JSON. Mend it and send it again.",
)
HEADER_MISSING = _refusal(
    "header_missing",
    400,
    "Thiếu hoặc sai một trường đầu Exchange-…. Xem hướng dẫn kết nối hệ thống.",
    "An Exchange-… header is missing or malformed. See how to connect a system.",
)
DIGEST_WRONG = _refusal(
    "digest_wrong",
    400,
    "Nội dung nhận được khác với mã băm đã ký. Tính lại Exchange-Digest trên đúng nội dung gửi đi.",
    "The body is not the one whose digest was signed. Compute Exchange-Digest over what is sent.",
)
CERTIFICATE_MISSING = _refusal(
    "certificate_missing",
    401,
    "Kết nối không có chứng thư. Kết nối bằng TLS hai chiều với chứng thư đã đăng ký.",
    "The connection came without a certificate. Use mutual TLS with a registered certificate.",
)
CERTIFICATE_UNKNOWN = _refusal(
    "certificate_unknown",
    403,
    "Chứng thư này chưa được đăng ký. Nhờ quản trị của cơ quan đăng ký chứng thư cho hệ thống.",
    "This certificate is not registered. Ask the administrator of your body to register it.",
)
CERTIFICATE_EXPIRED = _refusal(
    "certificate_expired",
    403,
    "Chứng thư đã hết hạn. Xin chứng thư mới rồi thay vào hệ thống.",
    "The certificate has expired. Get a new one and install it.",
)
CERTIFICATE_NOT_YET = _refusal(
    "certificate_not_yet",
    403,
    "Chứng thư chưa đến ngày có hiệu lực. Kiểm tra đồng hồ và ngày trên chứng thư.",
    "The certificate is not valid yet. Check the clock and the days on the certificate.",
)
CERTIFICATE_REVOKED = _refusal(
    "certificate_revoked",
    403,
    "Chứng thư đã bị thu hồi. Không dùng nữa; xin chứng thư mới.",
    "The certificate was revoked. Do not use it any more; get a new one.",
)
CLIENT_UNKNOWN = _refusal(
    "client_unknown",
    403,
    "Hệ thống gọi chưa là thành viên, hoặc đã rời mạng. Kiểm tra Exchange-Client.",
    "The calling system is not a member, or has left. Check Exchange-Client.",
)
NOT_YOUR_CLIENT = _refusal(
    "not_your_client",
    403,
    "Chứng thư của kết nối hoặc khoá ký không thuộc cơ quan của hệ thống gọi. Dùng chứng thư của chính cơ quan ấy.",
    "The certificate or the signing key belongs to another body than the client. Use that body's own.",
)
TIME_UNREADABLE = _refusal(
    "time_unreadable",
    400,
    "Exchange-Time phải là số mili giây Unix. Gửi lại với giờ đúng dạng.",
    "Exchange-Time must be Unix milliseconds. Send it in that form.",
)
CLOCK_BEHIND = _refusal(
    "clock_behind",
    401,
    "Yêu cầu đã cũ hoặc đồng hồ bên gọi chậm. Chỉnh đồng hồ theo NTP rồi ký và gửi lại.",
    "The request is old, or the caller's clock is slow. Set it by NTP, sign and send again.",
)
CLOCK_AHEAD = _refusal(
    "clock_ahead",
    401,
    "Đồng hồ bên gọi chạy trước. Chỉnh đồng hồ theo NTP rồi ký và gửi lại.",
    "The caller's clock is fast. Set it by NTP, sign and send again.",
)
REPLAYED = _refusal(
    "replayed",
    409,
    "Yêu cầu này đã được nhận một lần. Mỗi lần gọi dùng một Exchange-Nonce mới.",
    "This request was received before. Use a new Exchange-Nonce for every call.",
)
SIGNATURE_WRONG = _refusal(
    "signature_wrong",
    401,
    "Chữ ký không khớp. Ký đúng các dòng theo thứ tự bằng khoá của chứng thư trong Exchange-Key.",
    "The signature does not fit. Sign the lines in their order with the key of Exchange-Key.",
)
SERVICE_UNKNOWN = _refusal(
    "service_unknown",
    404,
    "Không có dịch vụ dữ liệu này, hoặc đã ngừng. Tìm địa chỉ đúng trong danh mục dịch vụ.",
    "There is no such service, or it has ended. Look it up in the catalogue.",
)
GRANT_MISSING = _refusal(
    "grant_missing",
    403,
    "Hệ thống này chưa được cấp quyền dùng dịch vụ. Gửi đề nghị khai thác dữ liệu.",
    "This system has no grant for the service. Ask for access.",
)
GRANT_OVER = _refusal(
    "grant_over",
    403,
    "Quyền dùng dịch vụ chưa bắt đầu, đã hết hạn hoặc bị thu hồi. Xem trang quyền của cơ quan, đề nghị lại nếu cần.",
    "The grant has not begun, has ended or was revoked. See your grants; ask again if needed.",
)
PURPOSE_WRONG = _refusal(
    "purpose_wrong",
    403,
    "Mục đích nêu ra khác với mục đích được cấp quyền. Dùng đúng mục đích hoặc đề nghị quyền cho mục đích này.",
    "The purpose is not the one that was granted. Use that one, or ask for access for this one.",
)
METHOD_NOT_GRANTED = _refusal(
    "method_not_granted",
    405,
    "Dịch vụ không nhận phương thức này. Xem mô tả OpenAPI trong danh mục.",
    "The service does not take this method. See its OpenAPI in the catalogue.",
)
SUBJECT_MISSING = _refusal(
    "subject_missing",
    422,
    "Yêu cầu không nói dữ liệu của ai. Gửi số định danh đúng chỗ mà mô tả dịch vụ nêu.",
    "The request does not say whose data it asks for. Send the personal number where the description says.",
)
TOO_OFTEN = _refusal(
    "too_often",
    429,
    "Gọi quá số lần được cấp trong một phút. Đợi rồi gọi lại.",
    "More calls than granted for a minute. Wait and call again.",
)
BUSY = _refusal(
    "busy",
    503,
    "Nút đang quá tải. Đợi vài giây rồi gọi lại.",
    "The node is busy. Wait some seconds and call again.",
)
SNAPSHOT_TOO_OLD = _refusal(
    "snapshot_too_old",
    503,
    "Nút đã lâu không nhận được danh sách thành viên và quyền. Báo quản trị mạng.",
    "The node has not had a list of members and grants for too long. Tell the network's administrator.",
)
UPSTREAM_DOWN = _refusal(
    "upstream_down",
    502,
    "Hệ thống giữ dữ liệu không trả lời. Thử lại sau ít phút.",
    "The system that holds the data does not answer. Try again in some minutes.",
)
UPSTREAM_LATE = _refusal(
    "upstream_late",
    504,
    "Hệ thống giữ dữ liệu trả lời quá chậm. Thử lại sau ít phút.",
    "The system that holds the data is too slow. Try again in some minutes.",
)
ANSWER_UNREADABLE = _refusal(
    "answer_unreadable",
    502,
    "Câu trả lời của hệ thống giữ dữ liệu không đúng mô tả nên không lọc được. Báo bên cung cấp.",
    "The answer does not match its description and cannot be filtered. Tell the provider.",
)
ANSWER_TOO_LARGE = _refusal(
    "answer_too_large",
    502,
    "Câu trả lời quá lớn để lọc. Hỏi ít hơn trong một lần.",
    "The answer is too large to be filtered. Ask for less at once.",
)
ROW_NOT_GRANTED = _refusal(
    "row_not_granted",
    404,
    "Không có dữ liệu trong phạm vi được cấp quyền. Kiểm tra phạm vi trên trang quyền của cơ quan.",
    "There is nothing within the rows that were granted. See the scope on your grants page.",
)
ANSWER_NOT_GENUINE = _refusal(
    "answer_not_genuine",
    502,
    "Chữ ký của câu trả lời không khớp nên không chuyển cho hệ thống. Báo bên cung cấp.",
    "The answer's signature does not fit, so it was withheld. Tell the provider.",
)
PEER_UNKNOWN = _refusal(
    "peer_unknown",
    404,
    "Bên cung cấp chưa có nút trong mạng. Kiểm tra mã cơ quan trong địa chỉ.",
    "The provider has no node in the network. Check the body's code in the address.",
)
PEER_NOT_GENUINE = _refusal(
    "peer_not_genuine",
    502,
    "Nút ở đầu kia không dùng chứng thư đã đăng ký của bên cung cấp nên không gửi gì đến đó. Báo bên cung cấp.",
    "The node at the other end has no certificate registered for the provider, so nothing was sent. Tell the provider.",
)
TOKEN_WRONG = _refusal(
    "token_wrong",
    401,
    "Mã truy cập của hệ thống nội bộ không đúng. Gửi Authorization: Bearer như tệp cấu hình của nút.",
    "The local system's token is wrong. Send Authorization: Bearer as in the node's configuration.",
)
LOG_FAILED = _refusal(
    "log_failed",
    503,
    "Nút không ghi được nhật ký nên không chuyển dữ liệu. Báo quản trị kiểm tra ổ đĩa.",
    "The node cannot write its log and therefore releases no data. Tell its administrator to check the disk.",
)
