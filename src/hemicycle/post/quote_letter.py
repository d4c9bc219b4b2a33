"""The letter that asks a speaker to approve a quote, in the languages of the pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in its reader's language: subject and text."""

    language: str
    subject: str
    text: str


_LETTERS: Mapping[str, tuple[str, str]] = {
    "en": (
        "Please approve a quotation: {title}",
        "{name},\n\nfor the press report on “{title}”, {organiser} would like to quote you:\n\n“{words}”\n\n"
        "You can listen to it, and approve, amend or refuse it, on your own page:\n\n{link}\n\n"
        "The link is personal; please do not pass it on. Nothing is printed without your approval unless the "
        "organiser expressly decides so, and then the record says it.\n",
    ),
    "kk": (
        "Дәйексөзді мақұлдауыңызды сұраймыз: {title}",
        "{name},\n\n«{title}» туралы баспасөз хабарламасында {organiser} сіздің сөзіңізді "
        "келтіргісі келеді:\n\n"
        "«{words}»\n\nЖеке парақшаңызда оны тыңдап, мақұлдай, түзете немесе бас тарта аласыз:\n\n{link}\n\n"
        "Сілтеме жеке өзіңізге арналған, оны басқаға бермеңіз. Ұйымдастырушы арнайы шешім қабылдамаса, "
        "сіздің мақұлдауыңызсыз ештеңе жарияланбайды; ондай шешім хаттамада көрсетіледі.\n",
    ),
    "ko": (
        "인용문 확인 요청: {title}",
        "{name} 귀하\n\n“{title}” 보도 자료에 다음 발언을 인용하고자 합니다. "
        "(주최: {organiser})\n\n“{words}”\n\n"
        "아래 개인 페이지에서 발언을 다시 듣고 승인, 수정 또는 거절하실 수 있습니다.\n\n{link}\n\n"
        "이 링크는 본인 전용이므로 다른 사람에게 전달하지 마십시오. "
        "주최 측이 명시적으로 결정하여 기록에 남기는 경우를 제외하고, 승인 없이는 게재되지 않습니다.\n",
    ),
    "ru": (
        "Просим согласовать цитату: {title}",
        "{name}!\n\nВ сообщении для прессы о мероприятии «{title}» организатор ({organiser}) хотел бы "
        "привести ваши слова:\n\n«{words}»\n\nПрослушать их, а также согласовать, исправить или отклонить "
        "можно на вашей личной странице:\n\n{link}\n\nСсылка предназначена только вам, "
        "просим её не передавать. Без вашего согласия ничего не публикуется, если только организатор "
        "прямо не решит иначе; такое решение "
        "отражается в протоколе.\n",
    ),
}


def quote_letter(*, language: str, name: str, title: str, organiser: str, words: str, link: str) -> Letter:
    """The letter in the speaker's language, or in English where there is none in it.

    Args:
        language: the speaker's, as a tag.
        name: the speaker's.
        title: the meeting's.
        organiser: who asks.
        words: the quote.
        link: the personal link to the speaker's page of quotes.
    """
    primary = language.split("-", 1)[0].lower()
    primary = primary if primary in _LETTERS else "en"
    subject, text = _LETTERS[primary]
    known = {"name": name, "title": title, "organiser": organiser, "words": words, "link": link}
    # A line break in a title would begin another header.
    return Letter(primary, " ".join(subject.format(**known).split()), text.format(**known))
