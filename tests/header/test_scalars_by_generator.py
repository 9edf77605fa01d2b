"""Values of YAML front matter as the blog's own generator reads them, and what is written in their place."""

import pytest

from editor.cli import main
from editor.header import DateText, FieldType, Generator, Refused, Rules, read_header, set_value
from editor.header.scalar_rules import everyone_reads, same_reading
from editor.header.verbs import add_item
from editor.text.edit import apply
from tests.header.test_scalar_rules import ROWS

YAML_GENERATORS = [one for one in Generator if one is not Generator.PELICAN]
KINDS = {
    "str": {FieldType.TEXT, FieldType.DATE},
    "merge": {FieldType.TEXT},
    "value": {FieldType.TEXT},
    "bool": {FieldType.BOOLEAN},
    "int": {FieldType.NUMBER},
    "float": {FieldType.NUMBER},
    "null": {FieldType.EMPTY},
    "timestamp": {FieldType.DATE},
}
WANTED = (True, False, 11, -3, 2.5, 1e22, "0456", "yes", "no", "13:30", "true", "null", "1_000", "2020-01-02", "a word")


def written(text, rules, key, value):
    return apply(text, set_value(text, read_header(text, rules), key, value))


def line_of(text, key):
    return next(line for line in text.split("\n") if line.startswith(f"{key}:")).removeprefix(f"{key}:").strip()


@pytest.mark.parametrize("generator", YAML_GENERATORS)
def test_a_field_has_the_type_and_value_that_the_generator_reads(generator):
    rules = Rules(generator)
    for scalar, *_ in ROWS:
        header = read_header(f"---\nbefore: x\nk: {scalar}\n---\n", rules)
        if header.error is not None:
            continue  # `,` and `12:` are no plain scalars
        tag, value = rules.scalars.read(scalar)
        field = header.field("k")
        assert field.type in KINDS[tag], (scalar, tag)
        shown = field.value.text if isinstance(field.value, DateText) else field.value
        assert shown == value or shown != shown, scalar


@pytest.mark.parametrize("generator", YAML_GENERATORS)
def test_what_is_written_is_read_as_wanted_by_the_generator_and_by_everybody(generator):
    rules = Rules(generator)
    for number, (scalar, *_) in enumerate(ROWS):
        before = f"---\nbefore: x\nk: {scalar}\nafter: 012\n---\n"
        if read_header(before, rules).error is not None:
            continue
        for wanted in WANTED[number % 5 :: 5]:  # the benchmark has every pair
            after = written(before, rules, "k", wanted)
            value = line_of(after, "k")
            found = read_header(after, rules).field("k").value
            assert (found.text if isinstance(found, DateText) else found) == wanted, (scalar, wanted, value)
            assert type(wanted) is not bool or found is wanted
            if isinstance(wanted, str) and value[:1] not in "'\"":
                assert rules.scalars.read(value) == ("str", wanted), (scalar, wanted)
                assert rules.scalars.agree(value), (scalar, wanted)
            elif value != scalar and not isinstance(wanted, str):
                reading = everyone_reads(value) or (rules.scalars.agree(value) and rules.scalars.read(value))
                assert reading, (scalar, wanted, value)
                assert reading[1] == wanted, (scalar, wanted, value)


@pytest.mark.parametrize("generator", YAML_GENERATORS)
def test_new_keys_and_items_are_read_alike_by_everybody(generator):
    rules = Rules(generator)
    text = "---\ntitle: A\ntags: [a]\n---\n"
    for wanted in WANTED:
        value = line_of(written(text, rules, "k", wanted), "k")
        if isinstance(wanted, str):
            assert value[:1] in "'\"" or everyone_reads(value) == ("str", wanted)
        else:
            assert everyone_reads(value)[1] == wanted
        after = apply(text, add_item(text, read_header(text, rules), "tags", wanted))
        item = line_of(after, "tags").removeprefix("[a, ").removesuffix("]")
        reading = ("str", item[1:-1]) if item[:1] in "'\"" else everyone_reads(item)
        assert same_reading(reading, ("str" if isinstance(wanted, str) else reading[0], wanted)), (wanted, item)


