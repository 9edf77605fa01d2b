"""Tags over a whole blog: counted, near-duplicates found, renamed, merged and removed by least edits, all taken back."""

import pytest

from editor.blog.rewriting import take_back
from editor.blog.tags import alike, changes, uses, write

POSTS = {
    "_config.yml": "title: x\n",
    "_posts/2026-01-01-flow.md": "---\ntitle: 'a'\ntags: [ai, \"海\",  港] # three\nweight: 1\n---\n\ntags: ai\n",
    "_posts/2026-01-02-block.md": "---\ntags:\n- AI\n- ai\n- other\ntitle: b\n---\n",
    "_posts/2026-01-03-text.md": "---\r\ntags: ai other\r\n---\r\n\r\ntext\r\n",
    "_posts/2026-01-04-one.md": "---\ntag: ai\n---\n",
    "_posts/2026-01-05-none.md": "---\ntitle: ai\ncategories: [ai]\n---\nai\n",
    "_posts/2026-01-06-bad.md": "---\ntags: [ai\n---\n",
}


@pytest.fixture
def root(tmp_path):
    for name, text in POSTS.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    return tmp_path


def files(root):
    return {path.relative_to(root).as_posix(): path.read_bytes().decode() for path in root.rglob("*") if path.is_file()}


def changed(root):
    return {name: text for name, text in files(root).items() if text != POSTS[name]}


def test_words_are_counted_by_posts(root):
    assert uses(root, "tags") == {"ai": 4, "other": 2, "AI": 1, "海": 1, "港": 1}
    assert uses(root, "categories") == {"ai": 1}


def test_a_rename_changes_the_word_alone(root):
    outcome = write(list(changes(root, "tags", {"ai"}, "LLM")))
    assert not outcome.left
    assert changed(root) == {
        "_posts/2026-01-01-flow.md": "---\ntitle: 'a'\ntags: [LLM, \"海\",  港] # three\nweight: 1\n---\n\ntags: ai\n",
        "_posts/2026-01-02-block.md": "---\ntags:\n- AI\n- LLM\n- other\ntitle: b\n---\n",
        "_posts/2026-01-03-text.md": "---\r\ntags: LLM other\r\n---\r\n\r\ntext\r\n",
        "_posts/2026-01-04-one.md": "---\ntag: LLM\n---\n",
    }
    assert not take_back(outcome).left
    assert files(root) == POSTS


def test_merging_leaves_each_word_once(root):
    write(list(changes(root, "tags", {"ai", "AI"}, "AI")))
    assert changed(root)["_posts/2026-01-02-block.md"] == "---\ntags:\n- AI\n- other\ntitle: b\n---\n"


def test_removing_takes_the_key_with_the_last_word(root):
    write(list(changes(root, "tags", {"ai", "AI", "other"}, "")))
    assert changed(root)["_posts/2026-01-04-one.md"] == "---\n---\n"
    assert changed(root)["_posts/2026-01-01-flow.md"].startswith("---\ntitle: 'a'\ntags: [\"海\",  港] # three\n")


def test_the_plan_tells_before_and_after(root):
    plan = list(changes(root, "tags", {"other"}, "more"))
    assert [(one.path.name, one.before, one.after) for one in plan] == [
        ("2026-01-02-block.md", ("AI", "ai", "other"), ("AI", "ai", "more")),
        ("2026-01-03-text.md", ("ai", "other"), ("ai", "more")),
    ]
    assert files(root) == POSTS, "a plan writes nothing"


def test_a_file_that_changed_since_is_left(root):
    plan = list(changes(root, "tags", {"other"}, "more"))
    path = root / "_posts/2026-01-03-text.md"
    path.write_text("theirs")
    outcome = write(plan)
    assert path.read_text() == "theirs"
    assert [one.path.name for one in outcome.written] == ["2026-01-02-block.md"]
    assert outcome.left[0].startswith("2026-01-03-text.md: ")


def test_a_word_that_does_not_fit_into_a_text_makes_a_list(root):
    write(list(changes(root, "tags", {"other"}, "two words")))
    assert "tags: [ai, two words]" in changed(root)["_posts/2026-01-03-text.md"]


@pytest.mark.parametrize(
    ("words", "groups"),
    [
        (["ＡＩ", "AI", "ai", "海"], [("ＡＩ", "AI", "ai")]),
        (["front end", "front-end", "frontend"], [("front end", "front-end", "frontend")]),
        (["tag", "tags", "story", "stories", "class", "glass"], [("tag", "tags"), ("story", "stories")]),
        (["が", "か\u3099"], [("が", "か\u3099")]),
        (["gas", "ga", "bus", "bu"], []),
        (["ios", "io"], []),
    ],
)
def test_near_duplicates(words, groups):
    assert alike(words) == groups


def test_the_whole_corpus_can_be_renamed_and_taken_back(shared, tmp_path):
    import shutil

    root = tmp_path / "blog"
    shutil.copytree(shared / "corpus" / "mzlogin__mzlogin.github.io", root)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    word = next(iter(uses(root, "categories")))
    plan = list(changes(root, "categories", {word}, "別の分類"))
    assert len(plan) > 20
    outcome = write(plan)
    assert not outcome.left
    assert word not in uses(root, "categories")
    for path, data in before.items():
        new = path.read_bytes()
        if new != data:
            old_lines, new_lines = data.split(b"\n"), new.split(b"\n")
            assert sum(one != other for one, other in zip(old_lines, new_lines, strict=True)) == 1
    assert not take_back(outcome).left
    assert {path: path.read_bytes() for path in before} == before
