"""Bytes to text and back: nothing is lost, and what can't be kept is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.edit import Edit
from editor.text.source import Source, UndecodableError, UnencodableError, decode, encode

MARKS = {"utf-8": b"", "utf-8-sig": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
pieces = st.sampled_from(
    ["a", "日本", "🎉", "\n", "\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x85", "\ufeff", " ", "---"]
)


@given(st.binary(max_size=64))
def test_bytes_that_are_accepted_come_back(data):
    try:
        source = decode(data)
    except UndecodableError:
        return
    assert encode(source) == data


@given(st.lists(pieces, max_size=30).map("".join), st.sampled_from(sorted(MARKS)))
def test_text_in_every_unicode_form_comes_back(text, encoding):
    data = MARKS[encoding] + text.encode(encoding.removesuffix("-sig"))
    source = decode(data)
    assert encode(source) == data
    assert "\r" not in source.text
    assert "\u2029" not in source.text


@given(st.lists(pieces, max_size=20).map("".join), st.data())
def test_an_edit_leaves_the_line_ends_of_other_lines_alone(raw, data):
    source = decode(raw.encode())
    low = data.draw(st.integers(0, len(source.text)))
    high = data.draw(st.integers(low, len(source.text)))
    new = data.draw(st.sampled_from(["", "x", "\n", "x\ny\n"]))
    after = source.edited(Edit(low, high, new))
    written = encode(after).decode()
    if "\r" not in raw and not after.text.startswith("\ufeff"):  # a lone CR may meet a LF; U+FEFF first is a BOM
        assert decode(encode(after)).text == after.text
    before_lines = source.text[:low].count("\n")
    kept = [source.line_ends.of_line(line) for line in range(before_lines)]
    assert [after.line_ends.of_line(line) for line in range(before_lines)] == kept
    tail = source.text[high:].count("\n")
    total, old_total = after.text.count("\n"), source.text.count("\n")
    assert [after.line_ends.of_line(total - tail + n) for n in range(tail)] == [
        source.line_ends.of_line(old_total - tail + n) for n in range(tail)
    ]
    assert isinstance(written, str)


JAPANESE = "---\r\ntitle: 港町の朝\r\n---\r\n\r\n六時に起きると、町はまだ静かでした。漁船が戻り、市場がにぎわいます。ｶﾓﾒも鳴く。\r\n"


@pytest.mark.parametrize(
    ("encoding", "name"), [("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP"), ("utf-8", "UTF-8"), ("utf-16-le", "UTF-16")]
)
def test_japanese_encodings_are_recognised(encoding, name):
    data = MARKS.get(encoding, b"") + JAPANESE.encode(encoding)
    source = decode(data)
    assert source.text == JAPANESE.replace("\r\n", "\n")
    assert source.encoding_name.startswith(name)
    assert encode(source) == data


def test_latin_1_is_recognised():
    text = "---\ntitle: Café à la carte\n---\nUne pâtisserie très sucrée, déjà goûtée à Besançon.\n"
    data = text.encode("latin-1")
    assert decode(data).text == text
    assert encode(decode(data)) == data


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "zero byte"),
        (b"\0", "zero byte"),
        (b"caf\xe9 \0 text\n" * 9, "zero byte"),
        ("---\ntitle: x\n---\nかな だけ\n".encode("utf-16-le"), "zero byte"),
        ("---\ntitle: x\n---\nbody\n".encode("utf-16-be"), "zero byte"),
        ("\n".join("かなかなかなかな" * 4).encode("utf-16-le"), "zero byte|not UTF-8"),
        (b"\xff\xfea", "UTF-16"),
        (b"\xef\xbb\xbf\xff", "UTF-8"),
        (b"abc\n\x81\xff\xfe\x8d\n", "line 2"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data, reason):
    with pytest.raises(UndecodableError, match=reason):
        decode(data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("stray", ["\0", "\0\0", "\x1b[0m", "\x07", "\x7f", "\x85"])
def test_a_stray_control_character_is_text(encoding, stray):
    data = f"---\ntitle: x\n---\nline one {stray} goes on\nline two\r\n{stray}".encode(encoding)
    source = decode(data)
    assert stray in source.text
    assert encode(source) == data


def test_a_character_that_the_encoding_lacks_is_named_with_its_place():
    with pytest.raises(UnencodableError, match="line 2, column 3: Shift_JIS has no “🎉”"):
        encode(Source("a\n日本🎉", "cp932"))


def test_mixed_line_ends_stay_each_at_its_line():
    source = decode(b"a\r\nb\nc\rd\r\ne")
    after = source.edited(Edit(2, 3, "B\nB2"))
    assert encode(after) == b"a\r\nB\nB2\nc\rd\r\ne"


def test_no_bom_and_no_last_line_end_are_added():
    assert encode(decode(b"a").edited(Edit(1, 1, "b"))) == b"ab"


def test_every_post_of_the_corpus_comes_back(corpus_posts):
    assert len(corpus_posts) > 1000
    changed = [path for path in corpus_posts if encode(decode(path.read_bytes())) != path.read_bytes()]
    assert changed == []
