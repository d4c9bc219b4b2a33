"""What booths do beside the log: held sound, a wish for slower speech, chat, and a handover's
time."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from tests.unit.interpretation.conftest import interpreted as interpreted_meeting
from tests.unit.live.guests import Guest, Notes, seated

from hemicycle.interpretation import booths
from hemicycle.interpretation import notes as booth_notes
from hemicycle.live.meeting import LiveMeeting
from hemicycle.room.booths import Booths
from hemicycle.room.erasure import EraseSeat
from hemicycle.wire.ids import Key, Source
from hemicycle.wire.messages import MAX_MESSAGE_BYTES


def sound(*seats: Key) -> dict[Key, Any]:
    return {seat: {"microphone": {"path": f"{seat}/microphone/1", "codec": "opus"}} for seat in seats}


def say(guest: Guest, **message: Any) -> None:
    guest.live.hear(guest.connection, json.dumps(message))


async def interpreted(live: LiveMeeting) -> tuple[Guest, Guest, Guest]:
    """An open meeting: its chair, and the two interpreters into English, the first of them live."""
    chair, smith, lee = [await seated(live, seat) for seat in ("chair", "smith", "lee")]
    await chair.ask("meeting.open")
    assert (await smith.ask("booth.take", booth="en"))["type"] == "done"
    return chair, smith, lee


async def until_view(guest: Guest, key: str, value: Any) -> None:
    while guest.view.get(key) != value:
        await guest.until("change")


async def test_a_held_microphone_is_shut_at_once_and_told_to_whom_it_concerns(
    live: LiveMeeting, notes: Notes
) -> None:
    chair, smith, _ = await interpreted(live)
    hall = await seated(live, "press")
    say(smith, type="hold", held=True)
    assert notes.happened[-1] == ("held", {"smith"}), "before anything else is done"
    await until_view(chair, "held", {"smith": True})
    assert "held" not in hall.view
    say(smith, type="hold", held=False)
    assert notes.happened[-1] == ("held", set())
    await until_view(chair, "held", {})


async def test_nobody_holds_for_a_page_that_is_gone(live: LiveMeeting, notes: Notes) -> None:
    chair, smith, _ = await interpreted(live)
    say(smith, type="hold", held=True)
    await until_view(chair, "held", {"smith": True})
    live.seats.disconnect(smith.connection)
    say(smith, type="hold", held=True)
    while "smith" in chair.view["present"]:
        await chair.until("change")
    await until_view(chair, "held", {})
    assert [happened for happened in notes.happened if happened[0] == "held"][-1] == ("held", set())


@pytest.mark.parametrize(("page", "held"), [("a", {"smith": True}), ("b", {}), ("", {})])
async def test_a_page_that_lost_only_its_socket_still_holds_and_another_does_not(
    live: LiveMeeting, page: str, held: dict[str, bool]
) -> None:
    chair, smith = await seated(live, "chair"), Guest(live, "smith", "a")
    await smith.until("welcome")
    say(smith, type="hold", held=True)
    await until_view(chair, "held", {"smith": True})
    again = Guest(live, "smith", page)
    await again.until("welcome")
    await until_view(chair, "held", held)


async def test_who_is_sent_out_holds_nothing_back(live: LiveMeeting) -> None:
    chair, smith, _ = await interpreted(live)
    say(smith, type="hold", held=True)
    await until_view(chair, "held", {"smith": True})
    assert (await chair.ask("seat.send_out", seat="smith"))["type"] == "done"
    await until_view(chair, "held", {})


async def test_slow_down_is_told_without_a_name_and_fades(
    live: LiveMeeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(booths, "SLOW_SHOWN_S", 0.1)
    chair, smith, lee = await interpreted(live)
    stage, hall = await seated(live, "ambassador"), await seated(live, "press")
    say(lee, type="slow_down", booth="en")
    for guest in (chair, stage, smith):
        while "en" not in guest.view["slow"]:
            await guest.until("change")
        assert guest.view["slow"].keys() == {"en"}
    asked = chair.view["slow"]["en"]
    say(smith, type="slow_down", booth="en")
    await until_view(stage, "slow", {})
    assert "slow" not in hall.view
    assert asked == chair.view["slow"].get("en", asked), "the same wish was told twice"


@pytest.mark.parametrize(
    ("seat", "booth", "code"),
    [
        ("omarov", "en", "not_your_booth"),
        ("smith", "ko", "no_such_booth"),
        ("france", "en", "not_allowed"),
        ("ambassador", "en", "not_allowed"),
        ("chair", "en", "not_allowed"),
    ],
)
async def test_only_an_interpreter_of_the_booth_asks_for_slower_speech(
    live: LiveMeeting, seat: Key, booth: str, code: str
) -> None:
    chair, *_ = await interpreted(live)
    guest = await seated(live, seat)
    say(guest, type="slow_down", booth=booth)
    assert (await guest.until("refused"))["code"] == code
    assert live.state.phase == "open"
    assert not chair.view["slow"]


async def test_nobody_speaks_too_fast_in_a_closed_meeting(live: LiveMeeting) -> None:
    smith = await seated(live, "smith")
    say(smith, type="slow_down", booth="en")
    assert (await smith.until("refused"))["code"] == "meeting_not_open"


async def test_a_note_reaches_the_booth_and_the_chair_and_nobody_else(
    live: LiveMeeting, notes: Notes
) -> None:
    chair, smith, lee = await interpreted(live)
    others = [await seated(live, seat) for seat in ("omarov", "ambassador", "france", "press", "writer")]
    stored = len(notes.log)
    say(smith, type="note", id=7, booth="en", text="  two minutes more, then you ")
    for guest in (chair, smith, lee):
        told = await guest.until("noted")
        assert (told["booth"], told["seat"], told["text"]) == ("en", "smith", "two minutes more, then you")
    assert (await smith.until("done"))["id"] == 7
    say(chair, type="note", id=8, booth="kk", text="Is the sound good?")
    assert (await others[0].until("noted"))["seat"] == "chair"
    for guest in others[1:]:
        live.hear(guest.connection, '{"type":"ping","id":1}')
        while (message := await guest.next())["type"] != "pong":
            assert message["type"] != "noted"
    assert len(notes.log) == stored, "a note is no fact"


async def test_the_notes_of_who_was_erased_are_gone(live: LiveMeeting, notes: Notes) -> None:
    chair, smith, lee = await interpreted(live)
    say(smith, type="note", id=7, booth="en", text="From me.")
    say(lee, type="note", id=8, booth="en", text="From her partner.")
    await chair.ask("meeting.close")
    assert await live.act(EraseSeat(), "smith") is None
    again = Guest(live, "chair")
    await again.until("welcome")
    assert (await again.until("noted"))["text"] == "From her partner."


async def test_the_latest_notes_come_again_after_a_welcome(
    live: LiveMeeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(booth_notes, "NOTES_KEPT", 3)
    chair, smith, _ = await interpreted(live)
    for number in range(5):
        say(smith, type="note", id=number, booth="en", text=f"line {number}")
        await smith.until("done")
    say(chair, type="note", id=1, booth="kk", text="for the Kazakh booth")
    await chair.until("done")
    lee = await seated(live, "lee")
    told = [await lee.next() for _ in range(3)]
    assert [note["text"] for note in told] == ["line 2", "line 3", "line 4"]
    again = await seated(live, "chair")
    told = [await again.next() for _ in range(4)]
    assert [note["text"] for note in told] == ["line 2", "line 3", "line 4", "for the Kazakh booth"]
    assert [note["id"] for note in told] == sorted({note["id"] for note in told})


@pytest.mark.parametrize(
    ("seat", "booth", "code"),
    [
        ("omarov", "en", "not_your_booth"),
        ("smith", "ko", "no_such_booth"),
        ("chair", "ko", "no_such_booth"),
        ("france", "en", "not_allowed"),
        ("ambassador", "en", "not_allowed"),
    ],
)
async def test_who_does_not_read_a_chat_does_not_write_into_it(
    live: LiveMeeting, seat: Key, booth: str, code: str
) -> None:
    await interpreted(live)
    guest = await seated(live, seat)
    say(guest, type="note", id=5, booth=booth, text="hello")
    refused = await guest.until("refused")
    assert (refused["id"], refused["code"]) == (5, code)


@pytest.mark.parametrize("text", ["", "   ", "x" * 1001, "x" * MAX_MESSAGE_BYTES])
async def test_a_note_has_an_end(live: LiveMeeting, text: str) -> None:
    _, smith, _ = await interpreted(live)
    say(smith, type="note", id=5, booth="en", text=text)
    refused = await smith.until("refused")
    assert (refused["id"], refused["code"]) == (5, "not_understood")


async def test_a_flood_of_notes_is_refused_with_its_ids(live: LiveMeeting) -> None:
    _, smith, lee = await interpreted(live)
    for number in range(30):
        say(smith, type="note", id=number, booth="en", text=f"{number}")
    answers: dict[int, str] = {}
    while len(answers) < 30:
        message = await smith.next()
        if message["type"] in ("done", "refused"):
            answers[message["id"]] = message.get("code", message["type"])
    assert set(answers.values()) == {"done", "too_fast"}
    told = [i for i, answer in answers.items() if answer == "done"]
    assert [(await lee.until("noted"))["text"] for _ in told] == [str(i) for i in told]


async def test_a_handover_that_nobody_takes_lapses(
    live: LiveMeeting, notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(booths, "HANDOVER_S", 0.1)
    _, smith, lee = await interpreted(live)
    assert (await smith.ask("handover.ask", booth="en"))["type"] == "done"
    partner = ("lee", Source.MICROPHONE)
    expected = [happened[1] for happened in notes.happened if happened[0] == "expected"]
    assert partner in expected[-1]
    while "asked" not in lee.view["booths"]["en"]:
        await lee.until("change")
    while "asked" in lee.view["booths"]["en"]:
        await lee.until("change")
    assert [entry.fact.type for entry in notes.log[-2:]] == ["handover.asked", "handover.withdrawn"]
    assert live.state[Booths].by_language["en"].live == "smith"
    assert notes.happened[-1] == ("expected", set())
    assert (await lee.ask("booth.take", booth="en"))["code"] == "booth_taken"


async def test_a_partner_who_takes_in_time_is_live_and_the_time_is_over(
    live: LiveMeeting, notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(booths, "HANDOVER_S", 0.15)
    _, smith, lee = await interpreted(live)
    await smith.ask("handover.ask", booth="en")
    notes.happened.clear()
    assert (await lee.ask("booth.take", booth="en"))["type"] == "done"
    heard = [happened[1] for happened in notes.happened if happened[0] == "permitted"]
    assert all(len([seat for seat, _ in seats if seat in ("smith", "lee")]) <= 1 for seats in heard)
    assert heard[-1] == {("lee", Source.MICROPHONE)}
    await lee.ask("handover.ask", booth="en")
    await lee.ask("handover.withdraw", booth="en")
    await lee.ask("handover.ask", booth="en")
    while "asked" in lee.view["booths"]["en"]:
        await lee.until("change")
    kinds = [entry.fact.type for entry in notes.log]
    assert kinds[-4:] == ["handover.asked", "handover.withdrawn", "handover.asked", "handover.withdrawn"]


async def test_a_handover_goes_on_after_a_restart(notes: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(booths, "HANDOVER_S", 0.3)
    before = await interpreted_meeting(notes)
    _, smith, _ = await interpreted(before)
    await smith.ask("handover.ask", booth="en")
    await before.stop()
    assert notes.log[-1].fact.type == "handover.asked"
    asked = notes.log[-1].at

    after = await interpreted_meeting(notes)
    smith, lee = await seated(after, "smith"), await seated(after, "lee")
    while "asked" in lee.view["booths"]["en"]:
        await lee.until("change")
    assert notes.log[-1].fact.type == "handover.withdrawn"
    assert notes.log[-1].at - asked >= 290, "the time that was left, not less"
    assert after.state[Booths].by_language["en"].live == "smith"
    await after.stop()


async def test_whose_partner_lost_the_connection_takes_over_at_once(live: LiveMeeting, notes: Notes) -> None:
    _, smith, lee = await interpreted(live)
    assert (await lee.ask("booth.take", booth="en"))["code"] == "booth_taken"
    live.seats.disconnect(smith.connection)
    assert (await lee.ask("booth.take", booth="en"))["type"] == "done"
    assert [entry.fact.type for entry in notes.log[-2:]] == ["booth.left", "booth.taken"]
    assert "smith" in live.state.present, "and the seat has not even counted as left"


async def test_nobody_else_takes_over_from_who_is_gone(live: LiveMeeting) -> None:
    _, smith, _ = await interpreted(live)
    omarov, france = await seated(live, "omarov"), await seated(live, "france")
    live.seats.disconnect(smith.connection)
    assert (await omarov.ask("booth.take", booth="en"))["code"] == "not_your_booth"
    assert (await france.ask("booth.take", booth="en"))["code"] == "not_allowed"
    assert live.state[Booths].by_language["en"].live == "smith"


async def test_whose_partner_has_no_sound_takes_over_after_a_moment(
    live: LiveMeeting, notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(booths, "SOUNDLESS_AFTER_S", 0.1)
    _, smith, lee = await interpreted(live)
    notes.streams = sound("smith")
    live.media_changed()
    await asyncio.sleep(0.15)
    assert (await lee.ask("booth.take", booth="en"))["code"] == "booth_taken"
    notes.streams = {}
    live.media_changed()
    assert (await lee.ask("booth.take", booth="en"))["code"] == "booth_taken", "it may be back in a moment"
    await asyncio.sleep(0.15)
    assert (await lee.ask("booth.take", booth="en"))["type"] == "done"
    while smith.view["booths"]["en"].get("live") != "lee":
        await smith.until("change")


async def test_whose_partner_died_unnoticed_takes_over_unless_it_coughs(
    live: LiveMeeting, notes: Notes
) -> None:
    _, smith, lee = await interpreted(live)
    notes.streams = sound("smith")
    live.media_changed()
    notes.quiet_for["smith"] = booths.SOUNDLESS_AFTER_S - 0.1
    assert (await lee.ask("booth.take", booth="en"))["code"] == "booth_taken"
    notes.quiet_for["smith"] = booths.SOUNDLESS_AFTER_S
    say(smith, type="hold", held=True)
    assert (await lee.ask("booth.take", booth="en"))["code"] == "booth_taken"
    say(smith, type="hold", held=False)
    assert (await lee.ask("booth.take", booth="en"))["type"] == "done"


async def test_an_interpreter_who_leaves_leaves_the_booth(live: LiveMeeting, notes: Notes) -> None:
    chair, smith, _ = await interpreted(live)
    while chair.view["booths"]["en"].get("live") != "smith":
        await chair.until("change")
    live.seats.disconnect(smith.connection)
    while "live" in chair.view["booths"]["en"]:
        await chair.until("change")
    assert [entry.fact.type for entry in notes.log[-2:]] == ["booth.left", "seat.left"]
    assert [seats for what, seats in notes.happened if what == "permitted"][-1] == set()
