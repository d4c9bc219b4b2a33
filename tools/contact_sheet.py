"""What the gallery asks of a page, and the sheet that it makes of its pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

SETTLED = """document.fonts.ready.then(
  () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))"""
TOO_WIDE = """() => {
  const over = (part) => Math.round(part.getBoundingClientRect().right - innerWidth);
  const whole = document.documentElement.scrollWidth - innerWidth;
  if (whole <= 0) return [];
  const parts = [...document.body.querySelectorAll("*")]
    .filter((part) => over(part) > 0 && ![...part.children].some((child) => over(child) > 0))
    .slice(0, 5)
    .map((part) => `${over(part)} px: ${part.localName}.${[...part.classList].join(".")}`);
  return [`${whole} px`, ...parts];
}"""
"""By how much a page has to be moved sideways, and the innermost parts that stick out; else
nothing."""
SET = """([language, theme]) => {
  document.querySelectorAll(".page-header select").forEach((menu, place) => {
    menu.value = place === 0 ? language : theme;
    menu.dispatchEvent(new Event("change", { bubbles: true }));
  });
}"""
SPOKEN = """(code) =>
  document.querySelector(".page-header select") === null || document.documentElement.lang === code"""
"""Whether the page is in a language; the documentation of the API has one alone."""


def sheet(files: Sequence[Path], to: Path, scale: float) -> None:
    """Pictures beside each other."""
    pictures = [Image.open(file).convert("RGB") for file in files]
    pictures = [one.resize((int(one.width * scale), int(one.height * scale))) for one in pictures]
    gap = 12
    columns = len(pictures) if scale == 1 else 2
    rows = [pictures[at : at + columns] for at in range(0, len(pictures), columns)]
    width = max(sum(one.width + gap for one in row) for row in rows)
    whole = Image.new("RGB", (width, sum(max(one.height for one in row) + gap for row in rows)), "#888")
    down = 0
    for row in rows:
        across = 0
        for one in row:
            whole.paste(one, (across, down))
            across += one.width + gap
        down += max(one.height for one in row) + gap
    whole.save(to)
