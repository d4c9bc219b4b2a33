"""Programmes of meetings: files, and the one in which a speaker says the known sound."""

from __future__ import annotations

from pathlib import Path

MEETINGS = Path(__file__).parent.parent / "meetings"
SMALL = MEETINGS / "small.toml"
BOOTHS = MEETINGS / "booths.toml"
PROGRAMME = """
[meeting]
slug      = "SLUG"
title     = "Water and the steppe"
organiser = "Institute of Steppe Studies"
city      = "Astana"
starts    = 2026-11-25T15:00:00
timezone  = "Asia/Almaty"
duration  = "PT1H"
languages = ["en"]
on_record = true

[[category]]
key  = "diplomatic"
name = "Foreign diplomatic missions"

[[person]]
key          = "chair"
name         = "Dana Akhmetova"
title        = "Director"
organisation = "Institute of Steppe Studies"
role         = "chair"
language     = "en"

[[person]]
key          = "speaker"
name         = "Ku Hong-seok"
title        = "Ambassador"
organisation = "Embassy of the Republic of Korea"
role         = "speaker"
language     = "en"
precedence   = 1

[[agenda]]
key     = "opening"
title   = "Opening"
speaker = "speaker"
minutes = 10
"""
GUEST = """
[[person]]
key          = "guest-NUMBER"
name         = "Claire Martin"
title        = "Counsellor"
organisation = "Embassy of France"
role         = "participant"
category     = "diplomatic"
language     = "en"
"""


def known(slug: str, guests: int = 2) -> str:
    """A meeting with the seats `chair`, `speaker`, `guest-1` and so on."""
    people = "".join(GUEST.replace("NUMBER", str(one + 1)) for one in range(guests))
    return PROGRAMME.replace("SLUG", slug) + people
