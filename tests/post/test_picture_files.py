"""Pictures are written under free names, and without the place where they were taken."""

import io

import pytest
from PIL import Image

from editor.post.files import FileError
from editor.post.picture_files import add_file, fit, narrowed, width_of


def picture(kind="PNG", size=(40, 20), **options):
    buffer = io.BytesIO()
    Image.new("RGB", size, "red").save(buffer, kind, **options)
    return buffer.getvalue()


def test_no_file_is_written_over(tmp_path):
    written = [add_file(tmp_path / "a", "umi", ".png", data) for data in (b"1", b"2", b"2")]
    assert [(path.name, made) for path, made in written] == [
        ("umi.png", True),
        ("umi-2.png", True),
        ("umi-2.png", False),
    ]
    assert written[0][0].read_bytes() == b"1"


def test_a_folder_that_can_not_be_made_is_told(tmp_path):
    (tmp_path / "a").write_text("")
    with pytest.raises(FileError, match="can't hold"):
        add_file(tmp_path / "a", "umi", ".png", b"1")


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
def test_the_place_is_taken_out_and_the_rest_stays(kind):
    exif = Image.Exif()
    exif[0x010E] = "harbour"
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x8825] = {1: "N", 2: (35.0, 40.0, 1.0)}
    data = picture(kind, exif=exif)
    assert 0x8825 in Image.open(io.BytesIO(data)).getexif()
    clean, suffix = fit(data, f".{kind.lower()}")
    found = Image.open(io.BytesIO(clean))
    assert suffix == f".{kind.lower()}"
    assert 0x8825 not in found.getexif()
    assert found.getexif()[0x010E] == "harbour"
    assert found.size == (40, 20)


def test_pictures_without_a_place_keep_their_bytes():
    data = picture("JPEG")
    assert fit(data, ".JPG") == (data, ".jpg")
    assert fit(b"<svg/>", ".svg") == (b"<svg/>", ".svg")


def test_what_browsers_do_not_show_becomes_png():
    data, suffix = fit(picture("BMP"), ".bmp")
    assert (suffix, data[:4]) == (".png", b"\x89PNG")


def test_what_is_no_picture_is_refused():
    with pytest.raises(FileError, match="no picture"):
        fit(b"hello", ".png")


def test_a_wide_picture_becomes_narrow():
    assert width_of(narrowed(picture("JPEG", (400, 100)), 100)) == 100
    assert width_of(b"hello") == 0
