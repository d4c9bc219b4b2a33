"""The personal links' tokens and their secret."""

from __future__ import annotations

import base64
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hemicycle.store import SecretUnusable
from hemicycle.store.tokens import secret_in, token, token_hash

SECRET = bytes(range(32))


def test_a_token_has_192_bits_and_fits_an_address() -> None:
    made = token(SECRET, "korean-peninsula", "fellow", 0)
    assert len(base64.urlsafe_b64decode(made)) == 24
    assert len(made) == 32
    assert made.replace("-", "").replace("_", "").isalnum()


def test_a_token_is_the_same_each_time() -> None:
    # Links that were sent have to open after an update, so this value never changes.
    assert token(SECRET, "korean-peninsula", "fellow", 0) == "vZcHFABqgB6xK4ADE2I0Nko7hDCJJZ2o"


def test_another_secret_meeting_seat_or_generation_gives_another_token() -> None:
    made = {
        token(secret, slug, key, generation)
        for secret in (SECRET, SECRET[::-1])
        for slug in ("a", "b")
        for key in ("c", "d")
        for generation in (0, 1)
    }
    assert len(made) == 16


def test_whatever_comes_as_a_token_has_a_hash() -> None:
    assert len({token_hash(text) for text in ("", "a", "\udcff", "\x00", "한" * 10_000)}) == 5
    assert token_hash("a") == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"


def test_the_secret_is_made_once_and_is_its_owners(tmp_path: Path) -> None:
    data = tmp_path / "a" / "data"
    secret = secret_in(data)
    assert len(secret) == 32
    assert secret_in(data) == secret
    assert stat.S_IMODE((data / "secret").stat().st_mode) == 0o600
    assert [path.name for path in data.iterdir()] == ["secret"]
    assert secret_in(tmp_path / "b") != secret


def test_processes_that_start_at_once_use_one_secret(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        secrets = {future.result() for future in [pool.submit(secret_in, tmp_path) for _ in range(24)]}
    assert len(secrets) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


@pytest.mark.parametrize("content", [b"", b"nonsense\n", b"00" * 31, b"00" * 33, b"\xff\xfe"])
def test_a_file_that_is_no_secret_is_not_used(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "secret").write_bytes(content)
    with pytest.raises(SecretUnusable, match="is not a secret"):
        secret_in(tmp_path)
    assert (tmp_path / "secret").read_bytes() == content
