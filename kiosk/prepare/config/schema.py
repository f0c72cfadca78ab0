"""The JSON Schema of the two files, for editors that know Taplo or Even Better TOML."""

from typing import Literal, assert_never

from kiosk.prepare.config.device_shape import DeviceShape
from kiosk.prepare.config.shape import ContactShape

_DIALECT = "http://json-schema.org/draft-07/schema#"


def schema(which: Literal["contact", "device"]) -> dict[str, object]:
    match which:
        case "contact":
            return {"$schema": _DIALECT, **ContactShape.model_json_schema()}
        case "device":
            return {"$schema": _DIALECT, **DeviceShape.model_json_schema()}
        case _ as unreachable:
            assert_never(unreachable)
