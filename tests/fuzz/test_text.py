"""Any bytes: they come back as they were, or are refused in plain words. Any front matter: read without an error."""

import random

from editor.header import Generator, Rules, read_header
from editor.post.post import Post
from editor.text.source import UndecodableError, decode, encode
from tests.fuzz.mutator import PIECES, no_hang

STARTS = (
    b"",
    b"",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
    "日本語の文章です。".encode("cp932"),
    "日本語".encode("euc_jp"),
)


def strings(count):
    """Random bytes: any, letters, Japanese in its encodings, and what breaks texts."""
    dice = random.Random(0)
    for number in range(count):
        kind, length = dice.randrange(5), dice.choice((0, 1, 2, 3, 5, 8, 13, 40))
        if kind == 0:
            data = dice.randbytes(length)
        elif kind == 1:
            data = bytes(dice.choices(b"ab \r\n\t-:#", k=length))
        elif kind == 2:
            data = b"".join(dice.choices(PIECES, k=dice.randint(0, 6)))
        else:
            text = "".join(
                chr(dice.choice((dice.randrange(0x3040, 0x30FF), dice.randrange(0x4E00, 0x9FA0), 10, 13)))
                for _ in range(length)
            )
            data = text.encode(dice.choice(("cp932", "euc_jp", "utf-8", "utf-16-le", "utf-16-be")), errors="replace")
        yield number, dice.choice(STARTS) + data


def test_any_bytes_come_back_or_are_refused(cases, tell):
    accepted = refused = 0
    for number, data in strings(cases(5_000, share=10)):
        try:
            with no_hang(f"bytes {number}"):
                source = decode(data)
        except UndecodableError:
            refused += 1
            continue
        accepted += 1
        assert encode(source) == data, (number, data)
    assert min(accepted, refused) > 100
    tell(f"{accepted + refused} byte strings decoded: {accepted} came back as they were, {refused} were refused")


RULES = tuple(Rules(generator) for generator in Generator)


def test_any_front_matter_is_read(mutator, cases, tell):
    count = fields = 0
    for number in range(cases(1_000)):
        try:
            text = Post.from_bytes(mutator.mutant(number)).text
        except UndecodableError:
            continue
        count += 1
        with no_hang(f"mutant {number}"):
            header = read_header(text, RULES[number % len(RULES)])
        fields += len(header.fields)
        assert header.error is None or str(header.error), number
        for field in header.fields:
            assert 0 <= field.value_span.start <= field.value_span.end <= len(text), number
    assert fields > count / 2  # hostile posts alone, without the shared ones, have few
    tell(f"{count} damaged front matters read, {fields} fields found")
