"""What is spoken: state, who asks for what, and what comes of it."""

# ruff: noqa: E501 -- a table reads by the line

from __future__ import annotations

from tests.unit.room.meetings import Cases
from tests.unit.room.states import OPEN

from hemicycle.room.languages import LanguageSet
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.languages import SetLanguage
from hemicycle.wire.models import RequestRefusal

CASES: Cases = [
    (OPEN, "chair", SetLanguage(seat="minister", language="kk"), [LanguageSet("minister", "kk", "chair")]),
    (OPEN, "smith", SetLanguage(seat="france", language="zh-Hant"), [LanguageSet("france", "zh-Hant", "smith")]),
    (OPEN, "chair", SetLanguage(seat="minister", language="ru"), []),
    (OPEN, "chair", SetLanguage(seat="nobody", language="ru"), DoorRefusal.NO_SUCH_SEAT),
    (OPEN, "minister", SetLanguage(seat="minister", language="kk"), RequestRefusal.NOT_ALLOWED),
]  # fmt: skip
