"""Publishing: state, who asks for what, and what comes of it."""

from __future__ import annotations

from tests.unit.room.meetings import Cases, after

from hemicycle.room.communique import (
    CommuniquePublished,
    CommuniqueWithdrawn,
    PublishCommunique,
    WithdrawCommunique,
)
from hemicycle.wire.models import RequestRefusal

PUBLISHED = after(CommuniquePublished("en", 2, "chair"))

CASES: Cases = [
    (after(), "chair", PublishCommunique("en", 2), [CommuniquePublished("en", 2, "chair")]),
    (PUBLISHED, "chair", PublishCommunique("en", 2), []),
    (PUBLISHED, "chair", PublishCommunique("en", 3), [CommuniquePublished("en", 3, "chair")]),
    (after(), "minister", PublishCommunique("en", 2), RequestRefusal.NOT_ALLOWED),
    (PUBLISHED, "chair", WithdrawCommunique("en"), [CommuniqueWithdrawn("en", "chair")]),
    (PUBLISHED, "chair", WithdrawCommunique("ko"), []),
    (PUBLISHED, "minister", WithdrawCommunique("en"), RequestRefusal.NOT_ALLOWED),
]  # fmt: skip
