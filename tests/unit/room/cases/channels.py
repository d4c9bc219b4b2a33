"""What is listened to: state, who asks for what, and what comes of it."""

# ruff: noqa: E501 -- a table reads by the line

from __future__ import annotations

from tests.unit.room.meetings import Cases, everybody_in
from tests.unit.room.states import OPEN, OUT, PLANNED

from hemicycle.room.channels import ChannelChosen
from hemicycle.wire.booths import BoothRefusal
from hemicycle.wire.channels import ChooseChannel
from hemicycle.wire.models import RequestRefusal

CASES: Cases = [
    (OPEN, "press", ChooseChannel(booth="kk"), [ChannelChosen("press", "kk")]),
    (PLANNED, "france", ChooseChannel(booth="en"), [ChannelChosen("france", "en")]),
    (everybody_in(ChannelChosen("press", "kk")), "press", ChooseChannel(booth="kk"), []),
    (everybody_in(ChannelChosen("press", "kk")), "press", ChooseChannel(booth=None), [ChannelChosen("press")]),
    (OPEN, "press", ChooseChannel(booth=None), []),
    (OPEN, "press", ChooseChannel(booth="ko"), BoothRefusal.NO_SUCH_BOOTH),
    (OUT, "france", ChooseChannel(booth="en"), RequestRefusal.NOT_ALLOWED),
]  # fmt: skip
