"""Postwright: a desktop editor for blog posts that keeps every byte the writer did not edit."""

__version__ = "0.1.0"
