"""A session over TCP whose client does as it likes: it may be ended, the room goes on."""

from __future__ import annotations

import asyncio

import moq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.world.examples import examples
from tests.world.media import MICROPHONE, Hosted, until

from hemicycle.media.server import gate
from hemicycle.media.server.room import SESSIONS_PER_TICKET
from hemicycle.media.server.server import MediaServer
from hemicycle.media.server.tcp_session import MAX_SUBSCRIPTIONS, MAX_UNSAID, TcpSession
from hemicycle.media.wire.clock import now_us
from hemicycle.media.wire.codecs import OPUS
from hemicycle.media.wire.frames import encode_frame
from hemicycle.media.wire.tcp_messages import (
    BEGINS,
    BREACH,
    ENDS,
    REFUSED,
    REPLACED,
    Announce,
    End,
    Frame,
    Gone,
    Message,
    Release,
    Request,
    Subscribe,
    Unannounce,
    Unsubscribe,
    decode_message,
    encode_message,
)
from hemicycle.wire.ids import Source
from hemicycle.wire.media import Sending


class Ends:
    """Both ends of a socket in memory."""

    def __init__(self) -> None:
        self.up: asyncio.Queue[bytes | None] = asyncio.Queue()
        self.down: list[Message] = []
        self.reads = asyncio.Event()
        self.reads.set()

    async def send(self, message: bytes) -> None:
        await self.reads.wait()
        self.down.append(decode_message(message))

    async def receive(self) -> bytes | None:
        return await self.up.get()

    def say(self, message: Message) -> None:
        self.up.put_nowait(encode_message(message))

    def begin(self, hosted: Hosted, seat: str, ticket: str | None = None) -> asyncio.Task[int]:
        """Open a session; the task's result is the code it was closed with."""
        session = TcpSession(hosted.room, seat, ticket or hosted.room.admit(seat))
        return asyncio.get_running_loop().create_task(session.serve(self))


ids = st.integers(0, 3)
moves = st.lists(
    st.one_of(
        st.builds(
            Subscribe,
            ids,
            st.sampled_from([0, 200]),
            st.sampled_from(["a/microphone/1", "b/camera/1", ""]),
            st.sampled_from(["microphone", "camera", "camera_small", "catalog.json"]),
        ),
        st.builds(Unsubscribe, ids),
        st.just(Announce()),
        st.just(Unannounce()),
        st.builds(
            Frame,
            ids,
            st.integers(0, 5),
            st.integers(0, 3),
            st.sampled_from([b"", b"\x01", encode_frame(b"sound", 5)]),
        ),
        st.builds(End, ids, st.integers(0, 5), st.booleans()),
    ).map(encode_message)
    | st.binary(max_size=8),
    max_size=30,
)


@given(moves)
@examples(40)
def test_whatever_a_client_says(said: list[bytes]) -> None:
    async def run() -> None:
        async with MediaServer("127.0.0.1", 0) as door:
            hosted = Hosted(door)
            hosted.room.permit(frozenset({(seat, source) for seat in "ab" for source in Source}))
            hosted.room.set_sending("b", Sending(microphone=OPUS))
            ends = Ends()
            serving = ends.begin(hosted, "b")
            for data in said:
                ends.up.put_nowait(data)
                await asyncio.sleep(0)
            ends.up.put_nowait(None)
            assert await asyncio.wait_for(serving, 5) in (1000, BREACH)
            assert hosted.room.sessions == 0
            assert hosted.room.streams == {}
            assert not hosted.room.fan_out._readers

    asyncio.run(run())


async def test_who_asks_and_does_not_read_is_ended(hosted: Hosted) -> None:
    ends = Ends()
    ends.reads.clear()
    serving = ends.begin(hosted, "b")
    for number in range(MAX_UNSAID + 5):
        ends.say(Subscribe(number, 1, "x", "catalog.json"))
    assert await asyncio.wait_for(serving, 5) == BREACH


