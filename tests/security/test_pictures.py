"""Pictures that start programs, take the memory, or are no files: refused before they are decoded."""

import io
import os
import struct
import sys
import zlib

import pytest
from PIL import Image, ImageFile

from editor.post.files import FileError
from editor.post.picture_files import MAX_PICTURE, MAX_PIXELS, SUFFIXES, fit, narrowed, read_picture, width_of
from editor.ui.still_page import limit_decoders
from editor.ui.still_page import read_picture as decoded

EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n%%EndComments\n(x) print\n%%EOF\n"
EMPTY_EXIF = b"MM\x00*\x00\x00\x00\x08\x00\x00"


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, *others):
    """A PNG file with the size in its header; with pixels where it is small."""
    pixels = zlib.compress((b"\x00" + bytes(4 * width)) * height) if width * height < 10**6 else zlib.compress(b"\x00")
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
    return b"".join((b"\x89PNG\r\n\x1a\n", head, *others, chunk(b"IDAT", pixels), chunk(b"IEND", b"")))


def ico(inner):
    """A small icon by its header, with this picture inside."""
    return struct.pack("<HHH", 0, 1, 1) + struct.pack("<BBBBHHII", 16, 16, 0, 0, 1, 32, len(inner), 22) + inner


def gif(width, height):
    size = struct.pack("<HH", width, height)
    return b"GIF89a" + size + b"\x00\x00\x00,\x00\x00\x00\x00" + size + b"\x00\x02\x02D\x01\x00;"


def tiff(width, height):
    tags = ((256, width), (257, height), (258, 8), (259, 8), (262, 1), (273, 8), (278, height), (279, 8))
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    return struct.pack("<2sHI", b"II", 42, 8) + struct.pack("<H", len(tags)) + entries + bytes(4)


def webp(width, height):
    """An animation with a large canvas and one frame of two pixels."""
    small = io.BytesIO()
    Image.new("RGBA", (2, 2)).save(small, "WEBP", lossless=True)
    one = (1).to_bytes(3, "little")
    frame = bytes(6) + one + one + (100).to_bytes(3, "little") + b"\x00" + small.getvalue()[12:]
    canvas = b"\x12\x00\x00\x00" + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + canvas + b"ANIM" + struct.pack("<IIH", 6, 0, 0)
    body += b"ANMF" + struct.pack("<I", len(frame)) + frame
    return b"RIFF" + struct.pack("<I", len(body)) + body


def bmp(width, height):
    return (
        b"BM"
        + struct.pack("<IHHI", 54, 0, 0, 54)
        + struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0)
    )


def ppm(width, height):
    return f"P6 {width} {height} 255\n".encode()


@pytest.fixture
def ghostscript(tmp_path, monkeypatch):
    """Programs of its names that note that they were started."""
    folder, note = tmp_path / "bin", tmp_path / "started"
    folder.mkdir()
    for name in ("gs", "gswin32c", "gswin64c"):
        (folder / name).write_text(f"#!/bin/sh\necho started >> '{note}'\n")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("PIL.EpsImagePlugin.gs_binary", None)
    return note.exists


@pytest.mark.parametrize("suffix", sorted(SUFFIXES - {".svg", ".avif", ".gif"}))
def test_no_program_is_started_for_a_picture(ghostscript, suffix):
    with pytest.raises(FileError):
        fit(EPS, suffix)
    assert width_of(EPS) == 0
    with pytest.raises(FileError):
        narrowed(EPS, 10)
    assert not ghostscript()


