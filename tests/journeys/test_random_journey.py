"""Random steps in the real window and in a model of it, which must agree after each.

The model (`model.py`) is plain texts and bytes. `--n N` makes N steps instead of the suite's.
A journey that fails tells its seed and its last steps; `--seed S` walks that one alone.
"""

import json
import random
import shutil

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from editor.settings import Settings
from editor.ui.messages import Answer
from editor.ui.move_dialog import MoveDialog
from editor.ui.theme.tokens import LIGHT
from editor.ui.window import Window
from tests.conftest import close_unasked
from tests.journeys.model import PostModel, body_of, differing, header_of
from tests.ui.user import User, in_dialog

STEPS = 500
"""How many steps a journey has."""
JOURNEYS = 10
WORDS = ("朝", "の散歩", "word", "two words ", "日本語、", "。", " ", "é", "🎉", "1", "\n", "\n\n")
FIRST_OF_LIST = tuple("-*+>|`~#:0123456789 \t　")
"""Lines that begin so are gone on with by Enter; the model does not know how."""
POSTS = {
    "_posts/2026-01-01-plain.md": "---\ntitle: plain\ndate: 2026-01-01\n---\n\nBody one\n\ntwo 朝🎉\n",
    "_posts/2026-01-02-crlf.md": "---\r\ntitle: 'it''s' # kept\r\ntags: [a, b]\r\n---\r\n\r\nBody\r\n\r\nmore",
    "_posts/2026-01-03-bom.md": '\ufeff---\ntitle: "朝"\nlayout: post\n---\nno blank line\n',
    "_drafts/draft.md": "---\nlayout: post\ntitle: 下書き\ncategories:\n  - x\n---\n\n\n",
}


