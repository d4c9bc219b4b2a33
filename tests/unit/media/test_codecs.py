"""Opus and H.264, there and back."""

from __future__ import annotations

import numpy as np
import pytest
from tests.world.pictures import H264Decoder

from hemicycle.media.wire.codecs import (
    FRAME_SAMPLES,
    SAMPLE_RATE,
    H264Encoder,
    OpusDecoder,
    OpusEncoder,
    codec_string,
)


def tone(hertz: float, packets: int) -> np.ndarray[tuple[int], np.dtype[np.int16]]:
    at = np.arange(packets * FRAME_SAMPLES) / SAMPLE_RATE
    return (np.sin(2 * np.pi * hertz * at) * 12_000).astype(np.int16)


def loudest_hertz(samples: np.ndarray[tuple[int], np.dtype[np.int16]]) -> float:
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.argmax(spectrum) * SAMPLE_RATE / len(samples))


def test_a_tone_comes_back() -> None:
    encoder, decoder = OpusEncoder(), OpusDecoder()
    samples = tone(440, 50)
    packets = [encoder.encode(part) for part in samples.reshape(-1, FRAME_SAMPLES)]
    heard = np.concatenate([decoder.decode(packet) for packet in packets])
    assert len(packets) == 50
    assert all(packets)
    assert abs(len(heard) - len(samples)) <= FRAME_SAMPLES
    assert loudest_hertz(heard[SAMPLE_RATE // 2 :]) == pytest.approx(440, abs=4)
    bit_rate = sum(map(len, packets)) * 8
    assert 8_000 < bit_rate < 48_000


@pytest.mark.parametrize(
    "samples", [np.zeros(480, np.int16), np.zeros(960, np.float32), np.zeros((960, 2), np.int16)]
)
def test_sound_of_another_shape_is_refused(samples: np.ndarray[tuple[int], np.dtype[np.int16]]) -> None:
    with pytest.raises(ValueError, match="960 samples"):
        OpusEncoder().encode(samples)


def test_a_picture_comes_back() -> None:
    encoder, decoder = H264Encoder(320, 180, frame_rate=15), H264Decoder()
    picture = np.full((180, 320, 3), (200, 40, 60), np.uint8)
    picture[40:80, 100:200] = (20, 220, 30)
    seen = decoder.decode(encoder.encode(picture).payload)
    for _ in range(4):
        seen += decoder.decode(encoder.encode(picture).payload)
    assert seen[-1].shape == (180, 320, 3)
    assert np.abs(seen[-1].astype(int) - picture).mean() < 6


def test_a_key_frame_every_two_seconds_and_when_asked() -> None:
    encoder = H264Encoder(160, 96, frame_rate=10)
    black = np.zeros((96, 160, 3), np.uint8)
    made = [encoder.encode(black, keyframe=(n == 33)) for n in range(50)]
    assert [n for n, picture in enumerate(made) if picture.keyframe] == [0, 20, 33]
    # A decoder can begin at each, told nothing else.
    assert H264Decoder().decode(made[33].payload + made[34].payload) != []
    assert codec_string(made[33].payload) == encoder.format.codec


def test_the_format_says_what_was_encoded() -> None:
    encoder = H264Encoder(640, 360)
    assert encoder.format.codec.startswith("avc1.42c0")
    assert (encoder.format.width, encoder.format.height) == (640, 360)
    with pytest.raises(ValueError, match="360x640x3"):
        encoder.encode(np.zeros((640, 360, 3), np.uint8))


def test_no_parameter_set_no_codec_string() -> None:
    with pytest.raises(ValueError, match="no sequence parameter set"):
        codec_string(b"\x00\x00\x01\x65\x88\x84\x00")


def test_what_is_no_packet_is_refused() -> None:
    with pytest.raises(ValueError, match="no Opus packet"):
        OpusDecoder().decode(b"\xff\xff\xff\xff")
