"""What waits for a slow client: whole groups are given up, sound goes first, memory is bounded."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from hemicycle.media.wire.tcp_messages import (
    BEGINS,
    ENDS,
    GOES_ON,
    End,
    Frame,
    Gone,
    Message,
    decode_message,
    encode_message,
    frame_tail,
)
from hemicycle.media.wire.tcp_queue import (
    BEGUN_S,
    PICTURE_LIMITS,
    SOUND_LIMITS,
    Limits,
    Outbox,
    StreamQueue,
    limits_of,
)
from hemicycle.wire.ids import Source


def push(queue: StreamQueue, group: int, flags: int, now: float, payload: bytes = b"x") -> None:
    queue.frame(group, flags, frame_tail(group, flags, payload), now)


def all_of(queue: StreamQueue | Outbox, now: float) -> Iterator[Message]:
    while (message := queue.pop(now)) is not None:
        yield decode_message(message)


def short(messages: Iterator[Message]) -> list[str]:
    """Each as a word: a frame as its group with `+` for its beginning, an end as `|` or as
    `lost`."""
    words = []
    for message in messages:
        match message:
            case Frame(group=group, flags=flags):
                words.append("+" * (flags & BEGINS) + str(group) + "|" * bool(flags & ENDS))
            case End(group=group, lost=lost):
                words.append(f"{'lost' if lost else '|'}{group}")
            case _:
                words.append(type(message).__name__.lower())
    return words


def test_in_order_while_it_is_read_in_time() -> None:
    queue = StreamQueue(1, 10, PICTURE_LIMITS)
    for group in (4, 5):
        push(queue, group, BEGINS, 0)
        push(queue, group, 0, 0.1)
        queue.end(group, False, 0.1)
    assert short(all_of(queue, 0.2)) == ["+4", "4", "|4", "+5", "5", "|5"]


def test_groups_side_by_side() -> None:
    queue = StreamQueue(1, 10, PICTURE_LIMITS)
    push(queue, 4, BEGINS, 0)
    push(queue, 5, BEGINS, 0)
    push(queue, 4, 0, 0)
    queue.end(4, False, 0)
    assert short(all_of(queue, 0)) == ["+4", "+5", "4", "|4"]


def test_old_sound_is_thrown_away_frame_by_frame() -> None:
    queue = StreamQueue(1, 10, SOUND_LIMITS)
    for group in range(100):
        push(queue, group, BEGINS | ENDS, group * 0.02)
    words = short(all_of(queue, 99 * 0.02))
    assert words[-1] == "+99|"
    assert 24 <= len(words) <= 26
    assert queue.lost == 100 - len(words)


def test_a_picture_that_waits_too_long_goes_whole() -> None:
    queue = StreamQueue(1, 10, PICTURE_LIMITS)
    push(queue, 1, BEGINS, 0)
    push(queue, 1, 0, 0.5)
    assert decode_message(queue.pop(0.5) or b"") == Frame(1, 1, BEGINS, b"x")
    push(queue, 1, 0, 1.6)
    push(queue, 1, 0, 1.7)
    push(queue, 2, BEGINS, 2.0)
    # What the client has a part of is told lost; the rest of it is never sent.
    assert short(all_of(queue, 2.0)) == ["lost1", "+2"]
    push(queue, 2, 0, 2.1)
    assert short(all_of(queue, 2.1)) == ["2"]


def test_a_group_of_which_nothing_was_sent_goes_in_silence() -> None:
    queue = StreamQueue(1, 10, PICTURE_LIMITS)
    push(queue, 1, BEGINS, 0)
    push(queue, 2, BEGINS, 1.2)
    assert short(all_of(queue, 1.2)) == ["+2"]


def test_too_many_bytes() -> None:
    queue = StreamQueue(1, 10, Limits(100, 1000))
    push(queue, 1, BEGINS, 0, b"x" * 600)
    push(queue, 1, 0, 0, b"x" * 600)
    push(queue, 2, BEGINS, 0, b"x" * 600)
    assert short(all_of(queue, 0)) == ["+2"]
    push(queue, 3, BEGINS, 0, b"x" * 5000)
    assert short(all_of(queue, 0)) == ["+3"], "a frame that is longer by itself is sent alone"


def test_who_comes_in_the_middle_of_a_group_waits_for_the_next() -> None:
    queue = StreamQueue(1, 10, PICTURE_LIMITS)
    push(queue, 1, 0, 0)
    queue.end(1, False, 0)
    push(queue, 2, BEGINS, 0)
    assert short(all_of(queue, 0)) == ["+2"]


def test_an_end_comes_after_what_waits_and_once() -> None:
    outbox = Outbox()
    queue = StreamQueue(1, 10, PICTURE_LIMITS)
    outbox.add(queue)
    push(queue, 1, BEGINS | ENDS, 0)
    queue.close()
    push(queue, 2, BEGINS | ENDS, 0)
    assert short(all_of(outbox, 0)) == ["+1|", "gone"]
    assert len(outbox) == 0
    late = StreamQueue(2, 10, PICTURE_LIMITS)
    outbox.add(late)
    push(late, 1, BEGINS | ENDS, 0)
    late.close()
    assert short(all_of(outbox, 5)) == ["gone"], "too old to be sent, and then gone, once"


def test_sound_goes_first_and_what_is_said_before_it() -> None:
    outbox = Outbox()
    picture, sound = StreamQueue(1, 100, PICTURE_LIMITS), StreamQueue(2, 200, SOUND_LIMITS)
    outbox.add(picture)
    outbox.add(sound)
    push(picture, 1, BEGINS, 0)
    push(sound, 1, BEGINS | ENDS, 0.1)
    push(sound, 2, BEGINS | ENDS, 0.2)
    outbox.say(encode_message(Gone(7)))
    assert [getattr(message, "id", None) for message in all_of(outbox, 0.2)] == [7, 2, 2, 1]


def test_of_equal_streams_the_one_that_waits_longest() -> None:
    outbox = Outbox()
    for number in (1, 2):
        outbox.add(StreamQueue(number, 100, PICTURE_LIMITS))
    queues = list(outbox._streams.values())
    for at in range(4):
        push(queues[at % 2], at, BEGINS | ENDS, at / 10)
    assert [getattr(message, "id", None) for message in all_of(outbox, 0.4)] == [1, 2, 1, 2]


def test_limits() -> None:
    assert {source: limits_of(source) for source in Source if limits_of(source) == SOUND_LIMITS} == {
        Source.MICROPHONE: SOUND_LIMITS
    }


steps = st.lists(
    st.tuples(st.sampled_from("fffep"), st.integers(0, 3), st.integers(0, 400), st.floats(0, 0.6)),
    max_size=80,
)


@given(steps)
def test_whatever_happens_what_is_sent_is_whole_and_little(steps: list[tuple[str, int, int, float]]) -> None:
    """Frames of a group come from its beginning without a gap; each group that was begun is
    ended."""
    queue = StreamQueue(1, 10, Limits(1.0, 1000))
    now, newest, counts, sent = 0.0, 0, dict[int, int](), dict[int, int]()
    ended: set[int] = set()
    for kind, group, size, pause in steps:
        now += pause
        number = newest - min(group, 1)
        if kind == "f" and group < 3:
            if number not in counts or group == 0:
                newest = number = newest + 1
            flags = 0 if number in counts else BEGINS
            payload = counts.setdefault(number, 0).to_bytes(2) + b"x" * size
            counts[number] += 1
            push(queue, number, flags, now, payload)
        elif kind == "e" and number in counts:
            queue.end(number, False, now)
        elif kind == "p" and (data := queue.pop(now)) is not None:
            message = decode_message(data)
            if isinstance(message, Frame):
                assert message.group not in ended
                assert int.from_bytes(message.payload[:2]) == sent.get(message.group, 0)
                assert bool(message.flags & BEGINS) == (message.group not in sent)
                sent[message.group] = sent.get(message.group, 0) + 1
            elif isinstance(message, End):
                assert message.group in sent
                ended.add(message.group)
        assert queue.waiting <= 1000 + 500
    while (data := queue.pop(now + 10)) is not None:
        message = decode_message(data)
        assert isinstance(message, End)
        assert message.lost
        ended.add(message.group)
    open_still = {group for group in sent if group not in ended and group not in queue._begun}
    assert not open_still


def test_a_word_waits_for_a_part_of_a_picture_only() -> None:
    outbox = Outbox()
    picture, sound = StreamQueue(1, 5, PICTURE_LIMITS), StreamQueue(2, 9, SOUND_LIMITS)
    outbox.add(picture)
    outbox.add(sound)
    push(picture, 7, BEGINS, 0, bytes(range(10)))
    sent = [outbox.pop(0, 4)]
    push(sound, 3, BEGINS | ENDS, 0)
    sent += [outbox.pop(0, 4) for _ in range(4)]
    assert sent.pop() is None
    heard = [decode_message(message or b"") for message in sent]
    assert heard == [
        Frame(1, 7, BEGINS | GOES_ON, bytes(range(4))),
        Frame(2, 3, BEGINS | ENDS, b"x"),
        Frame(1, 7, GOES_ON, bytes(range(4, 8))),
        Frame(1, 7, 0, bytes(range(8, 10))),
    ]
    assert outbox.waiting == 0


def test_a_picture_of_which_a_part_was_sent_is_sent_on_unless_it_takes_too_long() -> None:
    def begun() -> StreamQueue:
        queue = StreamQueue(1, 5, PICTURE_LIMITS)
        push(queue, 7, BEGINS, 0, b"1234")
        assert queue.pop(0, 2) is not None
        return queue

    queue = begun()
    assert list(all_of(queue, BEGUN_S)) == [Frame(1, 7, 0, b"34")]
    queue = begun()
    assert short(all_of(queue, BEGUN_S + 1)) == ["lost7"]
    assert queue.waiting == 0
