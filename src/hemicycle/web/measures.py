"""`/health` for whoever restarts the server, `/metrics` for Prometheus."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from hemicycle.live.owner import Owner
from hemicycle.web.dependencies import OwnerHere

LABELS = ["meeting"]

router = APIRouter(tags=["operation"])


class OwnerCollector(Collector):
    """Reads an owner's counters when Prometheus asks, so that counting costs nothing in between."""

    def __init__(self, owner: Owner) -> None:
        """Read the meetings that this owner holds."""
        self._owner = owner

    def collect(self) -> Iterator[Metric]:
        """One family a figure, one sample a meeting."""
        seats = GaugeMetricFamily("hemicycle_seats_connected", "Seats with a connection", labels=LABELS)
        present = GaugeMetricFamily("hemicycle_seats_present", "Seats taken", labels=LABELS)
        for slug, live in self._owner.meetings.items():
            seats.add_metric([slug], len(live.connections))
            present.add_metric([slug], len(live.state.present))
        publishers = GaugeMetricFamily(
            "hemicycle_publishers", "Seats that something passes from", labels=LABELS
        )
        viewers = GaugeMetricFamily("hemicycle_viewers", "Pages that only take", labels=[*LABELS, "way"])
        frames = CounterMetricFamily("hemicycle_frames_copied", "Frames let into the room", labels=LABELS)
        size = CounterMetricFamily("hemicycle_bytes_copied", "Bytes let into the room", labels=LABELS)
        great = CounterMetricFamily(
            "hemicycle_groups_too_great",
            "Groups left out whose pictures were greater than announced",
            labels=LABELS,
        )
        for slug, room in self._owner.rooms.items():
            great.add_metric([slug], room.counters.too_great)
            publishers.add_metric([slug], room.publishers)
            for way, count in room.viewers.items():
                viewers.add_metric([slug, way], count)
            frames.add_metric([slug], room.counters.frames)
            size.add_metric([slug], room.counters.bytes)
        yield from (seats, present, publishers, viewers, frames, size, great)


@router.get("/metrics", response_class=Response)
async def metrics(owner: OwnerHere) -> Response:
    """Figures in the Prometheus text format."""
    own = CollectorRegistry()
    own.register(OwnerCollector(owner))
    return Response(generate_latest(REGISTRY) + generate_latest(own), media_type=CONTENT_TYPE_LATEST)


@router.get("/health")
async def health(owner: OwnerHere) -> dict[str, str]:
    """Whether the server can do its work: it answers, and so does its database."""
    await asyncio.to_thread(owner.store.open_meetings)
    return {"status": "ok"}
