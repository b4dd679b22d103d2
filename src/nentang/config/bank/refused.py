"""What the bank will not do."""

from http import HTTPStatus


class Refused(Exception):
    """The answer is this status and sentence."""

    def __init__(self, status: HTTPStatus, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence
