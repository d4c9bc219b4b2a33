"""Reads a glossary: a CSV file with a column for each language and a line for each term."""

from __future__ import annotations

from dataclasses import dataclass

from hemicycle.meeting import sheet, values
from hemicycle.meeting.content import decoded
from hemicycle.meeting.faults import Fault, FaultList, shown
from hemicycle.meeting.interpreting import MOST_LANGUAGES
from hemicycle.meeting.values import Unfit
from hemicycle.wire.texts import MAX_GLOSSARY_FILE_BYTES

MOST_TERMS = 5000
MAX_TERM_CHARS = 200

_HEADER = "write language tags in the first line, for example en,kk,ko,ru"


@dataclass(frozen=True, slots=True)
class Terms:
    """The languages of a glossary and its rows of terms."""

    languages: list[str]
    """In the order of the columns."""
    rows: list[dict[str, str]]
    """The terms, by language; a language without a term is left out."""


def read_glossary(name: str, content: bytes) -> Terms | list[Fault]:
    """The terms in a file, in its order, or everything that is wrong in it.

    Args:
        name: the file's name, as faults give it.
        content: its bytes, or at least one more than are read.
    """
    faults = FaultList(name)
    text = decoded(content, MAX_GLOSSARY_FILE_BYTES, faults)
    lines = sheet.rows(text, faults) if text is not None else []
    if not lines:
        if not faults.faults:
            faults.add("", "is empty", _HEADER)
        return faults.faults
    (number, header), *rest = lines
    languages = _languages(header, number, faults)
    if faults.faults:
        return faults.faults
    if len(rest) > MOST_TERMS:
        faults.add("", f"has {len(rest):,} terms", f"write at most {MOST_TERMS:,}")
        return faults.faults
    if not rest:
        faults.add("", "has no terms", "write a line for each")
    rows = [_row(languages, cells, line, faults) for line, cells in sheet.whole(rest, len(header), faults)]
    return faults.faults or Terms(languages, rows)


def _languages(header: list[str], line: int, faults: FaultList) -> list[str]:
    found: list[str] = []
    for cell in header:
        try:
            language = values.language(cell)
            if language in found:
                raise Unfit(f"the column {shown(language)} is there twice", "write it once")
            found.append(language)
        except Unfit as unfit:
            faults.add("", unfit.wrong, unfit.right, line=line)
    if len(header) < 2:
        faults.add("", "has one language", _HEADER, line=line)
    elif len(header) > MOST_LANGUAGES:
        faults.add("", f"has {len(header)} languages", f"write at most {MOST_LANGUAGES}", line=line)
    return found


def _row(languages: list[str], cells: list[str], line: int, faults: FaultList) -> dict[str, str]:
    before = len(faults.faults)
    terms: dict[str, str] = {}
    for language, cell in zip(languages, cells, strict=True):
        if not cell.strip():
            continue
        try:
            terms[language] = values.text(cell, MAX_TERM_CHARS)
        except Unfit as unfit:
            faults.add(f'"{language}"', unfit.wrong, unfit.right, line=line)
    if len(terms) < 2 and len(faults.faults) == before:
        faults.add("", "has the term in one language", "write it in two at least", line=line)
    return terms
