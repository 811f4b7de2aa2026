"""Negative controls: each kind of fault turns the harness red, and what is right does not."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import broken_notebooks
import pytest
from harness import chromium
from harness.explorer import Explorer, controls_in
from harness.lab import Lab
from harness.moves import dead_controls, layout_jumps
from harness.notebook import OpenNotebook
from harness.page import playwright_error
from visits import one_visit


def opened(lab: Lab, write: Callable[[Path], Path], *, run: bool = True) -> OpenNotebook:
    path = write(lab.folder / "controls" / f"{write.__name__}.ipynb")
    if not run:
        lab.trust(path)
    notebook = lab.open(path)
    if run:
        notebook.run_all(timeout=30)
    else:
        notebook.wait_still()
    return notebook


@pytest.fixture(scope="module")
def explorers(lab: Lab) -> Iterator[dict[str, Explorer]]:
    """The working explorer and each broken one, in one notebook."""
    notebook = opened(lab, broken_notebooks.explorers)
    assert notebook.problems() == []  # nothing raises: only moving the sliders shows the faults
    yield dict(zip(broken_notebooks.VARIANTS, notebook.explorers(), strict=True))
    notebook.close()


def test_a_good_explorer_has_no_faults(explorers: dict[str, Explorer]) -> None:
    explorer = explorers["good"]
    assert explorer.name == "ToyExplorer"
    assert explorer.tab_order() == [0, 1]
    steps = explorer.walk()
    assert dead_controls(steps) == []
    assert layout_jumps(steps) == []
    assert explorer.look().state == "size=3,step=2"  # every slider was put back
    states = [tuple(map(int, re.findall(r"\d+", step.after.state))) for step in steps]
    said = explorer.owner.evaluate("", f"[painter.sentence(*state) for state in {states}]")
    assert [step.after.sentence for step in steps] == said


def test_a_dead_slider_is_reported(explorers: dict[str, Explorer]) -> None:
    steps = explorers["dead slider"].walk(("Home", "End"))
    assert dead_controls(steps) == ["slider 2 is dead: no key changes the state"]


@pytest.mark.parametrize("what", ["picture", "sentence"])
def test_a_frozen_picture_or_sentence_is_reported(
    explorers: dict[str, Explorer], what: str
) -> None:
    faults = dead_controls(explorers[f"frozen {what}"].walk(("ArrowRight",)))
    assert len(faults) == 2 and all(f"the {what} stays" in fault for fault in faults), faults


def test_a_layout_jump_is_reported(explorers: dict[str, Explorer]) -> None:
    faults = layout_jumps(explorers["layout jump"].walk(("ArrowRight",)))
    assert faults and all(fault.startswith("slider 1") for fault in faults), faults


def test_bare_ipywidgets_sliders_leak_letters_and_have_no_name(
    explorers: dict[str, Explorer],
) -> None:
    explorer = explorers["good"]
    assert explorer.accessible_names() == [("slider", ""), ("slider", "")]
    before = explorer.owner.cell_ids()
    leaks = explorer.leaking_keys("a")
    assert leaks == [f"slider {n}: 'a' changed the notebook's cells" for n in (1, 2)]
    assert explorer.owner.cell_ids() == before


def test_a_plain_notebook_has_no_problems(lab: Lab) -> None:
    assert opened(lab, broken_notebooks.plain).problems() == []


def test_faults_of_cells_are_reported(lab: Lab) -> None:
    problems = "\n".join(opened(lab, broken_notebooks.faults).problems())
    for said in (
        r"^cell 2 wrote to stderr: .*old and tired",
        r"^cell 3 has a picture that did not load",
        r"^request to the outside: http://pictures\.invalid/a\.png$",
        r"^cell 5 raised ZeroDivisionError: division by zero$",
        r"^cell 6 was not executed$",
    ):
        assert re.search(said, problems, re.M), f"{said} is not in\n{problems}"


def test_a_widget_that_does_not_draw_is_reported(lab: Lab) -> None:
    problems = "\n".join(opened(lab, broken_notebooks.broken_widget).problems())
    assert re.search(r"^page error: .*paint", problems, re.M), problems
    assert "ToyExplorer has not painted a state" in problems


def test_a_stored_widget_view_without_its_widget_is_reported(lab: Lab) -> None:
    problems = opened(lab, broken_notebooks.stored_widget, run=False).problems()
    assert any("Error displaying widget" in problem for problem in problems), problems


def test_jupyterlab_is_a_learners_although_the_tests_need_more(lab: Lab) -> None:
    text = opened(lab, broken_notebooks.plain, run=False).page.evaluate("document.body.innerText")
    assert "Settings" in text
    assert not re.search("nbgrader|assignment|validate", text, re.IGNORECASE)


def test_nothing_of_the_users_is_read_or_written(lab: Lab) -> None:
    notebook = opened(lab, broken_notebooks.plain)
    places = notebook.evaluate(
        "import jupyter_core.paths as paths, IPython.paths",
        "[paths.jupyter_config_dir(), paths.jupyter_data_dir(), paths.jupyter_runtime_dir(),"
        " IPython.paths.get_ipython_dir()]",
    )
    assert all(Path(place).resolve().is_relative_to(lab.server.root) for place in places), places


def test_a_missing_browser_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/no/such/chromium")
    assert chromium.find_chromium() is None
    with pytest.raises(chromium.BrowserMissing, match="apt-get install chromium"):
        chromium.check_browser()


def test_the_server_stops_and_cleans_up_when_a_test_fails() -> None:
    with pytest.raises(ZeroDivisionError), Lab(browser=False) as second:
        process, folder = second.server.process, second.server.root
        assert process.poll() is None and folder.exists()
        raise ZeroDivisionError
    assert process.poll() is not None
    assert not folder.exists()


@pytest.mark.parametrize(
    ("nodeid", "shared"),
    [
        ("tests/browser/test_sliders.py::test_nothing_jumps[07_pooling]", "07_pooling"),
        ("tests/browser/test_notebooks_in_lab.py::test_runs[practice-07_pooling]", "07_pooling"),
        (
            "tests/browser/test_latency.py::test_each[changes0-missed0]",
            "tests/browser/test_latency.py",
        ),
        ("tests/browser/test_harness.py::test_a_layout_jump", "tests/browser/test_harness.py"),
        ("tests/browser/test_book.py::test_from_disk[07_pooling]", "tests/browser/test_book.py"),
    ],
)
def test_the_tests_of_a_notebook_go_to_one_worker(nodeid: str, shared: str) -> None:
    assert one_visit(nodeid) == shared


def test_what_another_notebook_has_left_in_the_page_does_not_count(lab: Lab) -> None:
    """After a reload JupyterLab may open once more what was open, in a tab that nobody sees."""
    notebook = opened(lab, broken_notebooks.plain)
    notebook.page.evaluate(
        """() => {
            const left = document.createElement("div");
            left.dataset.cnnExplorer = "Left";
            left.hidden = true;
            document.body.append(left);
        }"""
    )
    assert len(notebook.explorers()) == 1
    notebook.close()
    notebook = opened(lab, broken_notebooks.plain)
    assert notebook.explorers() == []
    notebook.close()


def test_behind_a_page_that_was_reloaded_the_next_notebook_gets_another(lab: Lab) -> None:
    """JupyterLab may open once more what was open, in front of it."""
    notebook = opened(lab, broken_notebooks.plain)
    notebook.page.reload()
    notebook.wait_open()
    notebook.save()
    pages = [notebook.page]
    for name in ("plain.ipynb", "next.ipynb", "last.ipynb"):  # the first one is the same again
        path = (
            lab.copy(notebook.path, "again", name) if name != notebook.path.name else notebook.path
        )
        with lab.opened(path) as other:
            pages.append(other.page)
    assert pages[0] is pages[1] is not pages[2]
    assert pages[2] is pages[3], "this one was not reloaded"


def test_a_page_that_never_answers_is_ended(lab: Lab) -> None:
    notebook = opened(lab, broken_notebooks.plain)
    clock = threading.Timer(0.5, chromium.end_pages)
    clock.start()
    with pytest.raises(playwright_error(), match="crashed"):
        notebook.page.evaluate("async () => { await new Promise(() => {}); }")
    notebook.close()
    notebook = opened(lab, broken_notebooks.plain)  # the browser itself goes on
    assert notebook.problems() == []
    notebook.close()


def test_a_notebook_that_does_not_open_says_what_is_missing_and_the_next_one_opens(
    lab: Lab,
) -> None:
    nowhere = lab.folder / "controls" / "nowhere.ipynb"
    with pytest.raises(TimeoutError, match="nowhere.ipynb is not open after 1 seconds: .+ front"):
        lab.open(nowhere, timeout=1)
    notebook = opened(lab, broken_notebooks.plain)
    assert notebook.problems() == []
    notebook.close()


def test_a_control_is_found_by_its_name() -> None:
    snapshot = """
- group:
  - slider "stride": "2"
  - 'slider "every n-th: n"': "2"
  - 'button "Goal: none"'
  - button "Reset" [disabled]
  - text: slider
"""
    assert controls_in(snapshot) == [
        ("slider", "stride"),
        ("slider", "every n-th: n"),
        ("button", "Goal: none"),
        ("button", "Reset"),
    ]
