"""What pydantic found, in plain words: pydantic speaks to programmers, a Fault to a receptionist."""

import datetime as dt

from pydantic_core import ErrorDetails

from kiosk.prepare.config.colours import COLOUR_KEYS, colour_meant
from kiosk.prepare.config.dates import date_fault, date_or_moment_fault
from kiosk.prepare.config.suggest import unknown_key
from kiosk.prepare.config.tables import KnownTable
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.time_of_day import time_meant

_IN_QUOTES = 'Write it in quotes, like "this"'
_FILE_OR_SOURCE = 'Add a line like file = "articles/opening.md", or source = "https://paper.example/news"'
_FROM_A_BACKSLASH = frozenset(b"\b\f\r\x1b")
_TAB = "U+0009"
_DATES = {
    "date": "Write year-month-day without quotes, like 2026-12-25",
    "datetime": "Write date and time without quotes, like 2026-12-24T18:00:00",
}
_DATES_OR_MOMENTS = frozenset({"from", "to"})
_TIMES_OF_DAY = frozenset({"start", "end"})


def fault_of(error: ErrorDetails, tables: tuple[KnownTable, ...]) -> Fault:
    kind, context = error["type"], error.get("ctx", {})
    match kind:
        case "extra_forbidden":
            return unknown_key(error["loc"], tables)
        case "missing":
            return _missing(error)
        case "string_type":
            return Fault("", "is not a text", _text_cure(_key(error), error["input"]))
        case "string_too_short":
            return Fault("", "is empty", "Write something between the quotes, or delete the line")
        case "string_too_long":
            return Fault("", f"has more than {context['max_length']} characters", "Shorten it")
        case "string_pattern_mismatch":
            return _no_colour(str(error["input"]))
        case "hidden_character":
            return _hidden(str(context["code"]))
        case "several_lines":
            return Fault("", "has several lines", "Write it in one line. If it has a backslash in it, write / instead")
        case "literal_error":
            expected = str(context["expected"]).replace("'", '"')
            return Fault("", "is none of the words that can stand here", f"Write {expected}")
        case _:
            return _number_fault(error)


def _number_fault(error: ErrorDetails) -> Fault:
    context = error.get("ctx", {})
    match error["type"]:
        case "bool_type":
            return Fault("", "is neither yes nor no", "Write true or false, without quotes")
        case "int_type":
            return Fault("", "is not a whole number", "Write digits only, without quotes")
        case "float_type":
            return Fault("", "is not a number", f"Write it without quotes and with a dot, like {_degrees(error)}")
        case "finite_number":
            return Fault("", "is not a number that exists", f"Write it like {_degrees(error)}")
        case "greater_than_equal":
            return Fault("", "is too small", f"Write {context['ge']:g} or more")
        case "less_than_equal":
            return Fault("", "is too large", f"Write {context['le']:g} or less")
        case _:
            return _collection_fault(error)


def _collection_fault(error: ErrorDetails) -> Fault:
    match error["type"]:
        case "too_long":
            return _too_long(error)
        case "too_short":
            return Fault("", "has no entry", "Write one at least, or delete the line")
        case "list_type":
            return _not_a_list(error)
        case "file_and_source":
            return Fault("", "has both a file and a source", "Write a further [[article]] for one of the two")
        case "no_file_or_source":
            return Fault("", "names nothing to show", _FILE_OR_SOURCE)
        case "model_type" | "model_attributes_type" | "dict_type":
            return _not_a_table(error)
        case _:
            return _not_a_date(error)


def _no_colour(text: str) -> Fault:
    meant = colour_meant(text)
    cure = f'Write "{meant}"' if meant else 'Write # and six digits or letters, like "#B4472E"'
    return Fault("", f'"{text}" is no colour', cure)


def _degrees(error: ErrorDetails) -> str:
    return "31.021" if error["loc"][-1] == "longitude" else "-17.784"


def _too_long(error: ErrorDetails) -> Fault:
    most, written = error["ctx"]["max_length"], error["input"]
    if isinstance(written, str):
        return Fault("", f"has more than {most} characters (it has {len(written)})", "Shorten it")
    return Fault("", f"has more than {most} entries", "Delete some")


def _missing(error: ErrorDetails) -> Fault:
    key = error["loc"][-1]
    if error["loc"] == ("organisation",):
        return Fault("", "is missing", "Add [organisation] with the lines name and country")
    return Fault("", "is missing", f"Add the line: {key} = ...")


def _text_cure(key: str, value: object) -> str:
    if key in COLOUR_KEYS and (colour := colour_meant(str(value))):
        return f'Write "{colour}"'
    if key == "days":
        return 'Write each day by its name, like "monday"'
    if key in _TIMES_OF_DAY:
        return _time_cure(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return f'Write it in quotes: "{value}"'
    if isinstance(value, dt.time):
        return 'Write hours in quotes, like "08:00-17:00"'
    if isinstance(value, list | dict):
        return 'Write one text in quotes, like "this", without brackets'
    return _IN_QUOTES


def _time_cure(value: object) -> str:
    written = f"{value:.2f}" if isinstance(value, float) else str(value)
    return f'Write it in quotes: "{time_meant(written) or "08:00"}"'


def _hidden(code: str) -> Fault:
    if code == _TAB:
        return Fault("", "a Tab is in the text", "Type a space instead; if you see a backslash there, write / instead")
    if int(code.removeprefix("U+"), 16) in _FROM_A_BACKSLASH:
        return Fault(
            "", f"a backslash makes an invisible character ({code}) of what follows it", "Write / instead of \\"
        )
    return Fault("", f"an invisible character ({code}) is hidden in the text", "Delete the text and type it again")


def _key(error: ErrorDetails) -> str:
    """Give the last name in its place: an entry of a list goes by the name of the list."""
    return next((step for step in reversed(error["loc"]) if isinstance(step, str)), "")


def _not_a_list(error: ErrorDetails) -> Fault:
    name = ".".join(str(step) for step in error["loc"] if isinstance(step, str))
    if isinstance(error["input"], dict):
        return Fault("", "has single brackets", f"Write double brackets, [[{name}]], for there may be several")
    example = '["monday", "friday"]' if _key(error) == "days" else '["this", "that"]'
    return Fault("", "is not a list", f"Write square brackets around it, like {example}")


def _not_a_table(error: ErrorDetails) -> Fault:
    name = ".".join(str(step) for step in error["loc"] if isinstance(step, str))
    if isinstance(error["input"], list):
        return Fault("", "has double brackets", f"Write single brackets, [{name}], for there is only one")
    header = f"[[{name}]]" if isinstance(error["loc"][-1], int) else f"[{name}]"
    return Fault("", "is not a section", f"Write {header} in a line of its own and its keys below, as in the starter")


def _not_a_date(error: ErrorDetails) -> Fault:
    if _key(error) in _DATES_OR_MOMENTS:
        return _neither_date_nor_moment(error)
    timed = error["type"].startswith("datetime")
    if meant := date_fault(str(error["input"]).strip(), timed=timed):
        return meant
    return Fault("", "is not a date and time" if timed else "is not a date", _DATES["datetime" if timed else "date"])


def _neither_date_nor_moment(error: ErrorDetails) -> Fault:
    if meant := date_or_moment_fault(str(error["input"]).strip()):
        return meant
    cure = "Write year-month-day without quotes, like 2026-12-25, or with a time, like 2026-12-24T18:00:00"
    return Fault("", "is not a date", cure)
