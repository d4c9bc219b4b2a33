"""The draft of the demo's meeting holds what the news report told of it, fact by fact."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.unit.report.korean_peninsula import START, played, quotes

from hemicycle.report.communique import LANGUAGES, Communique, Note, draft, parsed
from hemicycle.wire.quotes import MARK, QuoteStage

FACTS = Path(__file__).parents[2] / "meetings" / "korean-peninsula-report-facts.toml"

TITLE = "the security situation on the Korean Peninsula and Kazakhstan's experience in nuclear disarmament"


def drafted(language: str = "en") -> Communique:
    """The draft with the report's quotations approved."""
    meeting, entries, lines = played()
    return draft(meeting, entries, lines, quotes(), language, START + 10_000_000)


def paragraphs_of(name: str) -> list[str]:
    """The paragraphs that name somebody."""
    return [MARK.sub("", paragraph) for paragraph in drafted().paragraphs if name in paragraph]


def quotations(paragraphs: list[str]) -> list[str]:
    """What stands in quotation marks, without what ends it."""
    return [found.rstrip(",.") for text in paragraphs for found in re.findall(r"“([^”]*)”", text)]


def dateline() -> None:
    assert drafted().paragraphs[0].startswith("NUR-SULTAN – ")


def organiser() -> None:
    lead = drafted().paragraphs[0]
    assert "The Embassy of the Republic of Korea in the Republic of Kazakhstan organised" in lead


def what_and_when() -> None:
    assert "organised a webinar on November 25, 2020" in drafted().paragraphs[0]


def topic() -> None:
    assert f"on {TITLE}." in drafted().paragraphs[0]
    assert TITLE in drafted().headline


def fellow() -> None:
    first, *later = paragraphs_of("Cheon")
    assert first.startswith(
        "Cheon Myeong Guk, Research Fellow at the Korea Institute for Defense Analysis (KIDA), "
    )
    assert later
    assert all("Cheon Myeong Guk" not in text and "Korea Institute" not in text for text in later)


def fellows_quotation() -> None:
    text = " ".join(paragraphs_of("Cheon"))
    said = played()[2]
    words = next(line["text"] for line in said if line["seat"] == "fellow")
    pieces = [piece.strip() for found in quotations([text]) for piece in found.split("[…]") if piece.strip()]
    assert len(pieces) == 2
    assert all(piece in words for piece in pieces)
    assert re.search(r"top leader,” Cheon said\. “\[…\] He recognized", text)


def deputy_minister() -> None:
    first, *later = paragraphs_of("Ashikbayev")
    assert first.startswith(
        "Yerzhan Ashikbayev, Deputy Foreign Minister, "
        "Ministry of Foreign Affairs of the Republic of Kazakhstan, "
    )
    assert later
    assert all("Yerzhan" not in text and "Minister" not in text for text in later)


def deputy_ministers_words() -> None:
    first, *later = paragraphs_of("Ashikbayev")
    assert first.endswith(
        "spoke about Kazakhstan's readiness to support initiatives and dialogues on the Korean Peninsula."
    )
    assert "“" not in first
    own = [line["text"] for line in played()[2] if line["seat"] == "deputy-minister"]
    assert len(own) == len(later) == 2
    for words, paragraph in zip(own, later, strict=True):
        assert re.search(r"” Ashikbayev (said|added)\.", paragraph)
        assert all(piece in words for piece in quotations([paragraph]))
        assert sum(len(piece) for piece in quotations([paragraph])) > len(words) - 5


def ambassador() -> None:
    (only,) = paragraphs_of("Ku Hong-seok")
    assert only.startswith(
        "Ku Hong-seok, Ambassador of the Republic of Korea to the Republic of Kazakhstan, "
    )
    assert (
        "According to Ku, despite certain difficulties in the recent negotiations on denuclearization" in only
    )
    assert "will eventually bring lasting peace on the Korean Peninsula." in only
    assert "Ku also said that the South Korean authorities will constantly strive" in only
    assert not re.search('[“”"«»]', only)


def also_discussed() -> None:
    assert (
        "The participants also discussed South Korean strategies in establishing peace on the Korean "
        "Peninsula, and the current state of inter-Korean relations." in drafted().paragraphs
    )


def attendance() -> None:
    assert drafted().paragraphs[-1] == (
        "Approximately 70 representatives of foreign diplomatic missions, scientific and academic circles, "
        "and government agencies attended the virtual meeting."
    )


CHECKS: Mapping[str, Callable[[], None]] = {
    "Dateline": dateline,
    "Who organised it": organiser,
    "What and when": what_and_when,
    "The topic": topic,
    "Cheon Myeong Guk is": fellow,
    "His quotation": fellows_quotation,
    "Yerzhan Ashikbayev is": deputy_minister,
    "What he said": deputy_ministers_words,
    "Ku Hong-seok is": ambassador,
    "What was also discussed": also_discussed,
    "Approximately 70": attendance,
}

SAYS: list[str] = [fact["says"] for fact in tomllib.loads(FACTS.read_text(encoding="utf-8"))["fact"]]


@pytest.mark.parametrize("says", SAYS)
def test_the_draft_tells_the_fact(says: str) -> None:
    checks = [check for beginning, check in CHECKS.items() if says.startswith(beginning)]
    assert len(checks) == 1, f"no one check is for: {says}"
    checks[0]()