SIDE = int(MAX_PIXELS**0.5) + 100
BOMBS = {
    "png": (png(SIDE, SIDE, chunk(b"eXIf", EMPTY_EXIF)), ".png"),
    "png by another name": (png(SIDE, SIDE), ".bmp"),
    "ico": (ico(png(SIDE, SIDE)), ".ico"),
    "gif": (gif(65_535, 65_535), ".bmp"),
    "tiff": (tiff(SIDE, SIDE), ".tif"),
    "webp": (webp(16_383, 16_383), ".webp"),
    "animated webp": (webp(SIDE * 3 // 4, SIDE * 3 // 4), ".bmp"),
    "bmp": (bmp(SIDE, SIDE), ".bmp"),
    "ppm": (ppm(SIDE, SIDE), ".ppm"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_picture_that_would_fill_the_memory_is_not_decoded(name, monkeypatch):
    data, suffix = BOMBS[name]
    sizes = []
    load = ImageFile.ImageFile.load
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda one: sizes.append(one.width * one.height) or load(one))
    assert len(data) < 20_000
    with pytest.raises(FileError, match="million pixels"):
        fit(data, suffix)
    with pytest.raises(FileError):
        narrowed(data, 100)
    assert max(sizes, default=0) <= MAX_PIXELS


@pytest.mark.parametrize(
    "more",
    [
        [chunk(b"zTXt", b"Raw profile type exif\x00\x00" + zlib.compress(bytes(50_000_000), 9))] * 2,
        [chunk(b"iCCP", b"x\x00\x00" + zlib.compress(bytes(50_000_000), 9))],
    ],
    ids=["zTXt", "iCCP"],
)
def test_texts_of_a_picture_do_not_fill_the_memory(more):
    with pytest.raises(FileError, match="too large"):
        fit(png(2, 2, *more), ".png")


def test_a_picture_of_the_web_is_not_decoded_to_be_kept(monkeypatch):
    """Pillow decodes a PNG to look for EXIF data; without any in its bytes there is nothing to look for."""
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda _: pytest.fail("decoded"))
    data = png(500, 500)
    assert fit(data, ".png") == (data, ".png")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in folders")
def test_a_pipe_or_a_device_is_no_picture(tmp_path, window):
    """A pipe that nobody writes to is not waited for; a device is not read to its end, for it has none."""
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "zero.png").symlink_to("/dev/zero")
    with (tmp_path / "large.png").open("wb") as file:
        file.truncate(MAX_PICTURE + 1)
    for name in ("pipe", "zero", "large"):
        with pytest.raises(FileError):
            read_picture(tmp_path / f"{name}.png")
        window.pictures.add_files([tmp_path / f"{name}.png"])
        assert f"{name}.png was not put into the post" in window.messages.text


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">%s</svg>'
)


@pytest.mark.qt_log_ignore("Rejecting image as it exceeds")
@pytest.mark.parametrize(
    "data",
    [
        SVG % b'<image xlink:href="/etc/passwd" width="9" height="9"/>',
        b"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'aaa'>]>" + SVG % b"<text>&a;</text>",
        b"\x1f\x8b\x08" + SVG,
        b"%PDF-1.4\n%%EOF",
        b'/* XPM */ static char *x[] = {"1 1 1 1", "a c #000", "a"};',
        ico(png(2, 2)),
        tiff(2, 2),
        ppm(1, 1) + b"abc",
        EPS,
        b"RIFF1234WAVEfmt ",
        b"",
        b"\x89PNG\r\n\x1a\n",
        *(data for data, _ in BOMBS.values()),
    ],
    ids=lambda data: str(data[:12]),
)
def test_qt_decodes_pictures_of_known_kinds_and_sizes_alone(qapp, data):
    assert decoded(data, 400).isNull()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "WEBP"])
def test_pictures_for_the_web_are_shown_made_to_fit(qapp, kind):
    buffer = io.BytesIO()
    Image.new("RGB", (900, 300), "red").save(buffer, kind)
    image = decoded(buffer.getvalue(), 300)
    assert (image.width(), image.height()) == (300, 100)
    assert image.pixelColor(50, 50).red() > 250
    assert decoded(buffer.getvalue(), 2000).width() == 900


def test_qt_has_a_limit_for_what_it_decodes_by_itself(qapp):
    """What is pasted comes through Qt's own readers."""
    from PySide6.QtGui import QImageReader

    QImageReader.setAllocationLimit(0)
    limit_decoders()
    assert 0 < QImageReader.allocationLimit() <= 256
