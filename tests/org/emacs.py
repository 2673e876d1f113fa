"""Real Emacs in batch: what a job seeker does in Org, done by Org."""

import shutil
import subprocess
from pathlib import Path

import pytest

client = pytest.mark.client
missing = pytest.mark.skipif(not shutil.which("emacs"), reason="needs Emacs")
TODAY = "2026-12-04"
_SETUP = """
(require 'org) (require 'org-agenda) (require 'org-archive) (require 'org-refile)
(require 'org-lint)
(setq make-backup-files nil auto-save-default nil create-lockfiles nil
      org-log-done 'time org-log-reschedule nil enable-local-variables nil
      system-time-locale "C")
(advice-add 'org-today :override
            (lambda () (calendar-absolute-from-gregorian '(12 4 2026))))
(advice-add 'org-current-time :around
            (lambda (_ &rest _) (encode-time 0 30 9 4 12 2026)))
(advice-add 'org-current-effective-time :override
            (lambda () (encode-time 0 30 9 4 12 2026)))
(defun at (id) (widen) (goto-char (point-min)) (re-search-forward (concat ":MDFOLLOW: +" id))
  (org-back-to-heading t))
"""
"""Org's settings as many have them, and a clock that stands at {TODAY}."""


def emacs(file: Path, *forms: str) -> str:
    """Evaluate forms in the buffer of `file`, save it, and give back what they printed."""
    body = " ".join(forms)
    text = f'{_SETUP} (find-file "{file}") {body} (save-buffer)'
    script = file.parent / "drive.el"
    script.write_text(text, encoding="utf-8")
    command = ["emacs", "--batch", "-Q", "-l", str(script)]
    run = subprocess.run(command, capture_output=True, check=False, timeout=60)
    script.unlink()
    assert run.returncode == 0, run.stderr.decode()
    return run.stdout.decode()
