"""Real reverse proxies, with the configuration that docs/deploy shows, in front of a real
server."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

DEPLOY = Path(__file__).parents[2] / "docs/deploy"
SECONDS = 15
NAME = "webinar.example.org"


@dataclass(frozen=True)
class Certificate:
    """A certificate for `localhost` that nobody vouches for, and its key."""

    chain: Path
    key: Path


def certificate(folder: Path, name: str = "localhost", days: int = 60) -> Certificate:
    """Makes a certificate for a name."""
    made = Certificate(folder / f"{name}.pem", folder / f"{name}.key")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-days", str(days), "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}",
         "-keyout", str(made.key), "-out", str(made.chain)],
        check=True, capture_output=True,
    )  # fmt: skip
    return made


def free_port() -> int:
    """A port that nobody has, for TCP and UDP."""
    with socket.socket() as tcp, socket.socket(type=socket.SOCK_DGRAM) as udp:
        tcp.bind(("127.0.0.1", 0))
        port: int = tcp.getsockname()[1]
        udp.bind(("127.0.0.1", port))
        return port


@contextmanager
def nginx(
    folder: Path, made: Certificate, https: int, server: int, broken: Mapping[str, str] | None = None
) -> Iterator[None]:
    """nginx with docs/deploy/nginx.conf: but for names and ports, and what is `broken`, that very
    file."""
    letsencrypt = f"/etc/letsencrypt/live/{NAME}"
    site = _changed(
        (DEPLOY / "nginx.conf").read_text(),
        {
            f"{letsencrypt}/fullchain.pem": str(made.chain),
            f"{letsencrypt}/privkey.pem": str(made.key),
            NAME: "localhost",
            "listen 443 ": f"listen {https} ",
            "listen [::]:443 ": f"listen [::]:{https} ",
            "listen 80;": f"listen {free_port()};",
            "127.0.0.1:8443": f"127.0.0.1:{server}",
            **(broken or {}),
        },
    )
    # The test's own machine may have no IPv6, and port 80 is not its to take.
    site = "\n".join(line for line in site.splitlines() if "[::]:80" not in line)
    if not socket.has_ipv6:
        site = "\n".join(line for line in site.splitlines() if "listen [::]" not in line)
    (folder / "site.conf").write_text(site)
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"{'user root;' if os.geteuid() == 0 else ''}\n"
        f"daemon off;\nworker_processes 1;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log;\n"
        f"events {{ worker_connections 256; }}\n"
        f"http {{ access_log {folder}/access.log;\n{temporary} include {folder}/site.conf; }}\n"
    )
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    assert program is not None, "nginx is not installed: see .ci/services"
    with _running([program, "-p", str(folder), "-c", str(folder / "nginx.conf")], https, folder, {}):
        yield


@contextmanager
def caddy(folder: Path, made: Certificate, https: int, server: int) -> Iterator[None]:
    """Caddy with docs/deploy/Caddyfile: but for names, ports and the certificate, that very
    file."""
    site = _changed(
        (DEPLOY / "Caddyfile").read_text(),
        {
            f"{NAME} {{": f"https://localhost:{https} {{\n\ttls {made.chain} {made.key}",
            "127.0.0.1:8443": f"127.0.0.1:{server}",
        },
    )
    (folder / "Caddyfile").write_text("{\n\tadmin off\n\tauto_https disable_redirects\n}\n" + site)
    program = shutil.which("caddy")
    assert program is not None, "caddy is not installed: see .ci/services"
    own = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    command = [program, "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
    with _running(command, https, folder, own):
        yield


PROXIES = {"nginx": nginx, "caddy": caddy}


def _changed(text: str, changes: Mapping[str, str]) -> str:
    for old, new in changes.items():
        assert old in text, f"docs/deploy no longer says {old!r}"
        text = text.replace(old, new)
    return text


@contextmanager
def _running(command: list[str], port: int, folder: Path, more: Mapping[str, str]) -> Iterator[None]:
    log = folder / "proxy.log"
    with log.open("w") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, env={**os.environ, **more})
    try:
        until = time.monotonic() + SECONDS
        while True:
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < until, log.read_text()
            try:
                socket.create_connection(("localhost", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait(SECONDS)
