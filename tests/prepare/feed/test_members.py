from kiosk.prepare.feed.members import Members, object_of, objects_of, text_of


def test_what_is_of_the_wrong_kind_is_as_good_as_missing() -> None:
    members: Members = {"text": "a", "number": 7, "truth": True, "object": {"a": 1}, "list": [{"b": 2}, "c", None]}

    assert [text_of(members, name) for name in ("text", "number", "truth", "object", "none")] == ["a", "7", "", "", ""]
    assert [object_of(members, name) for name in ("object", "list", "none")] == [{"a": 1}, {}, {}]
    assert [objects_of(members, name) for name in ("list", "object", "none")] == [[{"b": 2}], [], []]


def test_what_utf_8_cannot_carry_is_replaced() -> None:
    assert text_of({"a": "b\ud800"}, "a") == "b?"
