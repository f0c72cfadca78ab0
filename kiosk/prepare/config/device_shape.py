"""The shape of `device.toml`, in the words that an editor shows to the administrator."""

from typing import Annotated, Literal

from pydantic import Field

from kiosk.edition.device import Device
from kiosk.edition.web_source import Network
from kiosk.prepare.config.shape import Shape
from kiosk.prepare.config.texts import AnyCase, Line, LineOrNothing


class NetworkShape(Shape):
    """How this machine reaches the sources that contact.toml names."""

    proxy: Annotated[LineOrNothing, Field(max_length=300)] = Field(
        Network().proxy,
        title="Proxy",
        description='Empty for the one that the system is set to, "none" for none, or its address.',
        examples=["http://proxy.example:8080"],
    )
    allowed_hosts: list[Annotated[Line, Field(max_length=300)]] = Field(
        [],
        max_length=50,
        title="Allowed hosts",
        description="Hosts of your own network, or with an unusual port, to which sources may lead.",
        examples=[["intranet", "wiki.example:8443"]],
    )


class DeviceShape(Shape):
    """This machine's settings."""

    schema_number: int = Field(1, alias="schema", ge=1, title="Format of this file", description="Leave it as it is.")
    screen: Annotated[Line, Field(max_length=100)] = Field(
        Device().screen, title="Screen", description='"primary", or a screen\'s name, serial number or index.'
    )
    sheet_seconds: int = Field(
        Device().sheet_seconds,
        ge=5,
        le=600,
        title="Sheet closes after",
        description="Seconds until the sheet with a QR code closes by itself.",
    )
    idle_seconds: int = Field(
        Device().idle_seconds,
        ge=20,
        le=3600,
        title="Starts afresh after",
        description="Seconds after the last touch until the screen is again as every visitor should find it.",
    )
    night: Annotated[Literal["on", "dim", "off"], AnyCase] = Field(
        Device().night, title="While the office is closed", description="What the screen does outside the hours."
    )
    drift: bool = Field(
        Device().drift, title="Slow drift", description="Moves everything by a few pixels, so that nothing burns in."
    )
    screen_inches: float | None = Field(
        None,
        ge=5,
        le=120,
        title="Size of the screen",
        description="Its diagonal in inches, for screens that do not tell it themselves.",
        examples=[43],
    )
    low_reach: bool = Field(
        Device().low_reach,
        title="Low reach",
        description="true where whoever comes finds all that can be touched in the lower half.",
    )
    pin_hash: Annotated[Line, Field(max_length=200)] | None = Field(
        None, title="PIN of staff", description="Never the PIN itself: kiosk set-pin writes this line."
    )
    network: NetworkShape = NetworkShape()


def device_of(shape: DeviceShape) -> Device:
    return Device(
        screen=shape.screen,
        sheet_seconds=shape.sheet_seconds,
        idle_seconds=shape.idle_seconds,
        night=shape.night,
        drift=shape.drift,
        screen_inches=shape.screen_inches or Device().screen_inches,
        low_reach=shape.low_reach,
    )
