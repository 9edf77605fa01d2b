"""Which words are looked up, and what the dictionary says of them."""

import pytest

from editor.writing.dictionary import BUNDLED, Dictionary, choose_language, folder_of
from editor.writing.spelling import Language, language_of, words


def looked_up(line, language=Language.ITS_OWN):
    found = words(line, language)
    assert all(line[word.start : word.end] == word.text for word in found)
    return " ".join(word.text for word in found)


@pytest.fixture(scope="module")
def dictionary():
    return Dictionary(BUNDLED)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("A wrold of words, don’t you see?", "wrold of words don’t you see"),
        ("# A heading with *emphasis* and **bold**", "heading with emphasis and bold"),
        ("Run `sudo wrold` and [a lnik](http://wrold.org/teh)", "Run and lnik"),
        ("![alt wrod](pic_teh.png) {: .clas} {{ site.teh }} {% inclde teh %}", "alt wrod"),
        ("<div class='teh'>inside</div> <!-- teh --> &nbsp; text[^teh]", "inside text"),
        ("## Title {#teh-id}", "Title"),
        ("mail me@teh.org or @teh, #teh, ~/teh/dir, snake_teh, v2teh, teh.py, teh()", "mail or teh"),
        ("GitHub and iPhone and NASA, HTML5", "and and"),
        ("Wi-Fi and pre-built, well-knwon", "and built knwon"),
        ("https://example.org/teh and more", "and more"),
        ("海のそばでwrold teh recieve knwonと書く", "wrold teh recieve knwon"),
        ("港の朝、海のそばで静かにwrold teh recieveと書くこともあった", ""),
        ("海：the wrold of teh sea", "the wrold of teh sea"),
        ("naïve café", "naïve café"),
        ("a " * 20_001, ""),
    ],
)
def test_running_text_alone_is_looked_up(line, found):
    assert looked_up(line) == found


def test_among_japanese_only_sentences_are_looked_up():
    assert looked_up("Postwrigt", Language.MIXED) == ""
    assert looked_up("彼は「the wrold is round」と言った。OpenAI Gogle", Language.MIXED) == "the wrold is round"
    assert looked_up("anything at all is teh other", Language.OTHER) == ""


def test_the_language_of_a_text(dictionary, sample):
    known = dictionary.is_known
    assert language_of(sample.read_text(encoding="utf-8"), known) is Language.MIXED
    assert (
        language_of("The sea was quiet, and nobody said a word about the boats in the harbour.", known)
        is Language.ITS_OWN
    )
    german = "Das Meer war ruhig und niemand sprach ein Wort über die Boote im kleinen Hafen der alten Stadt am Fluss."
    assert language_of(german, known) is Language.OTHER
    assert language_of("", known) is Language.ITS_OWN


@pytest.mark.parametrize(
    "word", ["word", "Words", "don’t", "don't", "blog", "Permalinks", "website’s", "Dvořák", "x" * 41]
)
def test_known_words(dictionary, word):
    assert dictionary.is_known(word)


@pytest.mark.parametrize("word", ["wrold", "recieve", "does’nt", "teh"])
def test_unknown_words(dictionary, word):
    assert not dictionary.is_known(word)


def test_suggestions_keep_the_apostrophe(dictionary):
    assert "receive" in dictionary.suggestions("recieve")
    assert "doesn’t" in dictionary.suggestions("does’nt")


def test_own_words_are_known_in_every_case(dictionary):
    assert not dictionary.is_known("Kirinohi")
    dictionary.set_own(["kirinohi"])
    assert dictionary.is_known("Kirinohi")
    assert dictionary.is_known("Kirinohi’s")
    dictionary.set_own([])
    assert not dictionary.is_known("Kirinohi")


def test_languages_of_the_system(tmp_path):
    assert folder_of("en_XX", [tmp_path]) is None
    for suffix in ("dic", "aff"):
        (tmp_path / f"en_XX.{suffix}").write_text("")
    assert folder_of("en_XX", [tmp_path]) == tmp_path
    assert choose_language(["en_QQ", BUNDLED]) == BUNDLED
    assert choose_language([]) == BUNDLED
