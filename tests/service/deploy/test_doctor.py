"""`hemicycle doctor`: what is well, and each thing that can be wrong, made wrong."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from tests.world.command import PROGRAMME, Outcome, hemicycle
from tests.world.proxies import Certificate, certificate, free_port, nginx

from hemicycle.room.log import chain
from hemicycle.room.opening import MeetingOpened
from hemicycle.store import Store

Found = dict[str, tuple[str, str]]


def found(outcome: Outcome) -> Found:
    """By subject: how it stands, and what is said; the worst of each subject."""
    order = ["good", "note", "wrong"]
    rows = json.loads(outcome.out)
    assert rows, outcome.err
    for row in rows:
        assert (row["level"] != "wrong") or row["mend"], row
    rows.sort(key=lambda row: order.index(row["level"]))
    return {row["subject"]: (row["level"], row["says"]) for row in rows}


def examined(data: Path, *options: str | Path) -> tuple[int, Found]:
    outcome = hemicycle("doctor", "--json", "--data", data, *options, data=data)
    return outcome.code, found(outcome)


@pytest.fixture
def port() -> str:
    return str(free_port())


Behind = Callable[..., list[str]]


@pytest.fixture
def behind(made: Certificate, trusted: None, tmp_path: Path) -> Iterator[Behind]:
    """nginx, and the options of a server behind it."""
    with ExitStack() as stack:

        def start(broken: Mapping[str, str] | None = None, *, passes_to: int | None = None) -> list[str]:
            https, port = free_port(), free_port()
            folder = tmp_path / "nginx"
            folder.mkdir()
            stack.enter_context(nginx(folder, made, https, passes_to or port, broken))
            return [
                "--host", "127.0.0.1", "--port", str(port), "--media-host", "localhost",
                "--media-port", str(port), "--public-url", f"https://localhost:{https}",
            ]  # fmt: skip

        yield start


def test_all_is_well_before_the_first_start(tmp_path: Path, port: str) -> None:
    data = tmp_path / "data"
    code, rows = examined(data, "--port", port)
    assert code == 0
    assert rows["Port"] == (
        "good", f"TCP and UDP port {port} are free; a server was started for this examination"
    )  # fmt: skip
    assert {
        rows[s][0] for s in ("Disk", "Pages", "Demo", "WebSocket", "Media over TCP", "Media over UDP")
    } == {"good"}
    assert not data.exists(), "the doctor has left something behind"


def test_in_words(tmp_path: Path, port: str) -> None:
    outcome = hemicycle("doctor", "--port", port, data=tmp_path)
    assert (outcome.code, outcome.err) == (0, "")
    assert "✓ Media over UDP  UDP port" in outcome.out
    assert outcome.out.endswith("Nothing is wrong.\n")


def test_all_is_well_behind_nginx(behind: Behind, tmp_path: Path) -> None:
    code, rows = examined(tmp_path, *behind())
    assert code == 0
    subjects = ("Name", "HTTP", "Certificate", "WebSocket", "Media over TCP", "Media over UDP")
    assert {subject: rows[subject][0] for subject in subjects} == dict.fromkeys(subjects, "good")


@pytest.mark.parametrize(
    ("broken", "subject", "says"),
    [
        ({"Upgrade    $http_upgrade": 'Upgrade ""'}, "WebSocket", "turned away with status"),
        (
            {"proxy_buffering         off;": "proxy_hide_header Cross-Origin-Opener-Policy;"},
            "Headers", "takes away or changes Cross-Origin-Opener-Policy",
        ),
        (
            {"location / {\n\t\tproxy_pass http://hemicycle;": "location / {\n\t\treturn 200 hello;"},
            "HTTP", "shows something else than Hemicycle",
        ),
    ],
)  # fmt: skip
def test_a_proxy_that_does_not_pass_all(
    behind: Behind, tmp_path: Path, broken: Mapping[str, str], subject: str, says: str
) -> None:
    code, rows = examined(tmp_path, *behind(broken))
    assert (code, rows[subject][0]) == (1, "wrong")
    assert says in rows[subject][1]


def test_a_proxy_that_reaches_no_server(behind: Behind, tmp_path: Path) -> None:
    code, rows = examined(tmp_path, *behind(passes_to=free_port()))
    assert (code, rows["HTTP"]) == (1, ("wrong", "the proxy answers 502: it does not reach the server"))


def test_udp_that_is_not_reached(behind: Behind, tmp_path: Path) -> None:
    options = behind()
    options[options.index("--media-port") + 1] = other = str(free_port())
    code, rows = examined(tmp_path, *options)
    assert (code, rows["Media over UDP"]) == (1, ("wrong", f"UDP port {other} of localhost is not reached"))
    assert rows["Media over TCP"][0] == "good"


def test_a_certificate_that_nobody_vouches_for(
    behind: Behind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = behind()
    monkeypatch.delenv("SSL_CERT_FILE")
    code, rows = examined(tmp_path, *options)
    assert code == 1
    assert rows["Certificate"] == ("wrong", "no authority that this machine knows vouches for it")


def test_http_in_the_open_and_a_name_that_is_none(tmp_path: Path, port: str) -> None:
    code, rows = examined(tmp_path, "--port", port, "--public-url", "http://webinar.invalid")
    assert (code, rows["HTTPS"][0], rows["Name"]) == (1, "wrong", ("wrong", "webinar.invalid has no address"))


def test_a_port_that_another_has(tmp_path: Path, port: str) -> None:
    with socket.create_server(("127.0.0.1", int(port))):
        code, rows = examined(tmp_path, "--host", "127.0.0.1", "--port", port)
    assert code == 1
    assert rows["Port"][0] == "wrong"
    assert f"port {port} is taken by another program" in rows["Port"][1]


@pytest.mark.parametrize(
    ("name", "days", "level", "says"),
    [
        ("localhost", 60, "good", "browsers believe it for localhost; it ends in 60 days"),
        ("localhost", 5, "note", "browsers believe it for localhost; it ends in 5 days"),
        ("elsewhere.example", 60, "wrong", "it is not for localhost"),
    ],
)
def test_a_certificate_of_ones_own(
    tmp_path: Path, port: str, monkeypatch: pytest.MonkeyPatch, name: str, days: int, level: str, says: str
) -> None:
    own = certificate(tmp_path, name, days)
    monkeypatch.setenv("SSL_CERT_FILE", str(own.chain))
    _, rows = examined(tmp_path / "data", "--port", port, "--tls-cert", own.chain, "--tls-key", own.key)
    assert rows["Certificate"] == (level, says)


def test_a_key_of_another_certificate(tmp_path: Path) -> None:
    one, other = certificate(tmp_path, "one.example"), certificate(tmp_path, "other.example")
    _, rows = examined(tmp_path / "data", "--tls-cert", one.chain, "--tls-key", other.key)
    assert rows["Certificate"] == ("wrong", f"{other.key} is not the key of {one.chain}")


@pytest.fixture
def planned(tmp_path: Path) -> Path:
    assert hemicycle("meeting", "add", PROGRAMME, data=tmp_path).code == 0
    return tmp_path


def test_a_database_that_is_in_use(planned: Path, port: str) -> None:
    _, rows = examined(planned, "--port", port)
    assert rows["Database"] == ("good", "SQLite can be reached, its tables are up to date")
    assert rows["Data"] == ("good", f"{planned} can be written to, and holds the secret of the links")


@pytest.mark.parametrize(
    ("revision", "level", "says"),
    [
        ("9999", "wrong", "made by a newer Hemicycle"),
        ("0001", "note", "its tables are of an older Hemicycle"),
    ],
)
def test_a_database_of_another_version(
    planned: Path, port: str, revision: str, level: str, says: str
) -> None:
    engine = create_engine(f"sqlite:///{planned / 'hemicycle.db'}")
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{revision}'"))
    engine.dispose()
    _, rows = examined(planned, "--port", port)
    assert rows["Database"][0] == level
    assert says in rows["Database"][1]


def test_a_database_that_does_not_answer(tmp_path: Path, port: str) -> None:
    url = f"postgresql://nobody@127.0.0.1:{free_port()}/none"
    code, rows = examined(tmp_path, "--port", port, "--database", url)
    assert (code, rows["Database"][0]) == (1, "wrong")


def test_a_clock_that_is_behind_the_log(planned: Path, port: str) -> None:
    store = Store.open(f"sqlite:///{planned / 'hemicycle.db'}")
    last = store.entries("korean-peninsula")[-1]
    store.append("korean-peninsula", chain([MeetingOpened(by="chair")], last.at + 3_600_000, last))
    store.close()
    code, rows = examined(planned, "--port", port)
    assert (code, rows["Clock"][0]) == (1, "wrong")
    assert "ahead of this machine's clock" in rows["Clock"][1]


def test_a_secret_that_is_broken_or_open_to_others(planned: Path, port: str) -> None:
    (planned / "secret").chmod(0o644)
    _, rows = examined(planned, "--port", port)
    assert rows["Data"] == ("wrong", f"{planned / 'secret'} can be read by others")
    (planned / "secret").write_text("nonsense")
    _, rows = examined(planned, "--port", port)
    assert "is not a secret of 32 bytes" in rows["Data"][1]


@pytest.mark.parametrize(
    "options", [["--port", "0"], ["--public-url", "webinar"], ["--tls-cert", "nowhere.pem"]]
)
def test_options_that_are_none(tmp_path: Path, options: list[str]) -> None:
    assert hemicycle("doctor", *options, data=tmp_path).code == 2


def test_beside_a_server_that_runs(tmp_path: Path, port: str) -> None:
    command = ["hemicycle", "serve", "--port", port, "--data", str(tmp_path)]
    with subprocess.Popen(
        [str(Path(sys.executable).parent / command[0]), *command[1:]], stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stdout is not None
            assert "Hemicycle is at" in server.stdout.readline()
            code, rows = examined(tmp_path, "--port", port)
        finally:
            server.terminate()
            server.wait(15)
    assert (code, rows["Port"]) == (0, ("good", f"a Hemicycle server runs on port {port}"))
    assert rows["Media over UDP"][0] == "good"
