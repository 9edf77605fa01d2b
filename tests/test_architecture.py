"""The rules of docs/architecture.md that a program can check: imports only go down, files stay small."""

import ast
import re
import subprocess
import sys

import pytest

from tests.conftest import ROOT

LAYERS = ("text", "writing", "header", "post", "blog", "render", "check", "export", "tasks", "ui")
MAY_IMPORT = {
    "text": {"text"},
    "writing": {"text", "writing"},
    "header": {"text", "header"},
    "post": {"text", "header", "post"},
    "blog": {"text", "writing", "header", "post", "blog"},
    "render": {"text", "header", "post", "blog", "render"},
    "check": {"text", "writing", "header", "post", "blog", "check"},
    "export": {"text", "header", "post", "blog", "render", "check", "export"},
    "tasks": {"text", "writing", "header", "post", "blog", "render", "check", "tasks"},
    "ui": set(LAYERS),
}
ONLY_IN = {  # a package and the only places that may import it
    "yaml": ("editor/header/",),
    "frontmatter": ("editor/header/",),
    "tomlkit": ("editor/header/",),
    "markdown": ("editor/render/",),
    "pygments": ("editor/render/",),
    "liquid": ("editor/render/templates/",),
    "hunspell": ("editor/writing/dictionary.py",),
    "emoji": ("editor/render/emoji_names.py",),
    "imagesize": ("editor/render/finish.py",),
    "tinycss2": ("editor/render/",),
    "sass": ("editor/render/",),
    "subprocess": (
        "editor/render/supervisor.py",
        "editor/tasks/process.py",
        "editor/export/git_process.py",
        "editor/report.py",
    ),
    "threading": (
        "editor/app.py",  # what nobody foresaw
        "editor/ui/jobs.py",  # how all others of the window work aside
        "editor/ui/journaling.py",
        "editor/ui/export/dialog.py",  # a lock
        "editor/ui/move_dialog.py",  # a lock
        "editor/export/git_process.py",
        "editor/render/supervisor.py",
        "editor/tasks/process.py",
    ),
    "PySide6": ("editor/ui/", "editor/app.py"),
    "PySide6.QtWebEngineCore": ("editor/ui/preview/",),
    "PySide6.QtWebEngineWidgets": ("editor/ui/preview/",),
}
MAX_LINES = 500
MODULES = sorted((ROOT / "editor").rglob("*.py"))


def name(path):
    return path.relative_to(ROOT).as_posix()


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}: relative import"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_only_go_down(path):
    layer = path.relative_to(ROOT / "editor").parts[0]
    for module in imports(path):
        parts = module.split(".")
        if layer in MAY_IMPORT and parts[0] == "editor" and len(parts) > 1 and parts[1] in LAYERS:
            assert parts[1] in MAY_IMPORT[layer], f"{name(path)} imports {module}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_packages_stay_where_they_belong(path):
    for module in imports(path):
        for package, places in ONLY_IN.items():
            if module == package or module.startswith(f"{package}."):
                assert name(path).startswith(places), f"{name(path)} imports {module}"


RAW_FUNCTION = re.compile(
    r"os\.(open|replace|rename|unlink|remove|mkdir|makedirs|rmdir|walk|scandir|listdir|link|symlink|truncate)"
    r"|shutil\.(copy|copy2|copyfile|copytree|move|rmtree)|sqlite3\.connect|(io\.)?open"
    r"|tempfile\.(TemporaryDirectory|NamedTemporaryFile|TemporaryFile|mkstemp|mkdtemp)"
    r"|read_file|write_file|overwrite_file|read_regular|read_head|write_private|open_private|make_private|make_folders|held"
)
RAW_METHOD = re.compile("(read|write)_(text|bytes)|mkdir|rmdir|unlink|touch|iterdir|glob|rglob|symlink_to|hardlink_to")
RAW_ACCESS = {  # who may go to the disk by itself, and to which files
    "editor/blog/gate.py": "the gate itself",
    "editor/blog/reading.py": "a post that the user named",
    "editor/blog/rewriting.py": "posts inside the folder that the gate names",
    "editor/blog/library/index.py": "the program's own cache",
    "editor/blog/operation_record.py": "the program's own state",
    "editor/blog/operations.py": "the program's own state",
    "editor/check/post_checks.py": "a post that the user named",
    "editor/export/plan.py": "the draft that the user named",
    "editor/export/memory.py": "the program's own state",
    "editor/export/merge.py": "a folder of its own for git",
    "editor/export/push.py": "a folder of its own for git",
    "editor/export/common_directory.py": "a folder of its own for git",
    "editor/export/git_folder.py": "git's own files, a bounded part of each",
    "editor/export/clone.py": "the folder that the user chose for a clone",
    "editor/ui/files.py": "the post that the user opens, saves, names",
    "editor/ui/unfit_files.py": "the post that the user opens",
    "editor/ui/watching.py": "the open post",
    "editor/ui/recovery.py": "the open post",
    "editor/ui/history.py": "copies beside the open post, inside its folder",
    "editor/ui/copies.py": "the file that the user chose",
    "editor/ui/pictures.py": "pictures that the user chose; drafts in the program's own state",
    "editor/ui/journaling.py": "the program's own state",
    "editor/ui/kept_texts.py": "the program's own state",
    "editor/ui/elsewhere.py": "the program's own state",
    "editor/ui/one_instance.py": "a folder for the socket",
    "editor/ui/preferences/commands.py": "the file that the user chose",
    "editor/ui/theme/icons.py": "the program's own cache",
    "editor/ui/trash.py": "the desktop's trash",
    "editor/ui/help/welcome.py": "a copy of the example",
}
OWN_DATA = {"resource", "math_font"}
"""What gives a file that comes with the program."""


