from kiosk.display.page.speech import Speech, set_in


class FromRight:
    """Speaks like another one, from right to left."""

    right_to_left = True

    def __init__(self, speech: Speech) -> None:
        self.language, self.name = speech.language, speech.name
        self.say, self.count = speech.say, speech.count
        self.day, self.weekday, self.clock, self.typed = speech.day, speech.weekday, speech.clock, speech.typed


def test_a_name_stands_plainly_in_a_sentence_from_left_to_right(speech: Speech) -> None:
    assert set_in(speech, "@haigpark") == "@haigpark"


def test_a_name_keeps_its_own_order_in_a_sentence_from_right_to_left(speech: Speech) -> None:
    assert set_in(FromRight(speech), "@haigpark") == "\u2068@haigpark\u2069"
