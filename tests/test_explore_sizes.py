"""The output size explorer: every slider position against PyTorch and its gradient."""

import re

import pytest
from explorer_tools import (
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
    texts,
    texts_of,
)

from cnnhelpers.explore import OutputSizeExplorer
from cnnhelpers.explore.sizes import LEFT, PADDING, PIXEL


@pytest.fixture(scope="module")
def explorer():
    return OutputSizeExplorer()


def test_every_slider_position_shows_pytorchs_size_and_what_its_gradient_leaves_out(explorer):
    torch = pytorch()
    drawn = impossible = left_out = 0
    for state in explorer.states():
        scene = explorer.scene(**state)
        x = torch.ones(1, 1, state["size"], requires_grad=True)
        kernel = torch.ones(1, 1, state["kernel_size"])
        try:
            y = torch.nn.functional.conv1d(
                x, kernel, stride=state["stride"], padding=state["padding"],
                dilation=state["dilation"],
            )  # fmt: skip
        except RuntimeError:
            assert "no window fits" in scene.sentence and "does not fit" in texts(scene)
            padding = int(re.search(r"padding of at least (\d+)", scene.sentence)[1])
            span = state["dilation"] * (state["kernel_size"] - 1) + 1
            assert state["size"] + 2 * padding >= span > state["size"] + 2 * (padding - 1)
            impossible += 1
            continue
        size = y.shape[-1]
        assert re.search(r"the output is (\d+): floor", scene.sentence)[1] == str(size)
        (formula,) = re.findall(r"output is \d+: (.*?)\. (?:No|Every)", scene.sentence)
        for side in formula.split(" = "):
            code = side.replace("−", "-").replace("×", "*")
            assert eval(code, {"floor": lambda value: int(value // 1)}) == size, formula
        assert f"output = {formula}" in texts(scene)

        y.sum().backward()
        unread = [pixel for pixel, grad in enumerate(x.grad[0, 0].tolist()) if grad == 0]
        origin = LEFT + PADDING * PIXEL
        marked = [(p.dx - origin) / PIXEL for p in scene.placed if "unread" in texts_of(p)]
        assert marked == unread, state
        words = re.search(r"No window reads input pixels? ([\d, and]+)\.", scene.sentence)
        assert ([int(n) for n in re.findall(r"\d+", words[1])] if words else []) == unread
        # The green numbers: one output a window, in order.
        outputs = [
            int(texts_of(p)[0])
            for p in scene.placed
            if "#E69F00" in p.svg() and texts_of(p) and texts_of(p)[0].isdigit()
        ]
        assert outputs == list(range(size))
        drawn += 1
        left_out += bool(unread)
    assert drawn > 2000 and impossible > 100 and left_out > 500


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)


def test_nothing_leaves_the_card(explorer):
    assert_nothing_leaves_the_card(explorer)


def test_the_sentence(explorer):
    assert explorer.scene(size=8, kernel_size=3, stride=2).sentence == (
        "Input 8, kernel 3, stride 2, padding 0, dilation 1: the output is 3: "
        "floor((8 + 2×0 − 1×(3 − 1) − 1) / 2) + 1 = floor(5 / 2) + 1 = 3. "
        "No window reads input pixel 7."
    )
