"""A class in JupyterLab: a live copy runs as it is, and its commands do what they say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from harness.axe import serious
from harness.lab import Lab
from harness.notebook import OpenNotebook

from cnnhelpers.course.live.command import make_live
from cnnhelpers.course.notebooks import course_notebooks, read
from cnnhelpers.course.questions import questions

NINE = course_notebooks(["09"])[0]


@pytest.fixture(scope="module")
def opened(lab: Lab) -> Iterator[OpenNotebook]:
    """The live copy of notebook 09, run untouched."""
    make_live(NINE, lab.folder / "live")
    with lab.opened(lab.folder / "live" / NINE.name) as notebook:
        notebook.run_all()
        yield notebook


def place(notebook: OpenNotebook, beginning: str) -> int:
    """Return the index of the cell that begins so."""
    return next(
        index for index, each in enumerate(notebook.cells()) if each["source"].startswith(beginning)
    )


def run_below(notebook: OpenNotebook, cell: int, source: str) -> str:
    """Run a new cell below another, and return what it says."""
    notebook.page.evaluate(
        "(index) => { jupyterapp.shell.currentWidget.content.activeCellIndex = index; }", cell
    )
    notebook.command("notebook:insert-cell-below")
    notebook.page.evaluate(
        """(source) => {
            const content = jupyterapp.shell.currentWidget.content;
            content.activeCell.model.sharedModel.setSource(source);
        }""",
        source,
    )
    notebook.command("notebook:run-cell")
    notebook.wait_still()
    outputs = notebook.cells()[cell + 1]["outputs"]
    parts = [each.get("text") or each.get("data", {}).get("text/plain", "") for each in outputs]
    return "".join("".join(part) for part in parts).strip()


def test_an_untouched_copy_runs_to_its_end(opened: OpenNotebook) -> None:
    assert opened.problems() == []


def test_next_puts_a_cell_below_and_runs_it(opened: OpenNotebook) -> None:
    here = place(opened, "# 2.1")
    assert run_below(opened, here, "%next 2.1").startswith("Block 2.1 stands in the new cell below")
    assert opened.cells()[here + 2]["source"].startswith("# 2.1\ndef conv1d_backward(")
    assert "raise NotImplementedError" in opened.cells()[here]["source"]
    said = run_below(opened, here + 2, "print(conv1d_backward([1.0], [1.0, 2.0], [3.0, 4.0])[0])")
    assert said == "[3. 4.]"


def test_catchup_break_and_mend(opened: OpenNotebook) -> None:
    here = place(opened, "# 3.2")
    count = len(opened.cells())
    assert run_below(opened, here, "%catchup 3.2").startswith("Caught up to block 3.2; your cells")
    assert len(opened.cells()) == count + 1
    said = run_below(opened, here, "%break planted")
    assert said.startswith("Broken on purpose. conv2d_backward makes the mistake sum-overwritten.")
    banner = opened.page.get_by_role("status").filter(has_text="Broken on purpose").first
    banner.scroll_into_view_if_needed()
    assert banner.is_visible()
    assert run_below(opened, here, "%mend").startswith("Mended. conv2d_backward is as it was")


def test_hands_that_are_counted_stay_in_the_saved_notebook(opened: OpenNotebook) -> None:
    here = place(opened, "%poll 09-cell-31")
    box = opened.page.locator(".jp-Cell").nth(here)
    box.scroll_into_view_if_needed()
    for field, hands in enumerate((12, 5, 3, 20, 0, 0)):
        box.locator("input[type=number]").nth(field).fill(str(hands))
        box.locator("input[type=number]").nth(field).press("Tab")
    box.locator(".cnn-poll-name").get_by_text("after the talk: 20").wait_for()
    assert (
        box.locator(".cnn-poll-kept").count() == 1
        and not box.locator(".cnn-poll-kept").is_visible()
    )
    widths = [bar.bounding_box() for bar in box.locator(".cnn-poll-bar").all()]
    assert [round(each["width"] / widths[3]["width"], 2) for each in widths[:4]] == [
        0.6, 0.25, 0.15, 1,
    ] and widths[4:] == [None, None]  # fmt: skip
    outputs = opened.save()["cells"][here]["outputs"]
    texts = ["".join(each["data"]["text/plain"]) for each in outputs]
    assert texts[-1] == "First vote: A 12, B 5, C 3. After the talk: A 20, B 0, C 0."


def test_a_letter_says_why(opened: OpenNotebook) -> None:
    box = opened.page.locator(".jp-Cell").nth(place(opened, "%poll 09-cell-31"))
    box.get_by_role("button", name="A", exact=True).click()
    box.get_by_text("A is ").wait_for()
    assert box.locator(".cnn-poll-choice[data-mark]").count() == 1


PROJECTOR = {"width": 1366 * 2 // 3, "height": 768 * 2 // 3}  # in CSS pixels, at a zoom of 150 %


def test_a_poll_stands_whole_on_a_projector(opened: OpenNotebook) -> None:
    """At 150 % and in presentation mode: the question and both rounds, without scrolling."""
    asked = [each for path in course_notebooks() for each in questions(read(path), path.name)]
    longest = max(asked, key=lambda each: len(each.question) + len(str(each.choices.values())))
    page, here = opened.page, place(opened, "# 3.2")
    before = page.viewport_size
    run_below(opened, here, f"%poll {longest.key}")
    page.set_viewport_size(PROJECTOR)
    opened.command("application:toggle-presentation-mode")
    try:
        cell = page.locator(".jp-Cell").nth(here + 1)
        form = cell.locator(".cnn-poll")
        for field in form.locator("input").all():
            field.fill("7")
        cell.evaluate("(cell) => cell.scrollIntoView({block: 'start'})")
        room, box = page.locator(".jp-WindowedPanel-outer").bounding_box(), form.bounding_box()
        assert room["y"] <= box["y"]
        fields = form.locator("fieldset").bounding_box()
        assert fields["y"] + fields["height"] <= room["y"] + room["height"]
        legend = form.locator("legend").bounding_box()  # it would break the border of its box
        assert legend["y"] > fields["y"] and legend["height"] > 40, "two lines, inside of the box"
    finally:
        opened.command("application:toggle-presentation-mode")
        page.set_viewport_size(before)


def test_axe_finds_no_serious_fault_in_a_poll(opened: OpenNotebook) -> None:
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        opened.command("apputils:change-theme", theme=theme)
        light = str(theme == "JupyterLab Light").lower()
        opened.page.wait_for_selector(f"body[data-jp-theme-light={light}]", state="attached")
        assert serious(opened.page, ".cnn-poll") == [], theme


def test_axe_finds_no_serious_fault_in_the_pace_bar(opened: OpenNotebook) -> None:
    run_below(opened, place(opened, "# 3.2"), "%pace start")
    bar = opened.page.locator(".cnn-pace")
    bar.wait_for()
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        opened.command("apputils:change-theme", theme=theme)
        light = str(theme == "JupyterLab Light").lower()
        opened.page.wait_for_selector(f"body[data-jp-theme-light={light}]", state="attached")
        assert serious(opened.page, ".cnn-pace") == [], theme
    run_below(opened, place(opened, "# 3.2"), "%pace stop")
    bar.wait_for(state="hidden")


def test_a_letter_that_python_does_not_answer_says_what_to_do(opened: OpenNotebook) -> None:
    """The last test: the kernel is gone, of which nothing tells the page."""
    page = opened.page
    box = page.locator(".jp-Cell").nth(place(opened, "%poll 09-cell-31"))
    page.evaluate(
        """() => { const real = setTimeout;  // five seconds pass at once
                   window.setTimeout = (call, time) => real(call, time === 5000 ? 50 : time); }"""
    )
    box.get_by_role("button", name="B", exact=True).click()
    box.get_by_text("B is ").wait_for()
    opened.stop_kernel()
    note = box.locator(".cnn-ask-note")
    assert note.inner_text() == ""
    box.get_by_role("button", name="C", exact=True).click()
    note.filter(has_text="Python has not answered yet. If it does not run any more, ").wait_for()
