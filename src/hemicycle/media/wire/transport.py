"""The two transports over which sound and picture go."""

from __future__ import annotations

from typing import Literal

Transport = Literal["udp", "tcp"]
"""MoQ over QUIC, or messages of our own over a WebSocket where UDP is blocked."""
