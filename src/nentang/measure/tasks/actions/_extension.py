"""What answering a request for more time writes beside it."""

from datetime import datetime

from nentang.measure.tasks.enums import Answer
from nentang.measure.tasks.models import Extension


def answer(extension: Extension, said: Answer, words: str, at: datetime) -> None:
    """What the assigner said, and when."""
    extension.answer, extension.answer_words = said, words.strip()[:2000]
    extension.answered_at = at
    extension.save(update_fields=["answer", "answer_words", "answered_at"])
