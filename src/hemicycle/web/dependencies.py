"""The parts of the server that routes are given: the owner, the built pages, the settings."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends
from fastapi.requests import HTTPConnection

from hemicycle.live.owner import Owner
from hemicycle.web.pages import Pages
from hemicycle.web.settings import ServerSettings


def owner_of(connection: HTTPConnection) -> Owner:
    """The owner of this server's meetings."""
    owner: Owner = connection.app.state.owner
    return owner


def pages_of(connection: HTTPConnection) -> Pages:
    """The built pages."""
    pages: Pages = connection.app.state.pages
    return pages


def settings_of(connection: HTTPConnection) -> ServerSettings:
    """What the server was told when it started."""
    settings: ServerSettings = connection.app.state.settings
    return settings


OwnerHere = Annotated[Owner, Depends(owner_of)]
PagesHere = Annotated[Pages, Depends(pages_of)]
SettingsHere = Annotated[ServerSettings, Depends(settings_of)]
