"""A meeting made up for a benchmark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hemicycle.wire.ids import Key, Role
from hemicycle.wire.meeting import Meeting, Seat


def made_up(slug: Key, seats: Mapping[Key, Role], items: Iterable[Key] = ()) -> Meeting:
    """A meeting of these seats, each item half an hour."""

    def person(role: Role) -> Seat:
        return {
            "name": "Representative",
            "title": "Representative",
            "organisation": "Embassy of a country",
            "role": role,
            "language": "en",
        }

    return {
        "slug": slug,
        "title": "Bench",
        "organiser": "Bench",
        "city": "Astana",
        "starts": 0,
        "timezone": "UTC",
        "minutes": 60,
        "languages": ["en"],
        "on_record": True,
        "categories": [],
        "items": [{"key": item, "title": item, "minutes": 30} for item in items],
        "seats": {key: person(role) for key, role in seats.items()},
    }
