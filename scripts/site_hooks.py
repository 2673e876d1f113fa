"""Hooks of MkDocs (mkdocs.yml names this file): see `site_pages`."""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mkdocs.structure.files import File, Files

from site_pages import FROM_ROOT, ROOT, page, root_page


def on_files(files: Files, config: Any) -> Files:
    """Add the pages that are kept at the root."""
    for name, source in FROM_ROOT.items():
        text = (ROOT / source).read_text(encoding="utf-8")
        files.append(File.generated(config, name, content=root_page(text)))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Every page as the site has it."""
    return page(markdown)
