"""Moments of the past in words: how long ago, or since when."""

from datetime import datetime

from kiosk.display.page.speech import Speech

MINUTE, HOUR, DAY = 60, 3600, 86_400


def ago(moment: datetime, now: datetime, speech: Speech) -> str:
    """Say how long ago it was; a clock that was set back makes it just now."""
    seconds = (now - moment).total_seconds()
    if seconds < MINUTE:
        return speech.say("just now")
    if seconds < HOUR:
        return speech.count("{number} minute ago", "{number} minutes ago", int(seconds // MINUTE))
    if seconds < DAY:
        return speech.count("{number} hour ago", "{number} hours ago", int(seconds // HOUR))
    return speech.count("{number} day ago", "{number} days ago", int(seconds // DAY))


def since(moment: datetime, now: datetime, speech: Speech) -> str:
    """Name a moment on the clock that `now` is told by: its time where it was today, its date otherwise."""
    local = moment.astimezone(now.tzinfo)
    if local.date() == now.date():
        return speech.say("since {time}").format(time=speech.clock(local.time()))
    return speech.say("since {date}").format(date=speech.day(local.date()))
