"""The seats of a meeting and their connections: who is let in, missed, and told goodbye."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from hemicycle.live.broadcaster import Broadcaster
from hemicycle.live.connection import Connection, Way
from hemicycle.live.ports import Media
from hemicycle.live.presence import Presence
from hemicycle.live.request import Request
from hemicycle.room.channels import Channels
from hemicycle.room.doors import Enter, Leave, SeatLetIn, SeatSentOut
from hemicycle.room.log import Entry
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.ids import Key
from hemicycle.wire.media import MediaDoor, Sending, Sends
from hemicycle.wire.messages import Goodbye, GoodbyeReason


class Seats:
    """The seats of one meeting: their connections, their tickets, and what each is ready to send.

    Args:
        media: the meeting's sound and picture.
        door: where they are, for a way to the server and a ticket.
        broadcaster: tells who is inside.
        put: puts a request into the meeting's inbox.
        sending: called with what each seat could be heard and seen with, when that has changed.
        welcomed: called with each connection that was sent a `welcome`.
        grace_s: how long a seat stays taken without a connection.
    """

    def __init__(
        self,
        media: Media,
        door: Callable[[Way, str], MediaDoor],
        broadcaster: Broadcaster,
        *,
        put: Callable[[Request], None],
        sending: Callable[[Mapping[Key, Sends]], None],
        welcomed: Callable[[Connection], None],
        grace_s: float,
    ) -> None:
        self.presence = Presence(grace_s, self._gone)
        self._media, self._door, self._broadcaster = media, door, broadcaster
        self._put, self._changed, self._welcomed = put, sending, welcomed
        self._tickets: dict[Key, tuple[str, str]] = {}
        """By seat: the ticket, and the page that has it."""
        self._sending: Mapping[Key, Sends] = {}
        self._stopped = False

    def connect(self, connection: Connection) -> None:
        """Take up a seat's new connection; an older one of another page is told that it was
        replaced."""
        if self._stopped:
            connection.close()
            return
        if older := self.presence.arrived(connection):
            self._broadcaster.leave(older)
            # What a page asked for and gave up may come after its next try: it must be free to come
            # back.
            is_same = bool(connection.page) and connection.page == older.page
            older.close(None if is_same else GoodbyeReason.REPLACED)
        self._put(Request(Enter(), connection.seat, connection))

    def disconnect(self, connection: Connection) -> None:
        """The socket of a connection is gone; the seat has a while to come back."""
        connection.close()
        self._broadcaster.leave(connection)
        self.presence.left(connection)

    def revoke(self, connection: Connection) -> None:
        """The link that the connection came by is no longer valid: whoever used it is out."""
        connection.close(GoodbyeReason.REVOKED)
        self.disconnect(connection)
        self._shut(connection.seat)

    def stop(self) -> None:
        """Close every connection without a goodbye, and take up no other."""
        self._stopped = True
        self.presence.stop()

    def answer(self, connection: Connection, refusal: Refusal | None, state: State) -> None:
        """Let a connection in that asked for it, unless it was refused or another took its place.

        A page that only lost its WebSocket keeps the ticket it had, and so its media connection: it
        is heard and seen meanwhile. Any other page of the seat loses its own.
        """
        if self.presence.connections.get(connection.seat) is not connection:
            return
        if refusal is not None:
            if refusal.code is DoorRefusal.SEAT_SENT_OUT:
                connection.send(Goodbye(reason=GoodbyeReason.SENT_OUT).model_dump_json())
            else:
                connection.close(GoodbyeReason.REVOKED if refusal.code is DoorRefusal.NO_SUCH_SEAT else None)
            return
        ticket, page = self._tickets.get(connection.seat, ("", ""))
        if not page or page != connection.page:
            self._shut(connection.seat)
            ticket = self._media.admit(connection.seat)
        self._tickets[connection.seat] = ticket, connection.page
        connection.ticket = ticket
        self._welcome(connection, ticket, state)

    def welcome_again(self, state: State) -> None:
        """Welcome whoever is inside again: the plan, or the way to the media, is another one."""
        for connection in self.presence.connections.values():
            if connection.ticket is not None:
                self._welcome(connection, connection.ticket, state)

    def see_to(self, entries: Sequence[Entry]) -> None:
        """Do what facts mean for the connections of the seats that they are about."""
        for entry in entries:
            match entry.fact:
                case SeatSentOut(seat=seat):
                    self._send_out(seat, self.presence.connections.get(seat))
                case SeatLetIn(seat=seat):
                    if connection := self.presence.connections.get(seat):
                        self._put(Request(Enter(), seat, connection))
                case _:
                    pass

    def offer(self, connection: Connection, sending: Sending) -> None:
        """A seat says what it is ready to send; from outside it is not heard."""
        if connection.is_inside:
            self._offer(connection.seat, sending)

    def _gone(self, seat: Key) -> None:
        """A seat without a connection was not back in time."""
        self._shut(seat)
        self._put(Request(Leave(), seat))

    def _welcome(self, connection: Connection, ticket: str, state: State) -> None:
        door = self._door(connection.way, ticket)
        self._broadcaster.welcome(connection, door, state[Channels].chosen.get(connection.seat))
        self._welcomed(connection)

    def _send_out(self, seat: Key, connection: Connection | None) -> None:
        """A seat is inside no more; its connection, where it has one, stays and is told so."""
        self._shut(seat)
        if connection is not None:
            self._broadcaster.leave(connection)
            connection.ticket = None
            connection.send(Goodbye(reason=GoodbyeReason.SENT_OUT).model_dump_json())

    def _offer(self, seat: Key, sending: Sending) -> None:
        self._media.set_sending(seat, sending)
        sends: Sends = {}
        if sending.microphone:
            sends["microphone"] = True
        if sending.camera:
            sends["camera"] = True
        if sending.screen:
            sends["screen"] = True
        others = {other: its for other, its in self._sending.items() if other != seat}
        changed = {**others, seat: sends} if sends else others
        if changed != self._sending:
            self._sending = changed
            self._changed(changed)

    def _shut(self, seat: Key) -> None:
        """End a seat's media connections; nobody is let in with their ticket any more."""
        self._offer(seat, Sending())
        if found := self._tickets.pop(seat, None):
            self._media.dismiss(found[0])
