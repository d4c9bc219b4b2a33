"""What is measured of the live meetings, for Prometheus."""

from __future__ import annotations

from prometheus_client import Counter, Histogram

FACTS = Counter("hemicycle_facts", "Facts stored", ["type"])
REFUSALS = Counter("hemicycle_refusals", "Commands not carried out", ["code"])
COMMAND_SECONDS = Histogram(
    "hemicycle_command_seconds",
    "From a command's arrival until its facts are stored and on their way to every seat",
    buckets=(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5),
)
