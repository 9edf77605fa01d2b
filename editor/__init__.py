"""Postwright: a desktop editor for blog posts that keeps every byte the writer did not edit."""

__version__ = "1.0.0"
