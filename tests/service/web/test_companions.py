"""At a real server: a companion that fails is in nobody's way, but nothing is kept of it off the
record."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import pytest
from tests.world.programmes import BOOTHS
from tests.world.site import site_over, store_with

from hemicycle.captions.companion import Captions
from hemicycle.interpretation.booths import Booths
from hemicycle.recorder.companion import RecorderCompanion
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.opening import OpenMeeting
from hemicycle.wire.record import ResumeRecord, StopRecord


def _fails(*_: object) -> NoReturn:
    raise RuntimeError("a fault of the test's")


async def test_a_meeting_whose_companions_fail_goes_on_and_goes_off_the_record_only_without_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with site_over(store_with(BOOTHS, tmp_path), tmp_path, slug="booths", record=True) as site:
        chair, france = await site.seat("chair"), await site.seat("france")
        for companion in (RecorderCompanion, Captions, Booths):
            for call in ("after", "streams", "advise", "welcomed"):
                monkeypatch.setattr(companion, call, _fails)
        assert await chair.ask(OpenMeeting()) is None
        monkeypatch.undo()
        for companion in (RecorderCompanion, Captions):
            with monkeypatch.context() as broken:
                broken.setattr(companion, "before", _fails)
                refused = await chair.ask(StopRecord())
                assert refused is not None
                assert refused.code is RequestRefusal.NOT_STORED
                assert "off_record" not in (await france.until(lambda view: view["phase"] == "open"))
        assert await chair.ask(StopRecord()) is None
        await france.until(lambda view: "off_record" in view)
        await chair.until(lambda view: view.get("recording", {}).get("kept") is False)
        assert await chair.ask(ResumeRecord()) is None
        await chair.until(lambda view: view.get("recording", {}).get("kept") is True)
