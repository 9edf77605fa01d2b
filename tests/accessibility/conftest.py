"""The window in a theme, for what is tested of all windows."""

from tests.languages.test_windows import make_window

__all__ = ["make_window"]
