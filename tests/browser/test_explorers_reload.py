"""A view made anew shows what Python says: after a reload, in a second view, without a kernel."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from explorers_shown import Shown, shown
from harness.lab import Lab

# So slow that nearly every setting is computed when a slider gets there.
SLOW = """
import time
from cnnhelpers.functional import naive
def slow(x, weight, bias):
    time.sleep(1)
    return naive.conv3d(x, weight, bias)
"""


@pytest.fixture
def moved(lab: Lab) -> Iterator[list[Shown]]:
    """A slow explorer and a photograph, moved to states that were computed on demand."""
    sources = ["explore.ClipExplorer(conv3d=slow)", "explore.PhotographExplorer()"]
    with shown(lab, *sources, before=SLOW) as found:
        clip, photograph = found
        assert "computed when you get there" in clip.note
        clip.root.get_by_role("radio", name="up").nth(0).check()
        clip.root.get_by_role("radio", name="left").nth(1).check()
        for slider in ("filter speed", "first frame"):
            clip.root.get_by_role("slider", name=slider).focus()
            clip.press("End")
        photograph.root.get_by_role("slider", name="stride").focus()
        photograph.press("End")
        photograph.root.get_by_role("combobox", name="kernel").select_option("sharpen")
        assert clip.state == {"motion": "up", "direction": "left", "speed": 2, "frame": 3}
        assert photograph.state["kernel"] == "sharpen" and photograph.state["stride"] == 4
        yield found


def says(one: Shown) -> str:
    return one.notebook.evaluate("", f"shown[{one.number}].sentence")


def drawn(one: Shown) -> str:
    """Return the picture's markup, and see that everything in it stands somewhere."""
    markup = one.picture.evaluate("(svg) => svg.innerHTML")
    assert "undefined" not in markup and "NaN" not in markup
    return markup


def test_a_reloaded_page_and_a_second_view_show_what_python_says(moved: list[Shown]) -> None:
    notebook = moved[0].notebook
    before = [(one.sentence, drawn(one)) for one in moved]
    assert [sentence for sentence, _ in before] == [says(one) for one in moved]

    # A second view beside the notebook, as "Create New View for Output" makes it.
    view = notebook.page.evaluate(
        """async () => {
          const shell = jupyterapp.shell, panel = cnnTest.notebook();
          cnnTest.makeRoom();
          panel.content.activeCellIndex = 1;
          await jupyterapp.commands.execute('notebook:create-output-view');
          const other = [...shell.widgets('main')].find(
            (one) => one.content?.id.startsWith('LinkedOutputView-'));
          const root = () => other.node.querySelector('[data-cnn-explorer=ClipExplorer]');
          const end = performance.now() + 10000;
          while (!root()?.dataset.state && performance.now() < end)
            await new Promise(requestAnimationFrame);
          const svg = root().querySelector('.cnn-picture > svg').innerHTML;
          const said = root().querySelector('.cnn-sentence').textContent;
          other.dispose();
          shell.mode = 'single-document';
          return [said, svg];
        }"""
    )
    assert view[0] == before[0][0] and view[1] == before[0][1]

    notebook.save()
    notebook.page.reload()
    opener = "() => window.jupyterapp?.commands.hasCommand('docmanager:open')"
    notebook.page.wait_for_function(opener)
    notebook.page.evaluate(
        "(path) => jupyterapp.commands.execute('docmanager:open', { path, factory: 'Notebook' })",
        notebook.relative,
    )
    notebook.wait_open()
    notebook.page.wait_for_function(
        "() => cnnTest.node().querySelectorAll('[data-cnn-explorer][data-state]').length === 2"
    )
    for one, (sentence, markup) in zip(moved, before, strict=True):
        assert one.sentence == sentence == says(one)
        assert drawn(one) == markup
    # And they go on living.
    moved[0].root.get_by_role("slider", name="first frame").focus()
    moved[0].press("Home")
    assert "Frames 1 to 3:" in moved[0].sentence and moved[0].sentence == says(moved[0])
    assert [p for p in notebook.problems(executed=False) if "stderr" not in p] == []


def test_a_restarted_kernel_is_said_in_a_sentence(moved: list[Shown]) -> None:
    clip, photograph = moved
    notebook = clip.notebook
    before = [one.root.locator(".cnn-sentence").inner_text() for one in moved]
    notebook.page.evaluate(
        "async () => { await cnnTest.restartKernel(); }"
    )
    notebook.page.wait_for_function(
        """() => [...document.querySelectorAll('.cnn-note')].length === 2
                 && [...document.querySelectorAll('.cnn-note')].every((note) =>
                      note.textContent.includes('Run this cell again'))"""
    )
    for one, sentence in zip(moved, before, strict=True):
        assert one.note == (
            "Python is not running this explorer any more, so only what was computed before can be "
            "seen. Run this cell again, and after a restart those above first."
        )
        assert one.root.locator(".cnn-sentence").inner_text() == sentence
    # What is not known is not drawn as if it were: picture and sentence stay together.
    photograph.root.get_by_role("combobox", name="kernel").select_option("identity")
    told = photograph.root.get_attribute("data-state")
    assert '"kernel":"sharpen"' in told and "Kernel sharpen" in before[1]
    assert photograph.root.get_attribute("aria-busy") == "false"
    assert photograph.root.get_by_role("combobox", name="kernel").input_value() == "sharpen"


def test_a_kernel_that_was_shut_down_is_said_at_once(moved: list[Shown]) -> None:
    clip, photograph = moved
    before = [one.root.locator(".cnn-sentence").inner_text() for one in moved]
    clip.notebook.stop_kernel()
    clip.root.get_by_role("radio", name="up").nth(1).click()
    photograph.root.get_by_role("combobox", name="kernel").select_option("identity")
    for one, sentence in zip(moved, before, strict=True):
        one.root.get_by_text("Run this cell again").wait_for(timeout=2000)
        assert "only what was computed before can be seen" in one.note
        assert one.root.locator(".cnn-sentence").inner_text() == sentence
        assert one.root.get_attribute("aria-busy") == "false"
    assert [each for each in clip.notebook.messages if "Cannot send" in each] == []
