"""The text of a file's bytes."""

from __future__ import annotations

from hemicycle.meeting.faults import FaultList


def decoded(content: bytes, largest: int, faults: FaultList) -> str | None:
    """The text, a byte order mark at its beginning left out; None, with a fault, where it is none.

    Args:
        content: the file's bytes, or at least `largest + 1` of them.
        largest: the most bytes that are read.
        faults: where a fault is noted.
    """
    if len(content) > largest:
        faults.add("", f"has more than {largest // 1024} KiB", "write a shorter file")
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec counts from after the byte order mark.
        line = content.count(b"\n", 0, error.start) + 1
        right = "save the file as UTF-8"
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            faults.add("", "is UTF-16, not UTF-8", right)
        else:
            faults.add("", f"is not UTF-8 (byte 0x{error.object[error.start]:02x})", right, line=line)
        return None
