"""What can be done with dossiers, one file each."""

from .answer_consultation import answer_consultation
from .answer_supplement import answer_supplement
from .apologise import apologise
from .ask_obligation import ask_obligation
from .ask_supplement import ask_supplement
from .begin_assisting import begin_assisting
from .choose_delivery import choose_delivery
from .confirm_arrival import confirm_arrival
from .consult_body import consult_body
from .count_catalogue import count_catalogue
from .drop_consultations import drop_consultations
from .forward_dossier import forward_dossier
from .grant_dossier import grant_dossier
from .hand_on_result import hand_on_result
from .issue_control_sheet import issue_control_sheet
from .issue_register import issue_register
from .open_dossier import open_dossier
from .post_result import post_result
from .propose_decision import propose_decision
from .rate_dossier import rate_dossier
from .read_answers import DossierAnswers, read_answers
from .read_register import read_register
from .receive_dossier import receive_dossier
from .record_findings import record_findings
from .redress_dossier import redress_dossier
from .refuse_dossier import refuse_dossier
from .refuse_intake import refuse_intake
from .remind import remind
from .return_result import return_result
from .send_back import send_back
from .settle_fee import settle_fee
from .settle_obligation import settle_obligation
from .submit_dossier import submit_dossier
from .submit_draft import submit_draft
from .take_in_file import take_in_file, try_file
from .take_in_old_dossiers import TakenIn, take_in_old_dossiers
from .upload_file import upload_file
from .withdraw_dossier import withdraw_dossier

__all__ = [
    "DossierAnswers",
    "TakenIn",
    "answer_consultation",
    "answer_supplement",
    "apologise",
    "ask_obligation",
    "ask_supplement",
    "begin_assisting",
    "choose_delivery",
    "confirm_arrival",
    "consult_body",
    "count_catalogue",
    "drop_consultations",
    "forward_dossier",
    "grant_dossier",
    "hand_on_result",
    "issue_control_sheet",
    "issue_register",
    "open_dossier",
    "post_result",
    "propose_decision",
    "rate_dossier",
    "read_answers",
    "read_register",
    "receive_dossier",
    "record_findings",
    "redress_dossier",
    "refuse_dossier",
    "refuse_intake",
    "remind",
    "return_result",
    "send_back",
    "settle_fee",
    "settle_obligation",
    "submit_dossier",
    "submit_draft",
    "take_in_file",
    "take_in_old_dossiers",
    "try_file",
    "upload_file",
    "withdraw_dossier",
]
