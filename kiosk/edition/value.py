"""The base of every value on the way to the first frame: frozen, compared by content, read from JSON without our help.

A hundred frozen dataclasses cost 50 ms of every start, for each is compiled from source text; msgspec's structures
cost 2 ms and check JSON against their annotations in C.
"""

import msgspec


class Value(msgspec.Struct, frozen=True, tag=True, tag_field="kind", omit_defaults=True, forbid_unknown_fields=True):
    """A frozen value; a subclass repeats `frozen=True`, which type checkers ask for."""


replace = msgspec.structs.replace
"""Give a value with some of its fields changed."""
