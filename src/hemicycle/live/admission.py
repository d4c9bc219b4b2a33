"""Lets seats in to a meeting: its view, its media, and the goodbye where they are not let in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hemicycle.live.broadcaster import Broadcaster
from hemicycle.live.connection import Connection, Way
from hemicycle.live.ports import Media
from hemicycle.room.channels import Channels
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.ids import Key
from hemicycle.wire.media import MediaDoor, Sending, Sends
from hemicycle.wire.messages import Goodbye, GoodbyeReason


class Admission:
    """The seats that are inside one meeting: their tickets, and what each is ready to send.

    Args:
        media: the meeting's sound and picture.
        door: where they are, for a way to the server and a ticket.
        broadcaster: tells who is inside.
        sending: called with what each seat could be heard and seen with, when that has changed.
        welcomed: called with each connection that was sent a `welcome`.
    """

    def __init__(
        self,
        media: Media,
        door: Callable[[Way, str], MediaDoor],
        broadcaster: Broadcaster,
        *,
        sending: Callable[[Mapping[Key, Sends]], None],
        welcomed: Callable[[Connection], None],
    ) -> None:
        self._media, self._door, self._broadcaster = media, door, broadcaster
        self._changed, self._welcomed = sending, welcomed
        self._tickets: dict[Key, tuple[str, str]] = {}
        """By seat: the ticket, and the page that has it."""
        self._sending: Mapping[Key, Sends] = {}

    def answer(self, connection: Connection, refusal: Refusal | None, state: State) -> None:
        """Let a connection in that asked for it, unless it was refused.

        A page that only lost its WebSocket keeps the ticket it had, and so its media connection: it
        is heard and seen meanwhile. Any other page of the seat loses its own.
        """
        if refusal is not None:
            if refusal.code is DoorRefusal.SEAT_SENT_OUT:
                connection.send(Goodbye(reason=GoodbyeReason.SENT_OUT).model_dump_json())
            else:
                connection.close(GoodbyeReason.REVOKED if refusal.code is DoorRefusal.NO_SUCH_SEAT else None)
            return
        ticket, page = self._tickets.get(connection.seat, ("", ""))
        if not page or page != connection.page:
            self.shut(connection.seat)
            ticket = self._media.admit(connection.seat)
        self._tickets[connection.seat] = ticket, connection.page
        connection.ticket = ticket
        self.welcome(connection, state)

    def welcome(self, connection: Connection, state: State) -> None:
        """Say `welcome` to a connection that is inside, with what is so now."""
        if connection.ticket is not None:
            door = self._door(connection.way, connection.ticket)
            self._broadcaster.welcome(connection, door, state[Channels].chosen.get(connection.seat))
            self._welcomed(connection)

    def send_out(self, seat: Key, connection: Connection | None) -> None:
        """A seat is inside no more; its connection, where it has one, stays and is told so."""
        self.shut(seat)
        if connection is not None:
            self._broadcaster.leave(connection)
            connection.ticket = None
            connection.send(Goodbye(reason=GoodbyeReason.SENT_OUT).model_dump_json())

    def offer(self, seat: Key, sending: Sending) -> None:
        """A seat says what it is ready to send."""
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

    def shut(self, seat: Key) -> None:
        """End a seat's media connections; nobody is let in with their ticket any more."""
        self.offer(seat, Sending())
        if found := self._tickets.pop(seat, None):
            self._media.dismiss(found[0])
