"""A decoder or an encoder of the machine's own that fails is replaced by one that is a program."""

from __future__ import annotations

import pytest
from tests.world.acts import check, press, seated, went_in
from tests.world.chromium import Visit
from tests.world.clients import Client
from tests.world.server import Planned

BROKEN = """
globalThis.made = [];
const RUBBISH = new Uint8Array(64).fill(255);
const Whole = globalThis.VideoDecoder;
if (Whole) {
	globalThis.VideoDecoder = class extends Whole {
		#broken = false;
		configure(config) {
			made.push(config.hardwareAcceleration ?? "no-preference");
			this.#broken = config.hardwareAcceleration !== "prefer-software";
			super.configure(config);
		}
		decode(chunk) {
			const rubbish = { type: chunk.type, timestamp: 0, data: RUBBISH };
			if (!this.#broken) super.decode(chunk);
			else if (WAY === "fails") super.decode(new EncodedVideoChunk(rubbish));
		}
	};
}
"""

BROKEN_ENCODER = """
globalThis.made = [];
const Whole = globalThis.VideoEncoder;
if (Whole) {
	globalThis.VideoEncoder = class extends Whole {
		#broken = false;
		#fail;
		constructor(init) {
			super(init);
			this.#fail = init.error;
		}
		configure(config) {
			made.push(config.hardwareAcceleration ?? "no-preference");
			this.#broken = config.hardwareAcceleration !== "prefer-software";
			super.configure(config);
		}
		encode(...given) {
			if (!this.#broken) return super.encode(...given);
			this.close();
			this.#fail(new DOMException("The encoder failed.", "EncodingError"));
		}
	};
}
"""


@pytest.mark.parametrize("way", ["fails", "swallows"])
def test_a_picture_is_decoded_in_software_where_the_hardware(
    visit: Visit, chair: Client, meeting: Planned, way: str
) -> None:
    guest = visit(lacking=BROKEN.replace("WAY", repr(way)))
    guest.open(meeting.links["france"])
    went_in(visit, meeting)
    chair.give_floor("ambassador")
    guest.sees("ambassador")
    assert guest.page.evaluate("() => made")[:2] == ["no-preference", "prefer-software"]


def test_a_picture_is_encoded_in_software_where_the_hardware_fails(
    visit: Visit, chair: Client, meeting: Planned
) -> None:
    guest = seated(visit, meeting, "france")
    speaker = visit(lacking=BROKEN_ENCODER)
    speaker.open(meeting.links["ambassador"])
    check(speaker)
    press(speaker, "Go in")
    chair.give_floor("ambassador")
    guest.sees("ambassador")
    assert speaker.page.evaluate("() => made")[:2] == ["no-preference", "prefer-software"]
