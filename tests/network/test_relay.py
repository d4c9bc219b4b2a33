"""The relay does what it is told: what is measured through it means something."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

import pytest
from bench.relay.conditions import Conditions, Direction
from bench.relay.control import Relay
from bench.relay.tcp import SEGMENT, Flow, resumes

pytestmark = pytest.mark.realtime

PACKETS = 20_000


def direction(conditions: Conditions) -> Direction:
    made = Direction(7, down=True)
    made.become(conditions, 0.0)
    return made


@pytest.mark.parametrize("burst", [1.0, 5.0])
def test_so_many_are_lost_and_so_many_in_a_row(burst: float) -> None:
    way = direction(Conditions(loss=0.05, burst=burst))
    lost = [way.loses(at / 1000) for at in range(PACKETS)]
    assert sum(lost) / PACKETS == pytest.approx(0.05, rel=0.2)
    runs = sum(now and not before for before, now in zip([False, *lost], lost, strict=False))
    assert sum(lost) / runs == pytest.approx(burst, rel=0.2)


def test_the_same_seed_loses_the_same() -> None:
    conditions = Conditions(loss=0.1)
    assert [direction(conditions).loses(0) for _ in range(50)] == [direction(conditions).loses(0)] * 50
    one, other = direction(conditions), direction(conditions)
    assert [one.loses(0) for _ in range(99)] == [other.loses(0) for _ in range(99)]


def test_delay_and_jitter() -> None:
    way = direction(Conditions(delay_ms=40, jitter_ms=10))
    taken = [way.takes() * 1000 for _ in range(1000)]
    assert 30 <= min(taken) < 31
    assert 49 < max(taken) <= 50


def test_a_narrow_link_has_a_queue_and_the_queue_an_end() -> None:
    way = direction(Conditions(down_kbit=1000, queue_ms=205))
    # Each fills the link for 10 ms: twenty-one fit, one of them on the link itself.
    left = [way.leave(0.0, 1250) for _ in range(30)]
    passed = [one for one in left if one is not None]
    assert passed == pytest.approx([0.01 * (place + 1) for place in range(21)])
    assert left[21:] == [None] * 9
    assert way.leave(0.21, 1250) == pytest.approx(0.22)
    other = Direction(7, down=False)
    other.become(way.conditions, 0.0)
    assert other.leave(0.0, 1250) == 0.0


def test_an_outage_comes_again() -> None:
    way = direction(Conditions(outage_ms=300, outage_every_ms=5000))
    # Between the hundredths of a second, so that no border falls on one.
    lost = [at for at in range(1200) if way.loses((at + 0.5) / 100)]
    assert lost == [*range(500, 530), *range(1000, 1030)]


def test_a_sender_comes_back_when_its_doubled_wait_is_over() -> None:
    assert resumes(10.0, 10.1, 0.2) == pytest.approx(10.2)
    assert resumes(10.0, 13.1, 0.2) == pytest.approx(16.2)
    assert resumes(0.0, 12.0, 1.0) == pytest.approx(15.0)


def carry(loss: float, segments: int = 3000) -> tuple[float, float]:
    """Sends as fast as the window lets; returns kbit/s, and by how much the latest was late at
    most."""
    conditions = Conditions(delay_ms=40, loss=loss)
    flow = Flow(direction(conditions), direction(Conditions(delay_ms=40)))
    now, sent, latest, worst = 0.0, 0, 0.0, 0.0
    known: list[float] = []
    while sent < segments:
        if flow.room:
            arrival, acknowledged = flow.send(now, SEGMENT)
            assert arrival >= latest
            latest, worst, sent = arrival, max(worst, arrival - now), sent + 1
            known.append(acknowledged)
            continue
        known.sort()
        now = known.pop(0)
        flow.acknowledge()
    return segments * SEGMENT * 8 / 1000 / latest, worst


def test_loss_narrows_tcp_and_holds_up_what_follows() -> None:
    # RFC 9438, equation 4: 1.054 / sqrt(loss) segments in a round trip of 80 ms.
    rate, worst = carry(0.02)
    assert rate == pytest.approx(1.054 / 0.02**0.5 * SEGMENT * 8 / 1000 / 0.08, rel=0.35)
    assert worst > 0.12
    faster, _ = carry(0.002)
    assert faster > 2 * rate


@pytest.fixture(scope="module")
def echo() -> Iterator[int]:
    """The port of a server that sends back what it gets, datagrams with the sender's port in
    front."""
    with contextlib.ExitStack() as stack:
        tcp = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        port = tcp.getsockname()[1]
        udp = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        udp.bind(("127.0.0.1", port))
        for one, serve in ((tcp, _echo_streams), (udp, _echo_datagrams)):
            threading.Thread(target=serve, args=(one,), daemon=True).start()
        yield port


def _echo_datagrams(udp: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while True:
            data, sender = udp.recvfrom(2048)
            udp.sendto(f"{sender[1]} ".encode() + data, sender)


def _echo_streams(tcp: socket.socket) -> None:
    def serve(one: socket.socket) -> None:
        with one, contextlib.suppress(OSError):
            while data := one.recv(65536):
                one.sendall(data)

    with contextlib.suppress(OSError):
        while True:
            threading.Thread(target=serve, args=(tcp.accept()[0],), daemon=True).start()


@pytest.fixture
def through(echo: int) -> Iterator[Relay]:
    with Relay() as relay:
        relay.target(echo)
        yield relay


@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")])
def test_datagrams_pass_later_or_not_at_all(through: Relay, family: socket.AddressFamily, host: str) -> None:
    with socket.socket(family, socket.SOCK_DGRAM) as sender:
        sender.settimeout(1)
        sender.connect((host, through.port))
        through.become(Conditions(delay_ms=40))
        began = time.monotonic()
        sender.send(b"one")
        assert sender.recv(99).endswith(b" one")
        assert time.monotonic() - began >= 0.08

        through.change(udp=False)
        sender.send(b"lost")
        with pytest.raises(TimeoutError):
            sender.recv(99)
        through.change(udp=True)
        sender.send(b"two")
        before = sender.recv(99)
        assert before.endswith(b" two")

        through.move()
        sender.send(b"two")
        after = sender.recv(99)
        assert after.endswith(b" two")
        assert after != before


def test_streams_keep_their_order_and_their_end(through: Relay) -> None:
    through.become(Conditions(delay_ms=20, jitter_ms=10, loss=0.02))
    sent = bytes(range(256)) * 800
    with socket.create_connection(("127.0.0.1", through.port)) as one:
        one.settimeout(20)

        def send() -> None:
            one.sendall(sent)
            one.shutdown(socket.SHUT_WR)

        threading.Thread(target=send).start()
        got = b""
        while data := one.recv(65536):
            got += data
    assert got == sent


def test_streams_outlive_a_black_hole_and_die_with_an_address(through: Relay) -> None:
    with socket.create_connection(("127.0.0.1", through.port)) as one:
        one.settimeout(0.5)
        one.sendall(b"a")
        assert one.recv(9) == b"a"
        through.change(tcp=False)
        one.sendall(b"b")
        with pytest.raises(TimeoutError):
            one.recv(9)
        through.change(tcp=True)
        one.settimeout(10)
        assert one.recv(9) == b"b"
        assert through.stats()["tcp_connections"] == 1

        through.move()
        with pytest.raises(ConnectionResetError):
            one.recv(9)
        assert through.stats()["tcp_connections"] == 0


def test_nobody_there_is_told_at_once(through: Relay) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        free = taken.getsockname()[1]
    through.target(free)
    with socket.create_connection(("127.0.0.1", through.port)) as one:
        one.settimeout(10)
        assert _ended(one)


def _ended(one: socket.socket) -> bool:
    try:
        return one.recv(9) == b""
    except ConnectionResetError:
        return True
