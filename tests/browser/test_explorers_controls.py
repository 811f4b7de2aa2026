"""Controls of an explorer in JupyterLab: options by name, goals that light up, Play and Reset."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from explorers_shown import Shown, shown
from harness.lab import Lab

CONVOLUTION = """explore.ConvExplorer(goals=[
    explore.Goal("Make the output negative.", lambda seen: seen.output < 0),
    explore.Goal("Make it 1×1 in two ways.", lambda seen: seen.output_shape == (1, 1), times=2),
])"""


@pytest.fixture(scope="module")
def both(lab: Lab) -> Iterator[list[Shown]]:
    with shown(lab, CONVOLUTION, "explore.SignalExplorer()") as found:
        yield found


@pytest.fixture
def convolution(both: list[Shown]) -> Shown:
    both[0].button("Reset").click()
    return both[0]


@pytest.fixture
def signal(both: list[Shown]) -> Shown:
    both[1].button("Reset").click()
    return both[1]


def test_options_beside_each_other_are_chosen_with_the_arrow_keys(signal: Shown) -> None:
    zeros = signal.root.get_by_role("radio")
    assert [one.get_attribute("value") for one in zeros.all()] == ["none", "centred", "causal"]
    assert signal.root.get_by_role("group", name="zeros").count() == 1
    zeros.nth(0).focus()
    signal.press("ArrowRight")
    assert zeros.nth(1).is_checked() and signal.state["zeros"] == "centred"
    assert "centred with zeros (1 before and 1 after)" in signal.sentence
    signal.press("ArrowLeft")
    assert zeros.nth(0).is_checked() and signal.state["zeros"] == "none"


def test_an_option_is_chosen_with_a_click(signal: Shown) -> None:
    signal.root.get_by_role("radio", name="causal").click()
    assert signal.state["zeros"] == "causal" and "causal with zeros" in signal.sentence
    signal.button("Reset").click()
    assert signal.state == {"kernel": "average of 3", "zeros": "none", "window": 5}


def test_many_options_are_a_menu_with_a_name(signal: Shown) -> None:
    menu = signal.root.get_by_role("combobox", name="kernel")
    assert len(menu.locator("option").all()) == 6
    menu.select_option("difference")
    assert signal.sentence.startswith("Kernel difference (−1, 1)")
    signal.button("Reset").click()


def test_the_window_slider_ends_where_the_windows_do(convolution: Shown) -> None:
    window = convolution.root.get_by_role("slider", name="window")
    window.focus()
    convolution.press("End")
    assert convolution.state["window"] == 25 and window.get_attribute("max") == "25"
    convolution.root.get_by_role("slider", name="kernel size").focus()
    convolution.press("End")  # 3×3 windows
    assert convolution.state["window"] == 9 and window.get_attribute("max") == "9"
    convolution.press("Home")  # where it stood before comes back
    assert convolution.state["window"] == 25 and window.get_attribute("max") == "49"
    convolution.button("Reset").click()


def test_a_goal_lights_up_when_it_is_reached_and_stays(convolution: Shown) -> None:
    goals = convolution.root.locator(".cnn-goals li")
    lights = lambda: [one.get_attribute("data-reached") for one in goals.all()]  # noqa: E731
    assert lights() == ["false", "false"]
    assert goals.nth(0).inner_text().split("\n")[0] == "Make the output negative."
    assert "(0 of 2)" in goals.nth(1).inner_text()
    convolution.root.get_by_role("slider", name="kernel size").focus()
    convolution.press("End")
    convolution.root.get_by_role("slider", name="stride").focus()
    convolution.press("End")  # 5×5 with stride 3: 1×1
    assert convolution.state["stride"] == 3 and "becomes 1×1" in convolution.sentence
    assert "(1 of 2)" in goals.nth(1).inner_text() and lights() == ["false", "false"]
    convolution.root.get_by_role("slider", name="dilation").focus()
    convolution.press("ArrowRight")  # does not fit
    convolution.press("Home")
    assert "(1 of 2)" in goals.nth(1).inner_text()  # the same setting again counts once
    convolution.root.get_by_role("slider", name="kernel size").focus()
    convolution.press("ArrowLeft")
    convolution.root.get_by_role("slider", name="dilation").focus()
    convolution.press("ArrowRight")  # 4×4, dilation 2 spans 7×7
    assert "becomes 1×1" in convolution.sentence and lights() == ["false", "true"]
    assert "reached" in goals.nth(1).inner_text()
    news = convolution.root.locator(".cnn-goals + [role=status]")
    assert news.inner_text() == "Reached: Make it 1×1 in two ways."
    convolution.button("Reset").click()
    assert lights() == ["false", "true"]
    assert convolution.python("reached") == {"1": ["[5,0,3,1]", "[4,0,3,2]"]}


def test_icons_are_drawn_not_written(convolution: Shown) -> None:
    for name in ("Play", "Reset"):
        button = convolution.button(name)
        assert button.locator("svg path").count() == 1 and button.inner_text().strip() == name


def test_nothing_went_wrong(convolution: Shown, signal: Shown) -> None:
    assert convolution.notebook.problems() == [] == signal.notebook.problems()


FITS = """() => {
  const panels = ['.jp-WindowedPanel-outer', '.jp-LinkedOutputView'].map(
    (name) => document.querySelector(name));
  return panels.every((panel) => {
    const root = panel?.querySelector('[data-cnn-explorer]');
    return root?.dataset.state && root.classList.contains('cnn-low')
      && root.querySelector('.cnn-sentence').getBoundingClientRect().bottom
        - root.getBoundingClientRect().top <= panel.clientHeight;
  });
}"""


def test_a_new_view_is_fitted_into_its_own_half_and_the_notebook_into_the_other(
    both: list[Shown],
) -> None:
    page = both[0].page
    assert not both[0].root.evaluate("(root) => root.classList.contains('cnn-low')")
    page.evaluate(
        """async () => {
          const panel = cnnTest.notebook();
          cnnTest.makeRoom();
          panel.content.activeCellIndex = 2;
          await jupyterapp.commands.execute('notebook:create-output-view');
        }"""
    )
    try:
        page.wait_for_function(FITS)
    finally:
        page.evaluate(
            """() => {
              const shell = jupyterapp.shell;
              [...shell.widgets('main')].find(
                (one) => one.content?.id.startsWith('LinkedOutputView-'))?.dispose();
              shell.mode = 'single-document';
            }"""
        )
    page.wait_for_function("() => !document.querySelector('.cnn-low')")