def test_every_check_is_of_a_fact() -> None:
    assert len(CHECKS) == len(SAYS)


@pytest.mark.parametrize("stage", [stage for stage in QuoteStage if stage not in ("approved", "amended")])
def test_words_that_were_not_approved_stand_in_no_quotation(stage: QuoteStage) -> None:
    meeting, entries, lines = played()
    pending = [{**one, "stage": stage} for one in quotes()]
    found = draft(meeting, entries, lines, pending, "en", START)  # type: ignore[arg-type]
    assert not re.search("[“”]", found.text)
    assert "[quote" not in found.text
    # Said in the first person, so it can't be told by somebody else either.
    assert "enshrined into our DNA" not in found.text


def test_an_override_puts_a_quote_in_and_a_withdrawal_takes_it_out() -> None:
    meeting, entries, lines = played()
    one = {**quotes()[0], "stage": QuoteStage.ASKED, "overridden": True}
    assert "[quote 1]" in draft(meeting, entries, lines, [one], "en", START).text  # type: ignore[list-item]
    gone = {**one, "stage": QuoteStage.WITHDRAWN}
    assert "[quote 1]" not in draft(meeting, entries, lines, [gone], "en", START).text  # type: ignore[list-item]


def test_an_amended_quote_stands_in_the_speakers_wording() -> None:
    meeting, entries, lines = played()
    amended = {**quotes()[1], "stage": QuoteStage.AMENDED, "text": "Security on the peninsula matters."}
    text = draft(meeting, entries, lines, [amended], "en", START).text  # type: ignore[list-item]
    assert "“Security on the peninsula matters,” Ashikbayev said. [quote 2]" in text
    assert "truly important" not in text


@pytest.mark.parametrize(
    ("language", "lead", "coming"),
    [
        (
            "ru",
            "25 ноября 2020 года состоялся вебинар «The security",
            "приняли участие около 70 представителей",
        ),
        ("kk", "2020 жылғы 25 қарашада «The security", "Виртуалды кездесуге шамамен 70 өкіл қатысты"),
        ("ko", "2020년 11월 25일 “The security", "약 70명이 참석했다."),
    ],
)
def test_other_languages_have_their_own_prose(language: str, lead: str, coming: str) -> None:
    found = drafted(language)
    assert found.paragraphs[0].startswith("NUR-SULTAN – ")
    assert lead in found.paragraphs[0]
    assert coming in found.paragraphs[-1]
    # English words do not stand in another language's report as if they had been said in it.
    assert "According" not in found.text
    assert "most important factor" not in found.text
    missing = [remark.quote for remark in found.remarks if remark.note is Note.NO_TRANSLATION]
    assert missing == [2, 3, 1]


@pytest.mark.parametrize(
    ("language", "translation", "expected"),
    [
        ("ru", "Мы готовы делиться опытом.", "«Мы готовы делиться опытом», – отмечает Ashikbayev. [quote 3]"),
        (
            "kk",
            "Біз тәжірибемізбен бөлісуге дайынбыз.",
            "«Біз тәжірибемізбен бөлісуге дайынбыз», – деді Ashikbayev. [quote 3]",
        ),
        (
            "ko",
            "우리는 경험을 나눌 준비가 되어 있습니다.",
            "Ashikbayev은(는) “우리는 경험을 나눌 준비가 되어 있습니다”라고 밝혔다. [quote 3]",
        ),
    ],
)
def test_a_translated_quote_is_attributed_in_that_language(
    language: str, translation: str, expected: str
) -> None:
    meeting, entries, lines = played()
    one = {**quotes()[2], "translations": {language: translation}}
    assert expected in draft(meeting, entries, lines, [one], language, START).paragraphs  # type: ignore[list-item]


def test_translated_lines_are_reported() -> None:
    meeting, entries, lines = played()
    words = {
        "ru": "Несмотря на трудности, правительство твёрдо верит в прочный мир на полуострове.",
        "kk": "Келіссөздердегі қиындықтарға қарамастан, үкімет тұрақты бейбітшілікке сенеді.",
        "ko": "어려움에도 불구하고 한국 정부는 한반도에 평화가 올 것이라고 굳게 믿습니다.",
    }
    told = {
        "ru": "Ku отмечает, что несмотря на трудности",
        "kk": "Ku атап өткендей, Келіссөздердегі",
        "ko": "Ku에 따르면 어려움에도 불구하고 한국 정부는 한반도에 평화가 올 것이라고 굳게 믿는다.",
    }
    translated = [
        {**line, "language": "en", "translations": words} if line["seat"] == "ambassador" else line
        for line in lines
    ]
    for language, expected in told.items():
        found = draft(meeting, entries, translated, [], language, START)  # type: ignore[arg-type]
        assert expected in found.text


def test_edited_text_is_read_back_as_it_was_written() -> None:
    found = drafted()
    assert parsed("en", found.headline, found.text).paragraphs == found.paragraphs
    assert parsed("en", " A  title ", "One\nline.\n \n\nTwo.").paragraphs == ("One line.", "Two.")
    assert LANGUAGES == ("en", "kk", "ko", "ru")