@pytest.mark.parametrize("before", ["yes", "no", "on", "off", "Yes", "NO", "y", "true", "False"])
@pytest.mark.parametrize("generator", YAML_GENERATORS)
def test_booleans_are_written_as_the_generator_reads_them(generator, before):
    for wanted in (True, False):
        rules = Rules(generator)
        text = f"---\ntitle: A\ndraft: {before}\n---\n"
        value = line_of(written(text, rules, "draft", wanted), "draft")
        if value == before:  # it says so already
            assert rules.scalars.read(before) == ("bool", wanted)
        elif generator is Generator.JEKYLL:
            assert rules.scalars.read(value) == ("bool", wanted)
        else:
            assert value.lower() == str(wanted).lower()


def test_jekyll_keeps_yes_and_no():
    text = "---\npublished: yes\n---\n"
    assert line_of(written(text, Rules(Generator.JEKYLL), "published", False), "published") == "no"


def test_an_old_hugo_still_writes_true():
    rules = Rules(Generator.HUGO, version="0.111.3")
    text = "---\ndraft: no\n---\n"
    assert read_header(text, rules).field("draft").type is FieldType.BOOLEAN
    assert line_of(written(text, Rules(Generator.HUGO), "draft", True), "draft") == "true"


def test_octal_looking_numbers_become_decimal():
    for generator in YAML_GENERATORS:
        text = "---\nweight: 010\n---\n"
        assert line_of(written(text, Rules(generator), "weight", 11), "weight") == "11"
        assert line_of(written(text, Rules(generator), "weight", 7), "weight") == "7"


def test_a_text_of_the_same_kind_stays_without_quotes():
    rules = Rules(Generator.HUGO)
    text = "---\nstart: 12:30\nstate: off\n---\n"
    after = written(written(text, rules, "start", "13:30"), rules, "state", "on")
    assert after == "---\nstart: 13:30\nstate: on\n---\n"
    quoted = written(text, rules, "start", "1234")
    assert line_of(quoted, "start") == '"1234"'
    plain_folder = written("---\nstart: later\n---\n", Rules(), "start", "13:30")
    assert line_of(plain_folder, "start") == '"13:30"'


def test_a_number_too_long_for_the_generator_is_refused():
    text = "---\nk: 1\n---\n"
    with pytest.raises(Refused):
        written(text, Rules(Generator.HUGO), "k", 2**64)
    assert written(text, Rules(Generator.JEKYLL), "k", 2**64) == f"---\nk: {2**64}\n---\n"


def test_the_other_keys_may_hold_what_python_can_not_read():
    text = "---\ntitle: A\nday: 2020-02-30\nx: !!timestamp soon\n---\n"
    after = written(text, Rules(Generator.HEXO), "title", "B")
    assert after == text.replace("title: A", "title: B")


@pytest.mark.parametrize(
    ("marker", "folder", "lines", "do", "expected"),
    [
        ("hugo.toml", "content", "draft: no", ["draft=true"], "draft: true"),
        ("hugo.toml", "content", "draft: 'off'", ["draft=true"], "draft: true"),
        ("hugo.toml", "content", "start: 12:30", ["start=13:30"], "start: 13:30"),
        ("astro.config.mjs", "src/content", "draft: off", ["draft=yes"], "draft: true"),
        ("_config.yml", "source/_posts", "password: 0123", ["password=0456"], 'password: "0456"'),
        ("_config.yml", "source/_posts", "code: 0100", ["code=0200"], 'code: "0200"'),
        ("_config.yml", "source/_posts", "order: 010", ["order=11"], "order: 11"),
        ("hugo.toml", "content", "weight: 010", ["weight=011"], "weight: 11"),
        ("hugo.toml", "content", "weight: 5", ["weight=007"], "weight: 7"),
        ("_config.yml", "_posts", "published: yes", ["published=false"], "published: no"),
        ("_config.yml", "_posts", "password: 0123", ["password=0456"], 'password: "0456"'),
    ],
)
def test_set_on_the_command_line(tmp_path, capsys, marker, folder, lines, do, expected):
    (tmp_path / marker).write_text("")
    place = tmp_path / folder
    place.mkdir(parents=True)
    post = place / "2020-01-02-a.md"
    post.write_text(f"---\ntitle: A\n{lines}\n---\nx\n")
    assert main(["set", *do, "--", str(post)]) == 0, capsys.readouterr().err
    assert post.read_text() == f"---\ntitle: A\n{expected}\n---\nx\n"


