"""How many connections a page makes."""

from __future__ import annotations


def counting(interface: str) -> str:
    """A script that counts what is made of an interface, in `hemicycleMade`."""
    return f"""
const Native = {interface};
globalThis.hemicycleMade = 0;
globalThis.{interface} = class extends Native {{
    constructor(...given) {{ super(...given); globalThis.hemicycleMade++; }}
}};
"""
