"""Good files: what seats they give."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.unit.meeting.files import INVITATIONS, PROGRAMME, changed, meeting, planned

from hemicycle.meeting import Plan
from hemicycle.wire.ids import Role

CHAIR = """
[[person]]
key = "head"
name = "Head of Chancery"
title = "Counsellor"
organisation = "Embassy"
role = "chair"
language = "en"
"""


def test_the_korean_peninsula_meeting() -> None:
    made = meeting(PROGRAMME, INVITATIONS)
    seats = made.pop("seats")  # type: ignore[misc]
    assert made == {
        "slug": "korean-peninsula",
        "title": "The security situation on the Korean Peninsula "
        "and Kazakhstan's experience in nuclear disarmament",
        "organiser": "Embassy of the Republic of Korea in the Republic of Kazakhstan",
        "city": "Nur-Sultan",
        "starts": 1606294800000,  # 2020-11-25T09:00Z: Almaty was at UTC+6 then
        "timezone": "Asia/Almaty",
        "minutes": 120,
        "languages": ["en", "kk", "ko", "ru"],
        "on_record": True,
        "categories": [
            {"key": "diplomatic", "name": "Foreign diplomatic missions"},
            {"key": "academic", "name": "Scientific and academic circles"},
            {"key": "government", "name": "Government agencies"},
        ],
        "items": [
            {
                "key": "opening",
                "title": "The intention to resolve North Korea's denuclearization, "
                "and the peace policy of the Republic of Korea",
                "minutes": 15,
                "speaker": "ambassador",
            },
            {
                "key": "readiness",
                "title": "Kazakhstan's readiness to support initiatives and dialogues "
                "on the Korean Peninsula",
                "minutes": 15,
                "speaker": "deputy-minister",
            },
            {
                "key": "experience",
                "title": "Kazakhstan's experience in voluntarily renouncing its nuclear potential",
                "minutes": 20,
                "speaker": "fellow",
            },
            {
                "key": "discussion",
                "title": "South Korean strategies in establishing peace on the Korean Peninsula, "
                "and the current state of inter-Korean relations",
                "minutes": 40,
            },
        ],
    }
    assert list(seats)[:5] == ["ambassador", "deputy-minister", "fellow", "chair", "diplomatic-1"]
    assert Counter(seat["role"] for seat in seats.values()) == {
        Role.CHAIR: 1,
        Role.SPEAKER: 3,
        Role.PARTICIPANT: 70,
    }
    assert Counter(seat.get("category") for seat in seats.values()) == {
        None: 4,
        "diplomatic": 45,
        "academic": 15,
        "government": 10,
    }
    assert seats["ambassador"] == {
        "name": "Ku Hong-seok",
        "title": "Ambassador of the Republic of Korea to the Republic of Kazakhstan",
        "organisation": "Embassy of the Republic of Korea in the Republic of Kazakhstan",
        "role": Role.SPEAKER,
        "language": "ko",
        "precedence": 1,
    }
    # The National University has three seats, after the two of the Institute of Diplomacy.
    assert [seats[f"academic-{number}"]["organisation"] for number in (2, 3, 4, 5, 6)] == [
        "Institute of Diplomacy",
        "National University",
        "National University",
        "National University",
        "Institute of World Economy and Politics",
    ]
    assert seats["academic-3"] == {
        "name": "Representative",
        "title": "Representative",
        "organisation": "National University",
        "role": Role.PARTICIPANT,
        "language": "ru",
        "category": "academic",
    }


def test_a_chair_is_made_where_the_file_names_none() -> None:
    assert meeting()["seats"]["chair"] == {
        "name": "Chair",
        "title": "Chair",
        "organisation": "Embassy of the Republic of Korea in the Republic of Kazakhstan",
        "role": Role.CHAIR,
        "language": "en",
    }


def test_a_chair_that_the_file_names_is_the_chair() -> None:
    seats = meeting(PROGRAMME + CHAIR)["seats"]
    assert [key for key, seat in seats.items() if seat["role"] is Role.CHAIR] == ["head"]


def test_a_chair_that_is_made_takes_nobodys_key() -> None:
    participant = CHAIR.replace('"head"', '"chair"').replace('role = "chair"', 'role = "participant"')
    seats = meeting(PROGRAMME + participant)["seats"]
    assert [key for key, seat in seats.items() if seat["role"] is Role.CHAIR] == ["chair-2"]
    assert seats["chair"]["role"] is Role.PARTICIPANT


def test_the_table_may_be_called_meeting() -> None:
    assert meeting(changed(PROGRAMME, "[event]", "[meeting]")) == meeting()


def test_seats_go_by_precedence_then_as_planned() -> None:
    text = changed(changed(PROGRAMME, "precedence  = 3", "precedence  = 1"), "precedence  = 2", "")
    assert list(meeting(text + CHAIR)["seats"]) == ["ambassador", "fellow", "deputy-minister", "head"]


def test_a_person_may_have_a_category_and_every_role() -> None:
    observer = CHAIR.replace('role = "chair"', 'role = "observer"\ncategory = "academic"')
    seat = meeting(PROGRAMME + observer)["seats"]["head"]
    assert (seat["role"], seat.get("category")) == (Role.OBSERVER, "academic")


def test_an_invitation_may_name_a_person_and_an_address() -> None:
    text = (
        "language,email,name,seats,title,organisation,category\n"
        "fr,a@b.example,Zoé Martin,1,First Secretary,Embassy of France,diplomatic\n"
        "fr,,,2,Representative,Embassy of France,diplomatic\n"
    )
    seats = meeting(PROGRAMME, text)["seats"]
    assert seats["diplomatic-1"] == {
        "name": "Zoé Martin",
        "title": "First Secretary",
        "organisation": "Embassy of France",
        "role": Role.PARTICIPANT,
        "language": "fr",
        "category": "diplomatic",
    }
    assert [seats[f"diplomatic-{number}"]["name"] for number in (2, 3)] == ["Representative"] * 2


BOOTH = """
[[person]]
key = "booth"
name = "Interpreter"
title = "Interpreter"
organisation = "Bureau"
role = "interpreter"
language = "en"
into = ["EN", "ru"]
from = ["ko", "fr"]
mail = "booth@bureau.example"
"""


def test_an_interpreter_has_booths_and_languages() -> None:
    assert meeting(PROGRAMME + BOOTH)["seats"]["booth"] == {
        "name": "Interpreter",
        "title": "Interpreter",
        "organisation": "Bureau",
        "role": Role.INTERPRETER,
        "language": "en",
        "into": ["en", "ru"],
        "out_of": ["ko", "fr"],
    }


def test_interpreters_and_captioners_can_be_invited() -> None:
    text = (
        "category,organisation,title,seats,language,role,into,from\n"
        ",Bureau,Interpreter,2,ru,Interpreter,ru KK,en ko\n"
        ",Bureau,Captioner,1,en,captioner,,\n"
        "academic,Institute,Fellow,1,en,observer,,\n"
    )
    seats = meeting(PROGRAMME, text)["seats"]
    assert seats["interpreter-2"] == {
        "name": "Interpreter",
        "title": "Interpreter",
        "organisation": "Bureau",
        "role": Role.INTERPRETER,
        "language": "ru",
        "into": ["ru", "kk"],
        "out_of": ["en", "ko"],
    }
    assert {key: seats[key]["role"] for key in ("interpreter-1", "captioner-1", "academic-1")} == {
        "interpreter-1": Role.INTERPRETER,
        "captioner-1": Role.CAPTIONER,
        "academic-1": Role.OBSERVER,
    }


def test_addresses_are_kept_beside_the_meeting() -> None:
    text = (
        "category,organisation,title,seats,language,Email\n"
        "academic,Institute,Fellow,2,en, a@b.example \n"
        "academic,Institute,Fellow,1,en,\n"
    )
    found = planned(PROGRAMME + BOOTH, text)
    assert isinstance(found, Plan)
    assert found.mails == {
        "booth": "booth@bureau.example",
        "academic-1": "a@b.example",
        "academic-2": "a@b.example",
    }
    assert "example" not in str(found.meeting)


@pytest.mark.parametrize(
    "text",
    [
        INVITATIONS.replace("\r\n", "\n"),
        INVITATIONS.replace("\r\n", "\r"),
        "\ufeff" + INVITATIONS,
        INVITATIONS.rstrip(),
        "\r\n" + INVITATIONS + ",,,,\r\n\r\n , , , , \r\n",
        INVITATIONS.replace(",", ";"),
        INVITATIONS.replace(",", "\t"),
        changed(INVITATIONS, "category,organisation,title,seats", " Category,ORGANISATION, title ,Seats"),
        INVITATIONS.replace("Embassy of Belgium", '"Embassy of Belgium"'),
        INVITATIONS.replace(",1,en", ", 1 ,EN"),
    ],
    ids=[
        "LF",
        "CR",
        "BOM",
        "no last line end",
        "empty lines",
        "semicolons",
        "tabs",
        "header",
        "quotes",
        "spaces",
    ],
)
def test_what_spreadsheets_make_of_a_list_is_read(text: str) -> None:
    assert meeting(PROGRAMME, text) == meeting(PROGRAMME, INVITATIONS)


@pytest.mark.parametrize("text", ["\ufeff" + PROGRAMME, PROGRAMME.replace("\n", "\r\n")], ids=["BOM", "CRLF"])
def test_what_editors_make_of_a_programme_is_read(text: str) -> None:
    assert meeting(text) == meeting()


def test_text_is_composed_and_trimmed() -> None:
    decomposed = "  \u1100\u116e \u1112\u1169\u11bc\u1109\u1165\u11a8 "
    seats = meeting(changed(PROGRAMME, "Ku Hong-seok", decomposed))["seats"]
    assert seats["ambassador"]["name"] == "구 홍석"


def test_languages_are_spelled_in_the_standard_way() -> None:
    assert meeting(changed(PROGRAMME, '["en", "kk", "ko", "ru"]', '["EN", "zh-hant", "pt-br"]'))[
        "languages"
    ] == [
        "en",
        "zh-Hant",
        "pt-BR",
    ]


def test_a_meeting_without_agenda_or_guests_can_be_held() -> None:
    text = PROGRAMME[: PROGRAMME.index("[[category]]")]
    made = meeting(text)
    assert (list(made["seats"]), made["items"], made["categories"]) == (["chair"], [], [])


def test_the_limits_themselves_are_allowed() -> None:
    header, row = "category,organisation,title,seats,language\n", "academic,A,R,1000,ru\n"
    assert len(meeting(PROGRAMME, header + row + "academic,B,R,996,ru\n")["seats"]) == 2000