async def test_only_so_many_streams_at_once(hosted: Hosted) -> None:
    hosted.room.permit(frozenset({("a", MICROPHONE)}))
    hosted.room.set_sending("a", Sending(microphone=OPUS))
    speaker, viewer = Ends(), Ends()
    tasks = [speaker.begin(hosted, "a"), viewer.begin(hosted, "b")]
    speaker.say(Announce())
    path = await hosted.opened("a", MICROPHONE)
    for number in range(MAX_SUBSCRIPTIONS + 1):
        viewer.say(Subscribe(number, 1, path, "microphone"))
    await until(lambda: viewer.down == [Gone(MAX_SUBSCRIPTIONS)])
    viewer.say(Unsubscribe(0))
    viewer.say(Subscribe(MAX_SUBSCRIPTIONS + 1, 1, path, "microphone"))
    await asyncio.sleep(0.05)
    assert viewer.down == [Gone(MAX_SUBSCRIPTIONS)]
    hosted.room.permit(frozenset())
    await until(lambda: len(viewer.down) == MAX_SUBSCRIPTIONS + 1)
    assert {message for message in viewer.down if not isinstance(message, Gone)} == set()
    assert not hosted.room.fan_out._readers
    for ends in (speaker, viewer):
        ends.up.put_nowait(None)
    assert await asyncio.gather(*tasks) == [1000, 1000]


@pytest.mark.parametrize("flags", [BEGINS | ENDS, BEGINS])
async def test_a_frame_without_a_timestamp_ends_the_session(hosted: Hosted, flags: int) -> None:
    hosted.room.permit(frozenset({("a", MICROPHONE)}))
    hosted.room.set_sending("a", Sending(microphone=OPUS))
    ends = Ends()
    serving = ends.begin(hosted, "a")
    ends.say(Announce())
    await until(lambda: ends.down == [Request(1, "microphone")])
    ends.say(Frame(1, 0, flags, b""))
    assert await asyncio.wait_for(serving, 5) == BREACH
    assert hosted.room.streams == {}


async def test_how_a_session_is_ended(hosted: Hosted) -> None:
    ticket = hosted.room.admit("a")
    sessions = [Ends().begin(hosted, "a", ticket) for _ in range(SESSIONS_PER_TICKET + 1)]
    assert await asyncio.wait_for(sessions[0], 5) == REPLACED
    assert hosted.room.sessions == SESSIONS_PER_TICKET
    hosted.room.dismiss(ticket)
    assert await asyncio.gather(*sessions[1:]) == [REFUSED] * SESSIONS_PER_TICKET
    late = Ends().begin(hosted, "a", ticket)
    assert await asyncio.wait_for(late, 5) == REFUSED
    stays = Ends().begin(hosted, "b")
    await asyncio.sleep(0.01)
    await hosted.room.close()
    assert await asyncio.wait_for(stays, 5) == REFUSED


async def test_a_newer_connection_takes_the_seat_over_and_the_older_takes_it_back(hosted: Hosted) -> None:
    hosted.room.permit(frozenset({("a", MICROPHONE)}))
    hosted.room.set_sending("a", Sending(microphone=OPUS))
    older, newer = Ends(), Ends()
    first = older.begin(hosted, "a")
    older.say(Announce())
    await until(lambda: older.down == [Request(1, "microphone")])
    second = newer.begin(hosted, "a")
    newer.say(Announce())
    await until(lambda: newer.down == [Request(1, "microphone")])
    await until(lambda: len(older.down) == 2)
    newer.up.put_nowait(None)
    await second
    await until(lambda: older.down[-1] == Request(2, "microphone"))
    path = await hosted.opened("a", MICROPHONE)
    broadcast = await hosted.room.origin.consume().announced_broadcast(path).available()
    track = await broadcast.subscribe_track(MICROPHONE, moq.Subscription(max_age_us=500_000))
    stamp = now_us()
    older.say(Frame(2, 7, BEGINS | ENDS, encode_frame(b"sound", stamp)))
    group = await asyncio.wait_for(track.recv_group(), 5)
    assert group is not None
    frame = await group.read_frame()
    assert frame is not None
    assert (group.sequence, frame.payload) == (7, encode_frame(b"sound", stamp))
    older.up.put_nowait(None)
    assert await first == 1000


