"""A page in HTML of its own, as reports and documents are: nothing is fetched for it."""

from __future__ import annotations

from html import escape

_STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1a1c20; --soft: #565b66; --line: #d5d8de; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #15171b; --ink: #eceef2; --soft: #a7adb9; --line: #343841; }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: var(--width); padding: 3rem 1.25rem; background: var(--paper); color: var(--ink);
  font: var(--size) Inter, "Source Sans 3", "Noto Sans", "Noto Sans KR", system-ui, sans-serif;
}
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem; text-wrap: balance; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 0.75rem; }
h3 { font-size: 1rem; margin: 1.75rem 0 0.25rem; }
@page { margin: 2cm; }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; }
  body { padding: 0; max-width: none; font-size: var(--print-size); }
  h2, h3 { break-after: avoid; }
}
""".strip()


def html_page(language: str, title: str, style: str, body: str) -> str:
    """The whole page.

    Args:
        language: of its text.
        title: of the page, as text.
        style: its own rules, which set `--width`, `--size` and `--print-size`.
        body: what stands in it, as HTML.
    """
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_STYLE}\n{style}\n</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )
