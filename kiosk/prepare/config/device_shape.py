"""The shape of `device.toml`, in the words that an editor shows to the administrator."""

from typing import Annotated

from pydantic import Field

from kiosk.edition.device import Device
from kiosk.prepare.config.shape import Line, Shape


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
    pin_hash: Annotated[Line, Field(max_length=200)] | None = Field(
        None, title="PIN of staff", description="Never the PIN itself: kiosk set-pin writes this line."
    )