def raw_access(path):
    """The lines of a module that go to the disk by themselves instead of through the gate."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        function, first = node.func, node.args[0] if node.args else None
        raw = RAW_FUNCTION.fullmatch(ast.unparse(function)) is not None
        if isinstance(function, ast.Attribute) and not raw:
            of, method = function.value, function.attr
            own = isinstance(of, ast.Call) and ast.unparse(of.func) in OWN_DATA
            raw = RAW_METHOD.fullmatch(method) is not None and not own
            raw = raw and not (method == "touch" and first is not None)  # the index's own
            if method == "open" and isinstance(first, ast.Constant):
                raw = re.fullmatch("[rwaxbt+]+", str(first.value)) is not None
        if raw:
            yield f"{name(path)}:{node.lineno}"


def test_files_of_a_blog_are_read_and_written_through_its_gate():
    """Elsewhere a path could lead out of the blog, or to a pipe that blocks. Who may do without is in the table."""
    places = tuple(f"editor/{layer}/" for layer in ("blog", "check", "render", "export", "ui"))
    found = {line for path in MODULES if name(path).startswith(places) for line in raw_access(path)}
    modules = {line.partition(":")[0] for line in found}
    assert not {line for line in found if line.partition(":")[0] not in RAW_ACCESS}
    assert modules == set(RAW_ACCESS), "the table names nobody in vain"


@pytest.mark.parametrize(
    ("line", "is_raw"),
    [
        ("open(path)", True),
        ("path.open('rb')", True),
        ("self.files.open(path)", False),
        ("path.read_bytes()", True),
        ("gate.read(path)", False),
        ("resource('a').read_text()", False),
        ("os.walk(root)", True),
        ("os.path.realpath(root)", False),
        ("shutil.which('git')", False),
        ("read_file(path)", True),
    ],
)
def test_raw_access_is_noticed(tmp_path, monkeypatch, line, is_raw):
    path = tmp_path / "module.py"
    path.write_text(f"{line}\n", encoding="utf-8")
    monkeypatch.setattr("tests.test_architecture.ROOT", tmp_path)
    assert bool(list(raw_access(path))) is is_raw


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_each_module_says_why_it_exists_and_stays_small(path):
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), f"{name(path)} has no docstring"
    assert text.count("\n") <= MAX_LINES, f"{name(path)} is longer than {MAX_LINES} lines: split it by concept"


PLAIN = {  # what shows text that may be a stranger's, and the modules that may use Qt's own
    "QLabel(": ("ui/plain_text.py",),
    "QMessageBox(": ("ui/plain_text.py",),
    "QMessageBox.question": (),
    "QMessageBox.warning": (),
    "QMessageBox.information": (),
    "QMessageBox.critical": (),
    "QErrorMessage": (),
    "QWhatsThis": (),
    "QToolTip.showText": ("ui/plain_text.py",),
    "QTreeWidgetItem(": ("ui/plain_text.py",),
    "QListWidgetItem(": ("ui/plain_text.py",),
    "QTextBrowser(": ("ui/still_page.py", "ui/help/manual.py"),
    "QTextEdit(": (),
    "setTextFormat(": ("ui/plain_text.py",),
    "QImage.fromData": (),
    "loadFromData": (),
    "QImageReader(": ("ui/still_page.py",),
    "QMovie": (),
    "Image.open(": ("post/picture_files.py",),
}


@pytest.mark.parametrize("what", PLAIN)
def test_texts_and_pictures_of_strangers_go_through_one_module(what):
    using = [
        name(path) for path in MODULES if re.search(rf"(?<!\w){re.escape(what)}", path.read_text(encoding="utf-8"))
    ]
    assert set(using) <= {f"editor/{path}" for path in PLAIN[what]}


def test_messages_of_the_command_line_are_escaped():
    """Whatever goes to standard error passes `editor.terminal`."""
    known = ("editor/terminal.py", "editor/app.py", "editor/render/limits.py")
    naming = [name(path) for path in MODULES if "sys.stderr" in path.read_text(encoding="utf-8")]
    assert set(naming) <= set(known)


def test_panes_do_not_know_each_other():
    form = [module for path in (ROOT / "editor/ui/form").glob("*.py") for module in imports(path)]
    preview = [module for path in (ROOT / "editor/ui/preview").glob("*.py") for module in imports(path)]
    pane = list(imports(ROOT / "editor/ui/text_pane.py"))
    assert not [module for module in form if "preview" in module or "text_pane" in module]
    assert not [module for module in [*preview, *pane] if "ui.form" in module]


def test_the_program_does_not_know_the_shared_material():
    for path in [*MODULES, *(ROOT / "packaging").glob("*.py")]:
        assert "../shared" not in path.read_text(encoding="utf-8"), name(path)


def test_the_window_does_not_load_what_renders():
    """Markdown readers, colours and formulas belong to the worker; loading them would keep the writer waiting."""
    heavy = [
        "markdown_it",
        "markdown",
        "nh3",
        "pygments",
        "liquid",
        "latex2mathml",
        "tinycss2",
        "emoji",
        "wcwidth",
        "bs4",
        "markdownify",
        "regex",
        "PySide6.QtWebEngineCore",  # the text is in sight before it is loaded
        "editor.render.supervisor",
        "editor.tasks.process",
        "editor.check.post_checks",
    ]
    program = f"import sys, editor.app; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


SPACES = re.compile(r"\\[dsS]")
BARE = {"strip", "lstrip", "rstrip", "split", "rsplit", "splitlines"}
CLASSES = {"isdigit", "isspace", "isdecimal", "isnumeric"}


def is_constant(node):
    """Whether a text is one of the module's own constants."""
    while isinstance(node, ast.Subscript):
        node = node.value
    return isinstance(node, ast.Name) and node.id.isupper()


