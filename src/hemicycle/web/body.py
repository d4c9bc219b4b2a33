"""A request's body, no longer than it may be."""

from __future__ import annotations

from fastapi import HTTPException, Request
from starlette.requests import ClientDisconnect


async def body_of(request: Request, most: int, too_long: str) -> bytes:
    """The body.

    Args:
        request: whose.
        most: how many bytes it may have.
        too_long: what is said where it has more.

    Raises:
        HTTPException: 413 where it is longer, 400 where it broke off.
    """
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > most:
                raise HTTPException(413, too_long)
    except ClientDisconnect as error:
        raise HTTPException(400, "What was sent broke off.") from error
    return bytes(body)
