"""Makes the protocol's JSON schema: `python -m hemicycle.wire.schema > protocol.schema.json`."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from hemicycle.wire.messages import Down, Up
from hemicycle.wire.protocol import DOCUMENTS


class _Schema(GenerateJsonSchema):
    """Requires each message's `type`, so that a `switch` over it is exhaustive in TypeScript."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """A title at each field would become a type alias in TypeScript."""
        return False

    def field_is_required(self, field: Any, total: bool) -> bool:
        """A literal with a default, as `type` is, is always there."""
        schema = field["schema"]
        if schema["type"] == "default" and schema["schema"]["type"] == "literal":
            return True
        return bool(super().field_is_required(field, total))


def _property(name: str) -> str:
    """A type's name as the name of a property: `check_here` of `CheckHere`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def protocol_schema() -> dict[str, Any]:
    """The JSON schema (2020-12) of both directions of the WebSocket, and of what goes over HTTP."""
    wholes: list[Any] = [Up, Down, *DOCUMENTS]
    names = {_property(whole.__name__): whole.__name__ for whole in wholes}
    _, schema = TypeAdapter.json_schemas(
        [(name, "serialization", TypeAdapter(whole)) for name, whole in zip(names, wholes, strict=True)],
        schema_generator=_Schema,
        title="Protocol",
        description="The messages between a Hemicycle server and a seat.",
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "type": "object",
        "additionalProperties": False,
        "required": list(names),
        "properties": {name: {"$ref": f"#/$defs/{definition}"} for name, definition in names.items()},
    }


if __name__ == "__main__":
    json.dump(protocol_schema(), sys.stdout, indent=2, ensure_ascii=False)
    sys.stdout.write("\n")