def unicode_wide(path):
    """The lines that go by Unicode's white space or digits without saying so.

    A regular expression says `re.ASCII` or names the characters; `strip` and `split` get them. Where Unicode is meant,
    a comment “Unicode: why” stands on one of the lines or above them.
    """
    source = path.read_text(encoding="utf-8")
    lines, tree = source.split("\n"), ast.parse(source)
    said = {number for number, line in enumerate(lines, 1) if "# Unicode: " in line}
    documentation = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    ascii_only = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and any(
            isinstance(one, ast.Attribute) and one.attr == "ASCII" for one in ast.walk(node)
        ):
            ascii_only.update(id(one) for one in ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            wide = SPACES.search(node.value) is not None and id(node) not in ascii_only
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            bare = node.func.attr in BARE and not node.args and not node.keywords and not is_constant(node.func.value)
            wide = bare or node.func.attr == "splitlines"
            wide = wide or (node.func.attr in CLASSES and "isascii" not in lines[node.lineno - 1])
        else:
            continue
        if wide and not said.intersection(range(node.lineno - 1, node.end_lineno + 1)):
            yield f"{name(path)}:{node.lineno}: {lines[node.lineno - 1].strip()}"


def test_white_space_and_digits_are_those_of_ascii_or_said_to_be_others():
    """U+3000, NBSP, U+0085, U+2028 and full-width digits are content in a post."""
    assert not [line for path in MODULES for line in unicode_wide(path)]


@pytest.mark.parametrize(
    ("line", "is_wide"),
    [
        ('re.compile(r"\\d+")', True),
        ('re.compile(r"\\d+", re.ASCII)', False),
        ('re.sub(r"\\s", "", text)', True),
        ('re.sub(r"\\s", "", text)  # Unicode: words', False),
        ("text.strip()", True),
        ("text.strip(ASCII_SPACE)", False),
        ("text.split()", True),
        ('text.split("\\n")', False),
        ("text.splitlines(keepends=True)", True),
        ("text.isdigit()", True),
        ("text.isascii() and text.isdigit()", False),
    ],
)
def test_what_goes_by_unicode_is_noticed(tmp_path, monkeypatch, line, is_wide):
    path = tmp_path / "module.py"
    path.write_text(f"{line}\n", encoding="utf-8")
    monkeypatch.setattr("tests.test_architecture.ROOT", tmp_path)
    assert bool(list(unicode_wide(path))) is is_wide