def test_a_zero_that_a_number_would_lose_is_refused(tmp_path, capsys):
    post = tmp_path / "a.md"
    post.write_text("---\ncode: 1234\n---\n")
    assert main(["set", "code=0456", "--", str(post)]) == 1
    assert "begins with a zero" in capsys.readouterr().err
    assert post.read_text() == "---\ncode: 1234\n---\n"
    assert main(["set", 'code:="0456"', "--", str(post)]) == 0
    assert post.read_text() == '---\ncode: "0456"\n---\n'


def test_the_version_that_the_blog_names_decides(tmp_path, capsys):
    (tmp_path / "hugo.toml").write_text("")
    (tmp_path / "content").mkdir()
    post = tmp_path / "content" / "a.md"
    post.write_text("---\ndraft: no\n---\n")
    assert main(["get", "--key", "draft", "--json", str(post)]) == 0
    assert '"no"' in capsys.readouterr().out
    (tmp_path / "netlify.toml").write_text('[build.environment]\nHUGO_VERSION = "0.111.3"\n')
    assert main(["get", "--key", "draft", "--json", str(post)]) == 0
    assert "false" in capsys.readouterr().out


TOML = "+++\nbefore = 'x'\nk = {}\nafter = 07:30:00\n+++\n"


@pytest.mark.parametrize(
    ("old", "wanted", "expected"),
    [
        ("07:32:00", "08:15:00", "08:15:00"),
        ("07:32:00", "08:15:00.5", "08:15:00.5"),
        ("07:32:00", "soon", '"soon"'),
        ("1_000", 2000, "2_000"),
        ("0xff", 256, "0x100"),
        ("0o17", 8, "0o10"),
        ("1.10", 2.1, "2.10"),
        ("5e+22", 1e22, "1.0e+22"),
        ("1979-05-27", DateText("1980-01-02"), "1980-01-02"),
        ("1979-05-27T07:32:00Z", DateText("1979-05-27T08:00:00Z"), "1979-05-27T08:00:00Z"),
        ('"0123"', "0456", '"0456"'),
        ("1", "0456", '"0456"'),
        ("1", "yes", '"yes"'),
    ],
)
def test_toml_values_keep_their_form(old, wanted, expected):
    text = TOML.format(old)
    assert written(text, Rules(Generator.ZOLA), "k", wanted) == TOML.format(expected)


@pytest.mark.parametrize(
    ("generator", "number", "fits"),
    [
        (Generator.HUGO, 2**63 - 1, True),
        (Generator.HUGO, -(2**63), True),
        (Generator.HUGO, 2**63, False),
        (Generator.ZOLA, 2**63, False),
        (Generator.ASTRO, 2**53 - 1, True),
        (Generator.ASTRO, 2**53, False),
    ],
)
def test_toml_integers_that_stop_the_reader_are_refused(generator, number, fits):
    text = TOML.format(1)
    for key, value in (("k", number), ("new", number), ("k", [number]), ("new", {"a": number})):
        if fits:
            assert str(number) in written(text, Rules(generator), key, value)
        else:
            with pytest.raises(Refused):
                written(text, Rules(generator), key, value)


@pytest.mark.parametrize(
    ("old", "wanted", "expected"),
    [
        ("1e5", 3, "3"),
        ("1.0", 2.5, "2.5"),
        ("12345678901234567890", 12345678901234567891, "12345678901234567891"),
        ('"0123"', "0456", '"0456"'),
        ("null", "no", '"no"'),
        ("true", False, "false"),
    ],
)
def test_json_values_and_their_neighbours(old, wanted, expected):
    frame = '{{\n  "a": 1e5,\n  "k": {},\n  "b": 1.0\n}}\nbody\n'
    assert written(frame.format(old), Rules(Generator.HUGO), "k", wanted) == frame.format(expected)


@pytest.mark.parametrize("generator", YAML_GENERATORS)
def test_a_value_behind_a_mark_is_read_by_every_reader(generator):
    rules = Rules(generator)
    text = "---\nk: ! 'old'\nn: ! 12\n---\n"
    kept = text.replace("! 'old'", "'new'") if generator is Generator.ZOLA else text.replace("old", "new")
    assert written(text, rules, "k", "new") == kept
    for wanted in (11, True, "true", "0456"):
        value = line_of(written(text, rules, "k", wanted), "k")
        assert not value.startswith("!")
    libyaml = generator in (Generator.JEKYLL, Generator.PLAIN)
    assert read_header(text, rules).field("n").value == (12 if libyaml else "12")
