"""Each route of a seat says for whom it is, and each change is limited: over all routes there
are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from hemicycle.web import archive, check, communique, desk, doors, recordings, speaker_quotes, texts
from hemicycle.web.identity import guest, seat_holder

ROUTES = [
    route
    for module in (archive, check, communique, desk, doors, recordings, speaker_quotes, texts)
    for route in module.router.routes
    if isinstance(route, APIRoute)
]


def _calls(dependant: Dependant) -> Iterator[str]:
    for dependency in dependant.dependencies:
        if dependency.call is not None:
            yield dependency.call.__qualname__
        yield from _calls(dependency)


@pytest.mark.parametrize("route", [r for r in ROUTES if "{key}" in r.path], ids=lambda r: r.path)
def test_a_seats_route_asks_for_its_link(route: APIRoute) -> None:
    assert {seat_holder.__qualname__, guest.__qualname__} & set(_calls(route.dependant))


@pytest.mark.parametrize(
    "route",
    [r for r in ROUTES if (r.methods or set()) - {"GET", "HEAD"}],
    ids=lambda r: f"{r.methods} {r.path}",
)
def test_a_change_is_limited(route: APIRoute) -> None:
    # The result of a check is limited by its network, which no seat has.
    limited = {"changing.<locals>.check", "sent.<locals>.read"}
    assert limited & set(_calls(route.dependant)) or route.path.endswith("/check/result")


@pytest.mark.parametrize("route", [r for r in ROUTES if "/desk" in r.path], ids=lambda r: r.path)
def test_the_desk_is_the_chairs(route: APIRoute) -> None:
    assert "chair_holder" in set(_calls(route.dependant))
