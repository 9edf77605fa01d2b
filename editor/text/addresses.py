"""Addresses cut into their parts, whatever a writer has typed: what is no address is a path."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit


def split_address(address: str) -> SplitResult:
    """The parts of an address; `urlsplit` refuses some (`//[x`), which are all path here."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", address, "", "")
