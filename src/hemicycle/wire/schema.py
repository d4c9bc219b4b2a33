"""Makes the JSON schema of the protocol: `python -m hemicycle.wire.schema > protocol.schema.json`."""

from __future__ import annotations

import json
import sys
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from hemicycle.wire.archive import ArchiveContents, ArchiveFound, ArchiveReaders
from hemicycle.wire.checks import CheckHere, CheckResult, KeptChecks
from hemicycle.wire.desk import AskedQuotes, CommuniqueDesk, Desk, PublicCommuniques
from hemicycle.wire.messages import Down, Up
from hemicycle.wire.record import LineVersion
from hemicycle.wire.texts import Glossary, GlossaryNotTaken, Speech, Speeches, SpeechNotTaken
from hemicycle.wire.views import Programme


class _Schema(GenerateJsonSchema):
    """Requires each message's `type`, though it has a default, so that a `switch` over it is exhaustive."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """A title at each field would become a type alias in TypeScript."""
        return False

    def field_is_required(self, field: Any, total: bool) -> bool:
        """What a reader may count on."""
        schema = field["schema"]
        if schema["type"] == "default" and schema["schema"]["type"] == "literal":
            return True
        return bool(super().field_is_required(field, total))


def protocol_schema() -> dict[str, Any]:
    """The JSON schema (2020-12) of both directions, of the public programme, of a check, and of texts."""
    _, schema = TypeAdapter.json_schemas(
        [
            ("up", "serialization", TypeAdapter(Up)),
            ("down", "serialization", TypeAdapter(Down)),
            ("programme", "serialization", TypeAdapter(Programme)),
            ("check_here", "serialization", TypeAdapter(CheckHere)),
            ("check_result", "validation", TypeAdapter(CheckResult)),
            ("kept_checks", "serialization", TypeAdapter(KeptChecks)),
            ("speech", "serialization", TypeAdapter(Speech)),
            ("speeches", "serialization", TypeAdapter(Speeches)),
            ("speech_not_taken", "serialization", TypeAdapter(SpeechNotTaken)),
            ("glossary", "serialization", TypeAdapter(Glossary)),
            ("glossary_not_taken", "serialization", TypeAdapter(GlossaryNotTaken)),
            ("desk", "serialization", TypeAdapter(Desk)),
            ("archive_contents", "serialization", TypeAdapter(ArchiveContents)),
            ("archive_found", "serialization", TypeAdapter(ArchiveFound)),
            ("archive_readers", "validation", TypeAdapter(ArchiveReaders)),
            ("communique_desk", "serialization", TypeAdapter(CommuniqueDesk)),
            ("asked_quotes", "serialization", TypeAdapter(AskedQuotes)),
            ("public_communiques", "serialization", TypeAdapter(PublicCommuniques)),
            ("line_version", "serialization", TypeAdapter(LineVersion)),
        ],
        schema_generator=_Schema,
        title="Protocol",
        description="The messages between a Hemicycle server and a seat.",
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "type": "object",
        "additionalProperties": False,
        "required": [
            "up",
            "down",
            "programme",
            "check_here",
            "check_result",
            "speech",
            "speeches",
            "speech_not_taken",
            "glossary",
            "glossary_not_taken",
            "desk",
            "archive_contents",
            "archive_found",
            "archive_readers",
            "communique_desk",
            "asked_quotes",
            "public_communiques",
            "line_version",
        ],
        "properties": {
            "up": {"$ref": "#/$defs/Up"},
            "down": {"$ref": "#/$defs/Down"},
            "programme": {"$ref": "#/$defs/Programme"},
            "check_here": {"$ref": "#/$defs/CheckHere"},
            "check_result": {"$ref": "#/$defs/CheckResult"},
            "speech": {"$ref": "#/$defs/Speech"},
            "speeches": {"$ref": "#/$defs/Speeches"},
            "speech_not_taken": {"$ref": "#/$defs/SpeechNotTaken"},
            "glossary": {"$ref": "#/$defs/Glossary"},
            "glossary_not_taken": {"$ref": "#/$defs/GlossaryNotTaken"},
            "desk": {"$ref": "#/$defs/Desk"},
            "archive_contents": {"$ref": "#/$defs/ArchiveContents"},
            "archive_found": {"$ref": "#/$defs/ArchiveFound"},
            "archive_readers": {"$ref": "#/$defs/ArchiveReaders"},
            "communique_desk": {"$ref": "#/$defs/CommuniqueDesk"},
            "asked_quotes": {"$ref": "#/$defs/AskedQuotes"},
            "public_communiques": {"$ref": "#/$defs/PublicCommuniques"},
            "line_version": {"$ref": "#/$defs/LineVersion"},
        },
    }


if __name__ == "__main__":
    json.dump(protocol_schema(), sys.stdout, indent=2, ensure_ascii=False)
    sys.stdout.write("\n")
