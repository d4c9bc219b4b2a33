"""What the pages load, read once, and handed out in the smallest form that the browser takes."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

ENCODINGS: Mapping[str, str] = {"br": ".br", "gzip": ".gz"}
"""Content codings, the smallest first, and what the build adds to a file's name for each."""

FOREVER = "public, max-age=31536000, immutable"
"""Vite puts a hash into the name of all that can change, and that is all in `assets`."""

AN_HOUR = "public, max-age=3600"


@dataclass(frozen=True, slots=True)
class _Asset:
    media_type: str
    cache: str
    tag: str
    forms: Mapping[str, bytes]
    """By content coding; "": as it is."""


class Assets:
    """An ASGI application over the built files.

    They are in memory: the pages that this process hands out find what they load for as long as it
    runs, also where another build has replaced the files meanwhile.
    """

    def __init__(self, built: Path) -> None:
        """Read them; what is not there is not handed out."""
        self._assets = {
            file.relative_to(built).as_posix(): _read(file, hashed=file.parent.name == "assets")
            for file in built.rglob("*")
            if file.is_file() and file.suffix not in {".html", *ENCODINGS.values()}
        }

    def __contains__(self, path: str) -> bool:
        """Whether there is a file at a path relative to the build's folder."""
        return path in self._assets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request for one of them.

        Raises:
            HTTPException: there is none (404), or it is not asked for by GET or HEAD (405).
        """
        request = Request(scope, receive)
        if request.method not in ("GET", "HEAD"):
            raise HTTPException(405)
        asset = self._assets.get(_path(scope))
        if asset is None:
            raise HTTPException(404)
        await _answer(asset, request)(scope, receive, send)


def _path(scope: Scope) -> str:
    return str(scope["path"]).removeprefix(scope.get("root_path", "")).removeprefix("/")


def _read(file: Path, *, hashed: bool) -> _Asset:
    content = file.read_bytes()
    forms = {"": content}
    for coding, suffix in ENCODINGS.items():
        compressed = file.with_name(file.name + suffix)
        if compressed.is_file():
            forms[coding] = compressed.read_bytes()
    media_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    tag = hashlib.sha256(content).hexdigest()[:32]
    return _Asset(media_type, FOREVER if hashed else AN_HOUR, tag, forms)


def _answer(asset: _Asset, request: Request) -> Response:
    accepted = accepted_codings(request.headers.get("accept-encoding", ""))
    coding = next((each for each in ENCODINGS if each in asset.forms and each in accepted), "")
    tag = f'"{asset.tag}-{coding}"' if coding else f'"{asset.tag}"'
    headers = {"Cache-Control": asset.cache, "ETag": tag}
    if len(asset.forms) > 1:
        headers["Vary"] = "Accept-Encoding"
    if _matches(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    if coding:
        headers["Content-Encoding"] = coding
    body = asset.forms[coding]
    headers["Content-Length"] = str(len(body))
    return Response(b"" if request.method == "HEAD" else body, headers=headers, media_type=asset.media_type)


def accepted_codings(header: str) -> set[str]:
    """The content codings of ours that a request's `Accept-Encoding` names (RFC 9110, section
    12.5.3)."""
    accepted: dict[str, bool] = {}
    for part in header.lower().split(","):
        coding, *parameters = (piece.strip() for piece in part.split(";"))
        weights = [piece.removeprefix("q=") for piece in parameters if piece.startswith("q=")]
        accepted[coding] = not weights or weights[0].strip("0.") != ""
    others = accepted.get("*", False)
    return {coding for coding in ENCODINGS if accepted.get(coding, others)}


def _matches(header: str, tag: str) -> bool:
    tags = {each.strip().removeprefix("W/") for each in header.split(",")}
    return tag in tags or "*" in tags