async def test_groups_of_a_picture_side_by_side_and_lost(hosted: Hosted) -> None:
    camera = Source.CAMERA
    hosted.room.permit(frozenset({("a", camera)}))
    hosted.room.set_sending(
        "a", Sending.model_validate({"camera": {"codec": "vp8", "width": 320, "height": 180}})
    )
    speaker, viewer = Ends(), Ends()
    tasks = [speaker.begin(hosted, "a"), viewer.begin(hosted, "b")]
    speaker.say(Announce())
    await until(lambda: speaker.down == [Request(1, "camera")])
    viewer.say(Subscribe(5, 100, await hosted.opened("a", camera), "camera"))
    stamp = now_us()
    speaker.say(Frame(1, 3, BEGINS | ENDS, encode_frame(b"", stamp)))
    await until(lambda: End(5, 3, lost=False) in viewer.down)
    frames = [encode_frame(bytes([number]), stamp + number) for number in range(5)]
    for message in (
        Frame(1, 4, BEGINS, frames[0]),
        Frame(1, 5, BEGINS, frames[1]),
        Frame(1, 4, 0, frames[2]),
        End(1, 4, lost=False),
        Frame(1, 5, 0, frames[3]),
        End(1, 5, lost=True),
        Frame(1, 5, 0, frames[4]),
    ):
        speaker.say(message)
        await asyncio.sleep(0.02)
    await until(lambda: len(viewer.down) >= 8)
    assert [message for message in viewer.down if getattr(message, "group", None) == 4] == [
        Frame(5, 4, BEGINS, frames[0]),
        Frame(5, 4, 0, frames[2]),
        End(5, 4, lost=False),
    ]
    assert [message for message in viewer.down if getattr(message, "group", None) == 5] == [
        Frame(5, 5, BEGINS, frames[1]),
        Frame(5, 5, 0, frames[3]),
        End(5, 5, lost=True),
    ]
    for ends in (speaker, viewer):
        ends.up.put_nowait(None)
    assert await asyncio.gather(*tasks) == [1000, 1000]


async def test_a_small_rendition_is_wanted_while_it_is_taken(
    hosted: Hosted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "LINGER_S", 0.2)
    small = Source.CAMERA_SMALL
    hosted.room.permit(frozenset({("a", small)}))
    hosted.room.set_sending(
        "a", Sending.model_validate({"camera_small": {"codec": "vp8", "width": 320, "height": 180}})
    )
    speaker, viewer = Ends(), Ends()
    tasks = [speaker.begin(hosted, "a"), viewer.begin(hosted, "b")]
    speaker.say(Announce())
    path = await hosted.opened("a", small)
    for turn in range(1, 4):
        assert len(speaker.down) == 2 * (turn - 1)
        viewer.say(Subscribe(turn, 100, path, small))
        await until(lambda turn=turn: speaker.down[-1:] == [Request(turn, small)])  # type: ignore[misc]
        still = encode_frame(b"still", now_us())
        speaker.say(Frame(turn, turn, BEGINS | ENDS, still))
        await until(lambda turn=turn: End(turn, turn, lost=False) in viewer.down)  # type: ignore[misc]
        # Nothing of an earlier turn comes before it.
        assert [message for message in viewer.down if getattr(message, "id", None) == turn] == [
            Frame(turn, turn, BEGINS, still),
            End(turn, turn, lost=False),
        ]
        viewer.say(Unsubscribe(turn))
        await until(lambda turn=turn: speaker.down[-1] == Release(turn))  # type: ignore[misc]
        assert hosted.path("a", small) == path
    for ends in (speaker, viewer):
        ends.up.put_nowait(None)
    assert await asyncio.gather(*tasks) == [1000, 1000]
