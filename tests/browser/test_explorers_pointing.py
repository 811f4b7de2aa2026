"""A picture that can be touched, in JupyterLab: pointing, dragging and typing, and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from explorers_shown import Shown, shown
from harness.lab import Lab

CORRELATE = """
import numpy as np
def correlate(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("ijkl,kl->ij", windows, kernel)
"""


@pytest.fixture(scope="module")
def every(lab: Lab) -> Iterator[list[Shown]]:
    sources = ["explore.ConvExplorer()", "explore.ConvExplorer(conv2d=correlate)",
               "explore.DigitExplorer()", "explore.VolumeExplorer()",
               "explore.ReceptiveFieldExplorer()"]  # fmt: skip
    with shown(lab, *sources, before=CORRELATE) as found:
        yield found


@pytest.fixture
def convolution(every: list[Shown]) -> Shown:
    every[0].button("Reset").click()
    every[0].root.scroll_into_view_if_needed()
    return every[0]


def test_the_window_of_an_output_is_shown_when_the_pointer_is_on_it(convolution: Shown) -> None:
    convolution.point("output", 2, 3, 5, 5)
    assert convolution.state["window"] == 2 * 5 + 3 + 1
    assert "Window 14 of 25 at row 2, column 3:" in convolution.sentence
    convolution.point("output", 0, 4, 5, 5)
    assert convolution.state["window"] == 5


def test_the_window_is_dragged_over_the_input(convolution: Shown) -> None:
    mouse = convolution.page.mouse
    convolution.point("input", 1, 1, 7, 7)
    mouse.down()
    for row, column, window in ((1, 2, 2), (3, 4, 2 * 5 + 3 + 1), (6, 6, 25)):
        convolution.point("input", row, column, 7, 7)
        assert convolution.state["window"] == window
    mouse.up()
    assert convolution.root.locator(".cnn-field").count() == 0  # a drag types nothing
    convolution.point("input", 0, 0, 7, 7)  # and the pointer alone leads nowhere on the input
    assert convolution.state["window"] == 25


def test_a_click_on_a_cell_takes_a_number_and_the_kernel_computes(convolution: Shown) -> None:
    convolution.point("input", 0, 0, 7, 7)
    convolution.page.mouse.down()
    convolution.page.mouse.up()
    field = convolution.root.locator(".cnn-field")
    assert field.input_value() == "1"
    assert field.get_attribute("aria-label").startswith("input, row 0, column 0; a whole number")
    convolution.press("9")
    assert convolution.state["typed"] == {"x[0,0]": "9"}
    assert convolution.sentence.endswith("9×1 + 0×0 + … = 12.")
    convolution.press("Enter")
    assert field.count() == 0 and convolution.sentence.endswith("= 12.")
    # The kernel's cells as well, and the slider moves on with what was typed.
    convolution.point("kernel", 0, 1, 3, 3)
    convolution.page.mouse.down()
    convolution.page.mouse.up()
    convolution.press("-", "2", "Enter")
    assert convolution.state["typed"] == {"x[0,0]": "9", "weight3×3[0,1]": "-2"}
    convolution.point("output", 0, 1, 5, 5)
    assert convolution.sentence.endswith("0×1 + 2×(−2) + … = 1.")
    convolution.notebook.settle()  # the page may have drawn it before it told the kernel
    said = convolution.notebook.evaluate("", "shown[0].sentence")
    assert said == convolution.sentence
    convolution.button("Reset").click()
    assert "typed" not in convolution.state and convolution.sentence.endswith("= 4.")


def test_what_is_no_number_is_said_and_changes_nothing(convolution: Shown) -> None:
    before = convolution.sentence
    convolution.point("input", 0, 0, 7, 7)
    convolution.page.mouse.down()
    convolution.page.mouse.up()
    convolution.press("a")
    field = convolution.root.locator(".cnn-field")
    assert field.get_attribute("aria-invalid") == "true"
    assert convolution.root.get_by_text("Write a whole number from −9 to 99.").is_visible()
    assert convolution.sentence == before
    convolution.press("Escape")
    assert field.count() == 0 and convolution.sentence == before
    assert not convolution.root.get_by_text("Write a whole").is_visible()


def test_the_keyboard_reaches_every_cell_with_a_visible_mark(convolution: Shown) -> None:
    cells = convolution.notebook.cell_ids()
    convolution.button("Reset").focus()
    convolution.press("Tab")  # the input
    focused = convolution.page.evaluate("() => document.activeElement.getAttribute('aria-label')")
    assert focused.startswith("input; arrow keys lead, type a number")
    mark = convolution.root.locator(".cnn-mark:visible")
    assert mark.count() == 1
    place = mark.bounding_box()
    convolution.press("ArrowRight", "ArrowDown")
    moved = mark.bounding_box()
    assert moved["x"] - place["x"] > 10 and moved["y"] - place["y"] > 10
    assert convolution.root.locator(".cnn-spoken").last.inner_text() == "input, row 1, column 1: 2"
    convolution.press("7")
    assert convolution.state["typed"] == {"x[1,1]": "7"}
    convolution.press("ArrowUp")  # in the field: one more
    assert convolution.state["typed"] == {"x[1,1]": "8"}
    convolution.press("Enter")
    assert mark.count() == 1  # back on the cell
    convolution.press("Tab", "Tab")  # the kernel, then the output
    focused = convolution.page.evaluate("() => document.activeElement.getAttribute('aria-label')")
    assert focused.startswith("output; arrow keys lead")
    convolution.press("ArrowDown", "ArrowRight")
    assert convolution.state["window"] == 7
    for letter in "abxdd":
        convolution.page.keyboard.press(letter)
    assert convolution.notebook.cell_ids() == cells


def test_where_the_focus_is_can_be_seen(convolution: Shown) -> None:
    convolution.button("Reset").focus()
    for _ in range(3):
        convolution.press("Tab")
        style = convolution.page.evaluate(
            "() => getComputedStyle(document.activeElement).outlineStyle"
        )
        assert style == "solid"


def test_a_learners_function_gets_what_was_typed(every: list[Shown]) -> None:
    own = every[1]
    own.root.scroll_into_view_if_needed()
    own.point("kernel", 1, 1, 3, 3)
    own.page.mouse.down()
    own.page.mouse.up()
    own.press("5", "Enter")
    assert own.sentence.endswith("1×1 + 0×0 + … = 12.") and "our function" not in own.sentence


def test_a_region_may_lead_two_controls(every: list[Shown]) -> None:
    digit, volume = every[2], every[3]
    digit.root.scroll_into_view_if_needed()
    digit.point("picture", 10, 20, 28, 28)
    assert digit.state == {"digit": 3, "row": 6, "column": 16}
    volume.root.scroll_into_view_if_needed()
    volume.point("output 1", 1, 2, 3, 3)
    assert volume.state == {"filter": 2, "window": 6}
    assert "Filter 2 of 2, window 6 of 9" in volume.sentence


def test_layers_are_set_one_by_one(every: list[Shown]) -> None:
    field = every[4]
    field.root.scroll_into_view_if_needed()
    field.point("layer 2: kernel size, stride, dilation", 0, 2, 1, 3)
    field.page.mouse.down()
    field.page.mouse.up()
    field.press("3", "Enter")
    assert field.state["typed"] == {"layer2[2]": "3"}
    assert "kernel 3, stride 1, dilation 3;" in field.sentence
    assert "Formula: 1 + 2×1×1 + 2×3×1 + 2×1×1 = 11." in field.sentence


def test_nothing_went_wrong(every: list[Shown]) -> None:
    assert every[0].notebook.problems() == []
