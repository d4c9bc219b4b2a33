"""The WebSocket of a seat: views down, commands up."""

from __future__ import annotations

from fastapi import APIRouter, WebSocket

from hemicycle.live.connection import Connection
from hemicycle.store.tokens import token_hash
from hemicycle.web.dependencies import owner_of, settings_of
from hemicycle.web.exchange import exchange
from hemicycle.web.identity import seat_of_cookie, token_in
from hemicycle.web.origin import same_origin
from hemicycle.web.way import way_of
from hemicycle.wire.ids import audience_of
from hemicycle.wire.messages import Goodbye, GoodbyeReason
from hemicycle.wire.models import RequestRefusal

router = APIRouter()


@router.websocket("/m/{slug}/seats/{key}/ws")
async def seat_socket(websocket: WebSocket, slug: str, key: str) -> None:
    """One seat's connection, from its welcome to its end."""
    if not same_origin(websocket):
        await websocket.close()
        return
    row = await seat_of_cookie(websocket, slug, key)
    await websocket.accept()
    if row is None or row.revoked:
        # Said over the socket, as a page cannot read why a handshake was turned down.
        reason = GoodbyeReason.REVOKED if row else GoodbyeReason.NO_SEAT
        await websocket.send_text(Goodbye(reason=reason).model_dump_json())
        await websocket.close()
        return
    page = websocket.query_params.get("page", "")[:64]
    link = token_hash(token_in(websocket) or "")
    connection = Connection(key, audience_of(row.role), link, way_of(websocket, settings_of(websocket)), page)
    async with owner_of(websocket).using(slug) as live:
        live.seats.connect(connection)
        try:
            await exchange(
                websocket,
                connection,
                lambda text: live.hear(connection, text),
                lambda text: live.refuse(connection, text, RequestRefusal.TOO_FAST),
            )
        finally:
            live.seats.disconnect(connection)
