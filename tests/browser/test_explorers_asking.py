"""What the kernel computes on demand: asked for one stop at a time, and never overtaken."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from explorers_shown import Shown, shown
from harness.lab import Lab

# Which layers of the picture come, go or are moved, and which states are shown on the way.
WATCH = """(root) => {
  window.cnnMoved = 0;
  const observer = new MutationObserver((all) => {
    for (const one of all) cnnMoved += one.addedNodes.length + one.removedNodes.length;
  });
  observer.observe(root.querySelector('.cnn-picture > svg'), { childList: true });
}"""
PATHS = """(root) => {
  window.cnnShown = [];
  new MutationObserver(() => cnnShown.push(root.dataset.state))
    .observe(root, { attributes: true, attributeFilter: ['data-state'] });
}"""


@pytest.fixture(scope="module")
def convolution(lab: Lab) -> Iterator[Shown]:
    with shown(lab, "explore.ConvExplorer()") as (found,):
        yield found


@pytest.fixture
def typing(convolution: Shown) -> Shown:
    """With a field open over the input's cell (1, 1)."""
    convolution.button("Reset").click()
    convolution.root.scroll_into_view_if_needed()
    convolution.point("input", 1, 1, 7, 7)
    convolution.page.mouse.down()
    convolution.page.mouse.up()
    return convolution


def test_numbers_typed_faster_than_the_kernel_answers_end_with_the_last(typing: Shown) -> None:
    typing.root.evaluate(PATHS)
    for count in range(24):
        typing.page.keyboard.press("ArrowUp", delay=4 * count)  # waits for nobody
    assert typing.state["typed"] == {"x[1,1]": "26"}
    assert typing.python("state") == typing.state
    assert typing.notebook.evaluate("", "shown[0].sentence") == typing.sentence
    # An answer that comes late brings no earlier number back.
    numbers = typing.page.evaluate(
        "() => cnnShown.map((state) => Number(JSON.parse(state).typed?.['x[1,1]'] ?? 2))"
    )
    assert numbers == sorted(numbers) and numbers[-1] == 26


def test_the_other_stops_come_when_the_reader_rests(typing: Shown) -> None:
    typing.press("9", "Enter")
    typing.page.wait_for_timeout(600)  # longer than the page waits
    typing.notebook.settle()
    typing.root.evaluate(
        """(root) => { window.cnnBusy = 0;
          new MutationObserver(() => { cnnBusy += root.getAttribute('aria-busy') === 'true'; })
            .observe(root, { attributes: true, attributeFilter: ['aria-busy'] }); }"""
    )
    slider = typing.root.get_by_role("slider", name="window")
    slider.focus()
    typing.press("End")
    assert typing.state["window"] == 25 and typing.state["typed"] == {"x[1,1]": "9"}
    assert typing.page.evaluate("() => cnnBusy") == 0, "the kernel was asked once more"


def test_what_a_number_does_not_change_is_not_drawn_again(typing: Shown) -> None:
    typing.root.evaluate(WATCH)
    typing.press("7")
    typing.notebook.settle()
    moved = typing.page.evaluate(
        "() => [cnnMoved, document.querySelectorAll('.cnn-picture > svg > *').length]"
    )
    assert 0 < moved[0] < moved[1] / 2, moved


def test_nothing_went_wrong(convolution: Shown) -> None:
    assert convolution.notebook.problems() == []
