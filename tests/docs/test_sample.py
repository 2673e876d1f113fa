"""The samples after a sync are what docs/sample-after shows."""

from pathlib import Path

import pytest

from sample import AFTER, SAMPLES, notes, synced


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_sample_after_is_the_real_output(sample: Path, tmp_path: Path) -> None:
    recorded = notes(AFTER / sample.name)
    assert len(recorded) >= 2
    assert synced(sample, tmp_path) == recorded


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_second_sync_of_the_sample_changes_nothing(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "once").mkdir()
    synced(sample, tmp_path / "once")
    (tmp_path / "twice").mkdir()
    assert synced(tmp_path / "once" / sample.name, tmp_path / "twice") == {}


def test_the_samples_are_there() -> None:
    assert SAMPLES[0].name == "sample-vault"
