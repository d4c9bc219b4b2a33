"""A press report's sentences, a language a file."""

from __future__ import annotations

from collections.abc import Mapping

from hemicycle.report.prose.english import English
from hemicycle.report.prose.kazakh import Kazakh
from hemicycle.report.prose.korean import Korean
from hemicycle.report.prose.prose import Coming, Lead, Prose, Speaker
from hemicycle.report.prose.russian import Russian

PROSE: Mapping[str, Prose] = {"en": English(), "kk": Kazakh(), "ko": Korean(), "ru": Russian()}
"""The prose of each language that communiqués are drafted in, by primary subtag."""

__all__ = ["PROSE", "Coming", "Lead", "Prose", "Speaker"]
