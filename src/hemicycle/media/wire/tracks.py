"""How broadcasts and tracks are named and ranked, by both ends."""

from __future__ import annotations

import moq

from hemicycle.wire.ids import Source

BROADCAST_PATH = "seat"
"""The path of the one broadcast that a session may publish."""

# Sound before picture where a link is narrow.
PRIORITY = {
    Source.MICROPHONE: 200,
    Source.SCREEN: 120,
    Source.SCREEN_SMALL: 120,
    Source.CAMERA: 100,
    Source.CAMERA_SMALL: 100,
}
"""The priority of each source's track: the greater one goes first."""

LATE = moq.Subscription(max_age_us=500_000)
"""Groups that come up to half a second late are still wanted: without it a lost packet is a lost
frame."""
