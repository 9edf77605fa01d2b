"""Numbers that only some YAML readers see in a text, and what is typed in their place."""

import pytest

from editor.cli import main
from editor.header import Generator, Refused, Rules, read_header, set_value
from editor.header.scalar_rules import everyone_reads
from editor.post.values import typed
from editor.text.edit import apply

MARKERS = {
    Generator.JEKYLL: ("_config.yml", "_posts/2020-01-02-a.md"),
    Generator.HUGO: ("hugo.toml", "content/a.md"),
    Generator.HEXO: ("_config.yml", "source/_posts/a.md"),
    Generator.ZOLA: ("zola.toml", "content/a.md"),
}


def typed_in(generator, old, text, key="k"):
    header = f"---\ntitle: A\n{key}: {old}\n---\nx\n"
    rules = Rules(generator)
    read = read_header(header, rules)
    value = typed(key, read.field(key), text, rules)
    edited = apply(header, set_value(header, read, key, value))
    return edited.split("\n")[2].removeprefix(f"{key}: ")


@pytest.mark.parametrize(
    ("generator", "old", "text", "expected"),
    [
        (Generator.JEKYLL, "12:30", "13:30", '"13:30"'),
        (Generator.JEKYLL, "12:30:45", "13:30", '"13:30"'),
        (Generator.JEKYLL, "12:30", "noon", "noon"),
        (Generator.JEKYLL, "12:30", "750", "750"),
        (Generator.JEKYLL, "1,000", "2,000", '"2,000"'),
        (Generator.JEKYLL, "0123", "0456", '"0456"'),
        (Generator.JEKYLL, "1_000", "2000", "2000"),
        (Generator.JEKYLL, "0x1F", "32", "0x20"),
        (Generator.PLAIN, "12:30", "13:30", '"13:30"'),
        (Generator.HUGO, "12:30", "13:30", "13:30"),
        (Generator.HEXO, "12:30", "13:30", "13:30"),
    ],
)
def test_a_number_gets_what_was_typed(generator, old, text, expected):
    written = typed_in(generator, old, text)
    assert written == expected
    if written[:1] != '"' and generator in (Generator.JEKYLL, Generator.PLAIN):
        assert everyone_reads(written) is not None


@pytest.mark.parametrize(
    ("old", "text"),
    [("5", "13:30"), ("5", "soon"), ("5", "1,000"), ("2024", "0456"), ("1,000", "soon"), ("0x1F", "0x20")],
)
def test_a_number_that_all_readers_see_gets_no_text(old, text):
    with pytest.raises(Refused):
        typed_in(Generator.JEKYLL, old, text)


def test_a_weight_stays_a_number():
    assert typed_in(Generator.JEKYLL, "010", "011", key="weight") == "11"


@pytest.mark.parametrize("old", ["yes", "on", "Yes", "ON", "y"])
def test_a_boolean_that_not_all_readers_see_is_written_as_true_where_nobody_builds_the_folder(tmp_path, old):
    post = tmp_path / "a.md"
    post.write_text(f"---\ntitle: A\ndraft: {old}\n---\nx\n")
    assert main(["set", "draft=true", "--", str(post)]) == 0
    assert post.read_text() == "---\ntitle: A\ndraft: true\n---\nx\n"


@pytest.mark.parametrize(
    ("generator", "old", "value", "expected"),
    [
        (Generator.PLAIN, "no", False, "false"),
        (Generator.PLAIN, "010", 8, "8"),
        (Generator.PLAIN, "1_000", 1000, "1000"),
        (Generator.PLAIN, "true", True, "true"),
        (Generator.PLAIN, "5", 5, "5"),
        (Generator.PLAIN, "a word", "a word", "a word"),
        (Generator.JEKYLL, "yes", True, "yes"),
        (Generator.JEKYLL, "010", 8, "010"),
    ],
)
def test_a_value_that_readers_disagree_on_is_written_anew_though_it_is_the_same(generator, old, value, expected):
    text = f"---\nk: {old}\n---\nx\n"
    edited = apply(text, set_value(text, read_header(text, Rules(generator)), "k", value))
    assert edited == f"---\nk: {expected}\n---\nx\n"


@pytest.mark.parametrize(
    ("generator", "old", "do", "expected"),
    [
        (Generator.HUGO, "tags: 2024", ["--add", "tags=x"], "tags: [2024, x]"),
        (Generator.HEXO, "tags: 2024", ["--add", "tags=x"], "tags: [2024, x]"),
        (Generator.HUGO, "categories: true", ["--add", "categories=x"], "categories: [true, x]"),
        (Generator.HEXO, "tags: 2024", ["--remove", "tags=2024"], "tags: []"),
        (Generator.HEXO, "tags: 2024", ["--add", "tags=2024"], "tags: 2024"),
        (Generator.HUGO, "tags: 2024-01-02", ["--add", "tags=x"], 'tags: ["2024-01-02", x]'),
        (Generator.JEKYLL, "tags: 2024", ["--add", "tags=x"], None),
        (Generator.ZOLA, "categories: 2024", ["--add", "categories=x"], None),
    ],
)
def test_a_single_value_becomes_a_list_where_the_generator_reads_it_as_one_item(
    tmp_path, capsys, generator, old, do, expected
):
    marker, name = MARKERS[generator]
    post = tmp_path / name
    post.parent.mkdir(parents=True)
    (tmp_path / marker).write_text('base_url = "x"\n' if marker == "zola.toml" else "")
    before = f"---\ntitle: A\n{old}\n---\nx\n"
    post.write_text(before)
    status = main(["set", *do, "--", str(post)])
    if expected is None:
        assert status == 1
        assert str(generator) in capsys.readouterr().err
    assert post.read_text() == (before if expected is None else before.replace(old, expected))


@pytest.mark.parametrize("before", ["", "Text alone.\n"])
@pytest.mark.parametrize(
    ("neighbour", "fence"), [(None, "+++"), ("+++\ntitle = 'B'\n+++\n", "+++"), ("---\nt: B\n---\n", "---")]
)
def test_a_zola_post_without_front_matter_gets_the_kind_of_its_neighbours(tmp_path, before, neighbour, fence):
    (tmp_path / "zola.toml").write_text('base_url = "x"\n')
    (tmp_path / "content").mkdir()
    post = tmp_path / "content" / "a.md"
    post.write_text(before)
    if neighbour is not None:
        (tmp_path / "content" / "b.md").write_text(neighbour)
    assert main(["set", "title=New", "--", str(post)]) == 0
    assert post.read_text().startswith(f"{fence}\ntitle")
