"""What the doctor looks at before a class."""

from __future__ import annotations

import pytest

from cnnhelpers.course import doctor
from cnnhelpers.course.doctor import preflight
from cnnhelpers.course.doctor.preflight import THREADS, examine_memory, examine_threads


def test_memory_is_enough_or_not() -> None:
    assert examine_memory(4.2).sentence == "4.2 GB of memory are free."
    little = examine_memory(1.2)
    assert (little.level, little.sentence) == (
        "problem", "1.2 GB of memory are free; a notebook and a browser want 1.5 GB."
    )
    assert examine_memory(None).level == "note"


def test_more_threads_than_cores_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    unset = dict.fromkeys(THREADS, "")
    assert examine_threads(2, unset).level == "ok"
    assert examine_threads(2, unset | {"OMP_NUM_THREADS": "2"}).level == "ok"
    many = examine_threads(2, unset | {"OMP_NUM_THREADS": "4"})
    assert many.sentence.startswith("OMP_NUM_THREADS=4, and there are 2 cores to use")
    assert many.mend == (
        "export OMP_NUM_THREADS=2 OPENBLAS_NUM_THREADS=2 MKL_NUM_THREADS=2"
    )
    monkeypatch.setattr("os.cpu_count", lambda: 4)
    assert examine_threads(1, unset).sentence.startswith("4 cores are seen, and 1 core may be used")


def test_every_explorer_draws() -> None:
    assert preflight.examine_explorers().level == "ok"


def test_an_explorer_that_does_not_draw_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "_DRAW_ALL", "print('X: ValueError: no'); raise SystemExit(1)")
    found = preflight.examine_explorers()
    assert (found.level, found.sentence) == (
        "problem", "Not every explorer draws: X: ValueError: no."
    )


def test_why_nothing_starts_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "_DRAW_ALL", "import no_such_package")
    assert preflight.examine_explorers().sentence == (
        "Not every explorer draws: ModuleNotFoundError: No module named 'no_such_package'."
    )
    monkeypatch.setattr(preflight, "_START_KERNEL", "raise SystemExit('ImportError: no numpy')")
    found = preflight.examine_kernel_start()
    assert (found.level, found.sentence) == (
        "problem", "No kernel starts and imports the course: ImportError: no numpy."
    )
    monkeypatch.setattr(preflight, "PATIENCE", 0.1)
    monkeypatch.setattr(preflight, "_START_KERNEL", "import time; time.sleep(60)")
    assert preflight.examine_kernel_start().sentence.endswith(": no answer came in 0.1 seconds.")


def test_the_command_looks_at_these_only_when_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "examine", lambda: [])
    monkeypatch.setattr(doctor, "examine_for_a_class", lambda: [examine_memory(1.0)])
    doctor.main([])
    assert "memory" not in capsys.readouterr().out
    doctor.main(["--live"])
    assert "problem  1.0 GB of memory are free" in capsys.readouterr().out
