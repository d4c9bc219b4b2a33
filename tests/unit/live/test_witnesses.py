"""Who keeps what is said knows before anybody when nothing may be kept, and after everybody when it may."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from tests.unit.live.guests import Notes, opened, seated

from hemicycle.live.meeting import LiveMeeting
from hemicycle.room.log import Entry
from hemicycle.room.state import State
from hemicycle.wire.ids import Key
from hemicycle.wire.views import Streams


class Keeper:
    """Keeps what the state allows, and notes in the journal's list when it begins and stops."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.keeps = False
        self.heard: list[Mapping[Key, Streams]] = []
        self.broken = False
        self.stopped = False

    def before(self, facts: Sequence[Entry], state: State) -> None:
        if self.broken:
            raise RuntimeError("no way to stop")
        if state.off_record is not None:
            self._keep(False)

    def after(self, facts: Sequence[Entry], state: State) -> None:
        if state.off_record is None:
            self._keep(True)

    def streams(self, streams: Mapping[Key, Streams]) -> None:
        self.heard.append(streams)

    async def stop(self) -> None:
        self.stopped = True

    def _keep(self, keeps: bool) -> None:
        if keeps is not self.keeps:
            self.keeps = keeps
            self.notes.happened.append(("keeps", keeps))


def told_of(notes: Notes) -> list[Any]:
    return [happened for happened in notes.happened if happened[0] in ("stored", "keeps")]


async def test_nothing_is_kept_from_before_the_fact_until_after_the_next(
    live: LiveMeeting, notes: Notes
) -> None:
    keeper = Keeper(notes)
    live.attended_by(keeper)
    chair = await seated(live, "chair")
    notes.happened.clear()
    assert (await chair.ask("record.stop"))["type"] == "done"
    assert (await chair.ask("record.resume"))["type"] == "done"
    assert told_of(notes) == [
        ("keeps", False),
        ("stored", "record.stopped"),
        ("stored", "record.resumed"),
        ("keeps", True),
    ]


async def test_what_could_not_be_stored_is_taken_back(live: LiveMeeting, notes: Notes) -> None:
    keeper = Keeper(notes)
    live.attended_by(keeper)
    chair = await seated(live, "chair")
    notes.full = True
    assert (await chair.ask("record.stop"))["code"] == "not_stored"
    assert keeper.keeps, "the meeting is still on the record"


@pytest.mark.parametrize("works", [True, False])
async def test_the_meeting_goes_off_the_record_only_if_nothing_is_kept_then(
    live: LiveMeeting, notes: Notes, works: bool
) -> None:
    broken, other = Keeper(notes), Keeper(notes)
    live.attended_by(broken)
    live.attended_by(other)
    chair = await seated(live, "chair")
    broken.broken = not works
    # A witness that fails holds nothing else up.
    assert (await chair.ask("meeting.open"))["type"] == "done"
    answer = await chair.ask("record.stop")
    assert (answer["type"], answer.get("code")) == (("done", None) if works else ("refused", "not_stored"))
    assert (live.state.off_record is not None) is works
    assert other.keeps is not works


async def test_a_witness_knows_what_can_be_taken_and_when_the_server_stops(notes: Notes) -> None:
    live = opened(notes)
    keeper = Keeper(notes)
    live.attended_by(keeper)
    assert (keeper.heard, keeper.keeps) == ([{}], True)
    notes.streams = {"ambassador": {"microphone": {"path": "ambassador/microphone/1", "codec": "opus"}}}
    live.media_changed()
    assert keeper.heard[-1] == notes.streams
    await live.stop()
    assert keeper.stopped


async def test_what_is_so_without_being_a_fact_is_told_to_whom_it_concerns(live: LiveMeeting) -> None:
    booth, hall = await seated(live, "smith"), await seated(live, "press")
    live.speeches_changed({"ambassador": 1})
    live.glossary_changed(4)
    while booth.view["glossary"] != 4:
        await booth.until("change")
    assert booth.view["speeches"] == {"ambassador": 1}
    assert not {"speeches", "glossary"} & set(hall.view)
