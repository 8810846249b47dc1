"""Markdown + sandboxed Jinja -> HTML in which every number carries its receipt."""