class Journey:
    """One walk."""

    def __init__(self, qtbot, folder, sample, seed) -> None:
        self.qtbot, self.folder, self.dice = qtbot, folder, random.Random(seed)
        self.steps: list[str] = []
        blog = folder / "blog"
        for name, text in POSTS.items():
            (blog / name).parent.mkdir(parents=True, exist_ok=True)
            (blog / name).write_bytes(text.encode())
        (blog / "_config.yml").write_text("title: t\n")
        shutil.copyfile(sample, blog / "_posts" / sample.name)
        self.files = {path: path.read_bytes() for path in sorted(blog.rglob("*.md"))}
        self.open: list[PostModel] = []
        self.shown: PostModel | None = None
        self.window: Window | None = None
        self.start()
        self.show(self.dice.choice(list(self.files)))

    # -- steps: each acts in the window, and says to the model what ought to come of it

    def type_words(self) -> None:
        window, post = self.window, self.shown
        if window.pane.textCursor().hasSelection() and self.dice.random() < 0.5:
            self.user.press("Right")
        for word in self.dice.choices(WORDS, k=self.dice.randint(1, 3)):
            start, end = self.selection()
            line = post.text[:start].rpartition("\n")[2]
            beside = post.text[start - 1 : start] + post.text[end : end + 1]
            if "\n" in word and (start != end or line[:1] in FIRST_OF_LIST or not line.strip() or "`" in beside):
                continue
            self.user.type(word)
            for letter in word:
                post.typed(start, end, letter)
                start = end = start + len(letter)
        self.note(f"type at {start}")

    def erase(self) -> None:
        """Backspace over a letter."""
        start, end = self.selection()
        text = self.shown.text
        before = text[start - 1 : start]
        first = self.window.document.from_qt(self.window.document.boundary)
        if start == end:
            if start <= first or not before.isalpha() or not text[start : start + 1].isascii():
                return
            start -= 1
        self.user.press("Backspace")
        self.shown.erased(start, end)
        self.note(f"erase at {start}-{end}")

    def move(self) -> None:
        keys = ("Ctrl+Home", "Ctrl+End", "Left", "Right", "Up", "Down", "End", "Home", "Shift+Right", "Shift+End")
        self.user.press(*self.dice.choices(keys, k=self.dice.randint(1, 4)))

    def edit_title(self) -> None:
        before = self.shown.text
        try:
            title = str(header_of(before)["title"])
        except Exception:  # noqa: BLE001  the header was typed over: the form does not know more
            return
        added = self.dice.choice(("x", ": y", "朝", " #1", "'"))
        self.window.form.focus("title")
        self.user.press("End")
        self.user.type(added)
        self.window.pane.setFocus()
        text = self.window.document.post.text
        header = header_of(text)
        assert header["title"] == title + added
        assert {**header, "title": title} == {**header_of(before), "title": title}
        assert body_of(text) == body_of(before)
        # the form writes at each letter; all are one step
        self.shown.change(text)
        self.note(f"title + {added!r}")

    def bold(self) -> None:
        self.user.press("Ctrl+B")
        self.shown.change(self.window.document.post.text)
        self.note("bold")

    def undo(self) -> None:
        for _ in range(self.dice.randint(1, 4)):
            before = self.shown.text
            text = self.after_step("Ctrl+Z")
            if text == before:
                assert self.shown.at == 0, "undo ends too early"
                return
            assert self.shown.at or text in self.shown.between, f"undo ends too late: {differing(before, text)}"
            self.shown.undone(text)
            self.note("undo")

    def redo(self) -> None:
        for _ in range(self.dice.randint(1, 3)):
            before = self.shown.text
            text = self.after_step("Ctrl+Shift+Z")
            assert (text == before) == (not self.shown.back), f"redo ends too early or late: {differing(before, text)}"
            if text == before:
                return
            self.shown.redone(text)
            self.note("redo")

    def save(self) -> None:
        self.user.press("Ctrl+S")
        post = self.shown
        if self.files[post.path] != post.disk:  # somebody else wrote it, and nobody has looked yet
            assert "changed by another program" in self.window.messages.text
            self.press("Overwrite it")
        post.save()
        self.files[post.path] = post.disk
        self.note("save")

    def other_program(self) -> None:
        """A line is added at the end of a file."""
        post = self.shown
        if self.files[post.path] != post.disk:
            return
        line = f"theirs {len(self.steps)}\n"
        theirs = post.disk + post.spelling.end.encode() + line.replace("\n", post.spelling.end).encode()
        post.path.write_bytes(theirs)
        self.files[post.path] = theirs
        self.note("another program writes")
        if self.dice.random() < 0.3:
            return  # it is noticed by the next save
        self.window.keeping.watching.look()  # what the watcher does a moment later
        if not post.modified:
            post.read_again(theirs)
            self.note("read again")
            return
        what = self.dice.choice(("Keep mine", "Take theirs", "Bring both together"))
        mine, base = post.text, self.text_of(post.disk)
        clashes = post.kept or mine.splitlines()[-4:] != base.splitlines()[-4:] or len(base.splitlines()) < 8
        if what == "Bring both together" and clashes:
            what = "Keep mine"
        self.press(what)
        self.note(what)
        if what == "Keep mine":
            post.disk, post.kept = theirs, True
        elif what == "Take theirs":
            post.read_again(theirs)
        else:
            post.disk, post.kept = theirs, True
            post.change(mine + self.text_of(theirs)[len(base) :])

    def switch(self) -> None:
        self.show(self.dice.choice(list(self.files)))

    def close(self) -> None:
        if len(self.open) < 2:
            return
        self.window.questions.save_changes = lambda _: Answer.DISCARD
        self.user.press("Ctrl+W")
        self.forget(self.shown)
        self.shown = next(post for post in self.open if post.path == self.window.files.path)
        self.note("close")

    def kill(self) -> None:
        """kill -9, and the program is started again: what was not saved is offered, and taken."""
        changed = {post.path: post for post in self.open if post.text != post.base}
        self.stop()
        self.start()
        self.open, self.shown = [], None
        if changed:
            self.qtbot.waitUntil(lambda: "unsaved changes" in self.window.messages.text, timeout=20_000)
            self.press("Show them")
            shown = self.window.keeping.recovery.window
            assert shown.posts.topLevelItemCount() == len(changed)
            while shown.posts.topLevelItemCount():
                QTest.mouseClick(shown.restore, Qt.MouseButton.LeftButton)
                post = changed[self.window.files.path]
                if self.files[post.path] == post.disk:
                    post.restarted()
                else:  # somebody else wrote it: one step leads from that to what was typed
                    post.one_step_from(self.files[post.path])
                self.add(post)
            self.come_back()
        else:
            self.show(self.dice.choice(list(self.files)))
        self.note("kill")

    def rename(self) -> None:
        post = self.shown
        if post.modified or self.files[post.path] != post.disk:
            return
        name = f"name{len(self.steps)}"

        def act(dialog):
            self.qtbot.waitUntil(lambda: "Reading" not in dialog._said.text(), timeout=20_000)
            QTest.keyClicks(dialog.slug, name)
            self.qtbot.waitUntil(lambda: dialog.planned is not None and dialog._ok.isEnabled(), timeout=20_000)
            button = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

        in_dialog(MoveDialog, self.window.actions_["rename_post"].trigger, act)
        self.come_back()
        now = self.window.files.path
        assert name in now.name
        assert not post.path.exists()
        self.files[now] = self.files.pop(post.path)
        post.path = now
        post.read_again(now.read_bytes())
        self.note(f"rename to {now.name}")

    CHANCES = {
        type_words: 40, erase: 8, move: 14, edit_title: 8, bold: 3, undo: 12, redo: 8, save: 5, other_program: 3, switch: 5,
        close: 1, kill: 0.6, rename: 0.4,
    }  # fmt: skip

    # -- parts

    def after_step(self, chord: str) -> str:
        """The text after undo or redo; Qt has steps that move the caret alone."""
        before = self.window.document.post.text
        for _ in range(3):
            self.user.press(chord)
            if self.window.document.post.text != before:
                break
        return self.window.document.post.text

    def walk(self, count: int) -> None:
        kinds, chances = list(self.CHANCES), list(self.CHANCES.values())
        for _ in range(count):
            step = self.dice.choices(kinds, chances)[0]
            self.steps.append(step.__name__)
            step(self)
            self.agree()

    def agree(self) -> None:
        """The window has what the model has."""
        window, post = self.window, self.shown
        assert window.files.path == post.path
        assert window.document.post.text == post.text
        assert window.document.qt.toPlainText() == post.text
        if post.loose:
            assert window.document.modified or post.text == post.base
        else:
            assert window.document.modified == post.modified
        assert window.document.post.to_bytes() == post.spelling.encode(post.text)
        for path, data in self.files.items():
            assert path.read_bytes() == data, path
        names = [window.tabs.tabText(index).removesuffix(" •") for index in range(window.tabs.count())]
        assert sorted(names) == sorted(one.path.name for one in self.open)
        try:
            title = header_of(post.text)["title"]
        except Exception:  # noqa: BLE001  the header was typed over
            return
        row = window.form.row("title")
        assert row is not None
        assert row.editor.text == (str(title) if title is not None else "")

    def note(self, what: str) -> None:
        self.steps[-1:] = [f"{self.steps[-1] if self.steps else ''}: {what}"]

    def selection(self) -> tuple[int, int]:
        cursor, document = self.window.pane.textCursor(), self.window.document
        return document.from_qt(cursor.selectionStart()), document.from_qt(cursor.selectionEnd())

    def text_of(self, data: bytes) -> str:
        return data.removeprefix(b"\xef\xbb\xbf").decode().replace("\r\n", "\n")

    def show(self, path) -> None:
        self.window.files.open(path)
        self.window.pane.setFocus()
        known = next((post for post in self.open if post.path == path), None)
        if known is None:
            known = PostModel.opened(path)
            self.add(known)
        elif self.files[path] != known.disk and not known.modified:
            self.window.keeping.watching.look()
            self.forget(known)
            self.add(PostModel.opened(path))
        self.shown = next(post for post in self.open if post.path == path)

    def add(self, post: PostModel) -> None:
        self.open.append(post)
        self.shown = post

    def forget(self, post: PostModel) -> None:
        self.open = [one for one in self.open if one is not post]

    def press(self, text: str) -> None:
        button = next(one for one in self.window.messages.buttons if one.text() == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.window.pane.setFocus()

    def start(self) -> None:
        self.window = Window(Settings(self.folder / "config", self.folder / "state"), LIGHT)
        self.user = User(self.window, self.qtbot)
        self.window.show()
        self.come_back()
        self.window.start()

    def come_back(self) -> None:
        """The window is in front again, and the text has the focus."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.window.pane.setFocus()

    def stop(self) -> None:
        """The window goes as its process would: nothing is asked, and nothing taken away."""
        window = self.window
        journaling = window.keeping.recovery.journaling
        journaling.flush()
        if journaling._thread is not None:
            journaling._jobs.put(None)
            journaling._thread.join()
        if journaling._lock is not None:
            journaling._lock.unlock()
        journaling.close = lambda: None
        close_unasked(window)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def pytest_generate_tests(metafunc):
    wanted, seed = metafunc.config.getoption("--n"), metafunc.config.getoption("--seed")
    count = JOURNEYS if wanted is None else -(-wanted // STEPS)
    metafunc.parametrize("seed", range(count) if seed is None else [seed])


def test_window_and_model_agree(qapp, qtbot, tmp_path, sample, seed):
    journey = Journey(qtbot, tmp_path, sample, seed)
    try:
        journey.walk(STEPS)
    except BaseException:
        print(json.dumps(journey.steps[-30:], ensure_ascii=False, indent=0))
        raise
    finally:
        journey.stop()
