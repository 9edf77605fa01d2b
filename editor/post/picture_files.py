"""Pictures on their way into a blog: made fit for the web, and written under a name that no file has yet."""

from __future__ import annotations

import contextlib
import io
import os
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from editor.disk import held, make_folders, read_regular
from editor.language import tr
from editor.post.files import FileError, FileTooLargeError, read_file

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

WEB_SUFFIXES: Final = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"))
"""Pictures that browsers show."""
SUFFIXES: Final = WEB_SUFFIXES | {".bmp", ".tif", ".tiff", ".ico", ".ppm"}
"""Pictures that can be put into a post; the others become PNG files."""
MAX_PICTURE: Final = 64 * 1024 * 1024
"""Larger files, in bytes, are no pictures for the web."""
MAX_PIXELS: Final = 64_000_000
"""Pictures with more are not decoded: each pixel takes four bytes, and a converted picture is there twice."""
_FORMATS: Final = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "ICO", "PPM")
"""Pillow's readers that may be used: those of `SUFFIXES`. Others start programs (EPS starts Ghostscript), whatever the
file's name says."""
_PNG_EXIF: Final = (b"eXIf", b"Raw profile type")
"""Where EXIF data stands in a PNG file: the chunk (PNG 3, section 11.3.4.5), or ImageMagick's text."""
_GPS: Final = 0x8825
"""The part of EXIF data that says where a photograph was taken (EXIF 2.32, section 4.6.3)."""


def fit(data: bytes, suffix: str) -> tuple[bytes, str]:
    """A picture as a blog can show it, without the place where it was taken; most come back as they are.

    Returns:
        The bytes, and the suffix that they want (".png").

    Raises:
        FileError: it is no picture, or of a kind that can't be read.

    """
    suffix = suffix.lower()
    if suffix in (".svg", ".avif", ".gif"):
        return data, suffix
    try:
        with _opened(data) as picture:
            if suffix not in WEB_SUFFIXES:
                return _saved(picture.convert("RGBA"), "PNG"), ".png"
            if picture.format == "PNG" and not any(name in data for name in _PNG_EXIF):
                return data, suffix  # Pillow would decode all of it to look for EXIF data
            exif = picture.getexif()
            if _GPS not in exif or picture.format not in ("JPEG", "WEBP", "PNG", "MPO"):
                return data, suffix
            del exif[_GPS]
            kind = "JPEG" if picture.format == "MPO" else picture.format
            options = {"quality": "keep"} if picture.format == "JPEG" else {"lossless": True}
            return _saved(picture, kind, exif=exif, icc_profile=picture.info.get("icc_profile"), **options), suffix
    except FileError as error:
        raise FileError(Path(f"picture{suffix}"), error.reason) from error


def read_picture(path: Path, *, within: Path | None = None) -> bytes:
    """Return the bytes of a picture's file.

    Args:
        within: the folder that it must lie in when all links are followed; None for anywhere.

    Raises:
        FileError: it holds more than `MAX_PICTURE` bytes, is no file, or can't be read.

    """
    try:
        return read_file(path, limit=MAX_PICTURE, within=within)
    except FileTooLargeError:
        raise FileError(path, tr("is larger than 64 MB")) from None


@contextlib.contextmanager
def _opened(data: bytes) -> Iterator[Picture]:
    """Open a picture of a known kind and of a size that can be decoded.

    Raises:
        FileError: it is none, or Pillow can't decode it.

    """
    from PIL import Image  # when a picture comes, not when the program starts

    # Pillow looks at this limit for pictures inside of pictures too (ICO, TIFF), and warns at half of what it refuses.
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS // 2
    warnings.simplefilter("ignore", Image.DecompressionBombWarning)
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            if picture.format == "WEBP" and 2 * picture.width * picture.height > MAX_PIXELS:
                raise Image.DecompressionBombError  # libwebp puts frames together in two canvases, of still ones too
            yield picture
    except Image.DecompressionBombError as error:
        raise FileError(Path("picture"), tr("has more than {0} million pixels").format(MAX_PIXELS // 10**6)) from error
    except (OSError, ValueError, SyntaxError, OverflowError, MemoryError) as error:
        why = "" if "BytesIO" in str(error) else f" ({error})"  # Pillow names our buffer, which tells nobody anything
        raise FileError(Path("picture"), tr("is no picture that can be read{0}").format(why)) from error


def width_of(data: bytes) -> int:
    """A picture's width in pixels; 0 for one without."""
    try:
        with _opened(data) as picture:
            return picture.width
    except FileError:
        return 0


def narrowed(data: bytes, width: int) -> bytes:
    """A picture made narrower, upright and of the same kind.

    Raises:
        FileError: it is no picture that can be decoded.

    """
    from PIL import Image, ImageOps

    with _opened(data) as opened:
        kind = opened.format or "PNG"
        profile = opened.info.get("icc_profile")
        upright = ImageOps.exif_transpose(opened)
        height = max(1, round(upright.height * width / upright.width))
        small = upright.resize((width, height), Image.Resampling.LANCZOS)
        options = {"quality": 88} if kind in ("JPEG", "WEBP") else {"optimize": True}
        return _saved(small, kind, icc_profile=profile, **options)


def add_file(folder: Path, name: str, suffix: str, data: bytes, *, within: Path | None = None) -> tuple[Path, bool]:
    """Write a picture as `name.png`, or `name-2.png` and so on; one that is there already with that name is used.

    Returns:
        The file, and whether it was made now.

    Raises:
        FileError: it can't be written.

    """
    try:
        if within is None:
            folder.mkdir(parents=True, exist_ok=True)
        else:
            make_folders(folder, within)
        with held(folder, within or folder) as here:
            number = 1
            while True:
                file = f"{name}{suffix}" if number == 1 else f"{name}-{number}{suffix}"
                try:
                    with (here / file).open("xb") as new:  # makes a file, and follows no link
                        new.write(data)
                        new.flush()
                        os.fsync(new.fileno())
                    return folder / file, True
                except FileExistsError:
                    if _holds(here / file, data, within or folder):
                        return folder / file, False
                number += 1
    except OSError as error:
        raise FileError(folder, tr("can't hold the picture: {0}").format(error.strerror)) from error


def _holds(path: Path, data: bytes, within: Path) -> bool:
    try:
        return read_regular(path, len(data), within=within) == data
    except OSError:
        return False


def _saved(picture: object, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **{key: value for key, value in options.items() if value is not None})  # type: ignore[attr-defined]
    return buffer.getvalue()
