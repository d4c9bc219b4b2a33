"""Writes the report as JSON, for other programs."""

from __future__ import annotations

import json
from typing import Any

from hemicycle.report.reading import Report
from hemicycle.report.times import iso, local
from hemicycle.wire.meeting import Meeting


def head_json(meeting: Meeting) -> dict[str, str]:
    """What, by whom, when and where: the head of what is written of a meeting in JSON."""
    return {
        "slug": meeting["slug"],
        "title": meeting["title"],
        "organiser": meeting["organiser"],
        "city": meeting["city"],
        "date": local(meeting["starts"], meeting["timezone"]).date().isoformat(),
        "timezone": meeting["timezone"],
    }


def as_json(report: Report) -> str:
    """The report as JSON, times in ISO 8601 (UTC), `opened` and `closed` null where they are not
    so.

    `attendance.by_category` is an object by category key, in the programme's order; those without a
    category stand under the empty key. What the numbers of `booths` count is said in
    `report.booths`; `pivot` is null where a booth interpreted from the original all the time.
    `interruptions` is there only where a server ended while the meeting was open.
    """
    meeting = report.meeting
    attendance = report.attendance
    value: dict[str, Any] = {
        "meeting": head_json(meeting),
        "opened": None if report.opened is None else iso(report.opened),
        "closed": None if report.closed is None else iso(report.closed),
        "attendance": {
            "invited": attendance.invited,
            "attended": attendance.attended,
            "by_category": {
                row.category or "": {"name": row.name, "invited": row.invited, "attended": row.attended}
                for row in attendance.by_category
            },
            "sentence": attendance.sentence,
        },
        "floor": [
            {
                "seat": time.seat,
                "name": time.name,
                "title": time.title,
                "organisation": time.organisation,
                "item": time.item,
                "from": iso(time.since),
                "to": iso(time.until),
                "seconds": time.seconds,
            }
            for time in report.floor
        ],
        "booths": [
            {
                "language": booth.language,
                "interpreters": [
                    {"seat": each.seat, "name": each.name, "live_seconds": each.seconds}
                    for each in booth.interpreters
                ],
                "live_seconds": booth.live_seconds,
                "pivot": booth.pivot,
                "listeners": booth.listeners,
                "listened_seconds": booth.listened_seconds,
            }
            for booth in report.booths
        ],
        "off_record": [
            {"from": iso(time.since), "to": iso(time.until), "seconds": time.seconds}
            for time in report.off_record
        ],
        "facts": report.facts,
        "head": report.head,
    }
    if report.interruptions:
        value["interruptions"] = [
            {"from": iso(hole.since), "to": iso(hole.until), "seconds": (hole.until - hole.since) / 1000}
            for hole in report.interruptions
        ]
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
