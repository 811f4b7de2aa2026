"""The receptive field explorer: every stack against PyTorch's own gradient."""

import re
from functools import cache

import numpy as np
import pytest
from explorer_tools import (
    assert_every_cell_leads_somewhere,
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
    texts,
)

from cnnhelpers.draw.style import ROLES
from cnnhelpers.explore import ReceptiveFieldExplorer
from cnnhelpers.explore.receptive import OUTPUTS


@pytest.fixture(scope="module")
def explorer():
    return ReceptiveFieldExplorer()


@cache
def gradients(kernel_size, stride, dilation, depth):
    """Build the stack in PyTorch, and return d(output) / d(input) for its three outputs."""
    torch = pytorch()
    layers = [
        torch.nn.Conv1d(1, 1, kernel_size, stride=stride, dilation=dilation, bias=False)
        for _ in range(depth)
    ]
    for layer in layers:
        torch.nn.init.ones_(layer.weight)
    stack = torch.nn.Sequential(*layers)
    size = OUTPUTS
    for _ in range(depth):  # the smallest input with so many outputs
        size = (size - 1) * stride + dilation * (kernel_size - 1) + 1
    x = torch.ones(1, 1, size, requires_grad=True)
    outputs = stack(x)[0, 0]
    assert len(outputs) == OUTPUTS
    return [torch.autograd.grad(one, x, retain_graph=True)[0][0, 0].numpy() for one in outputs]


def setting(state):
    return tuple(state[name] for name in ("kernel_size", "stride", "dilation", "depth"))


def test_every_slider_position_shows_formula_and_pytorchs_measured_field(explorer):
    count = 0
    for state in explorer.states():
        scene = explorer.scene(**state)
        measured = gradients(*setting(state))
        seen = np.flatnonzero(measured[state["output"]])
        first, last, read = int(seen[0]), int(seen[-1]), len(seen)
        field = last - first + 1
        layers = explorer.layers(**state)
        assert explorer.gradients(layers)[0].tolist() == np.array(measured).tolist()

        formula = re.search(r"Formula: 1 \+ (.*) = (\d+)\.", scene.sentence)
        assert int(formula[2]) == field, state
        written = formula[1].replace("−", "-").replace("×", "*")
        assert 1 + eval(written) == field, state  # what is written down adds up
        assert f"formula: 1 + {formula[1]} = {field}" in texts(scene)

        pixels = f"pixel {first}:" if first == last else f"pixels {first} to {last}:"
        words = f"input {pixels} {field} pixel{'s' if field > 1 else ''}"
        words += f", {read} of them read." if read < field else "."
        assert f"the gradient of output {state['output']} is not zero at {words}" in scene.sentence
        assert f"measured: not zero at {words[:-1]}" in texts(scene)
        assert f"up to {max(measured[0]):.0f}" in texts(scene)
        assert f"sees {field}" in texts(scene)
        jump = int(np.flatnonzero(measured[1])[0] - np.flatnonzero(measured[0])[0])
        assert re.search(rf"see fields {jump} pixels? apart\.", scene.sentence)
        count += 1
    assert count == 5 * 3 * 3 * 5 * 3


def test_the_layers_in_between_see_what_shallower_stacks_see(explorer):
    scene = explorer.scene(kernel_size=3, stride=2, dilation=2, depth=4)
    sees = [int(words[5:]) for words in texts(scene) if words.startswith("sees ")]
    fields = [len(np.trim_zeros(gradients(3, 2, 2, depth)[0])) for depth in (1, 2, 3, 4)]
    assert sees == fields == [5, 13, 29, 61]


def drawn(scene, kind):
    """Return the middles of the drawn units of a kind, across."""
    look = f'fill="{ROLES[kind].fill}"'
    (placed,) = [p for p in scene.placed if look in p.svg() and "<path" in p.svg()]
    corners = re.findall(r"M(\S+) -?[\d.]+h([\d.]+)", placed.svg())
    return [placed.dx + float(x) + float(wide) / 2 for x, wide in corners]


@pytest.mark.parametrize("state", [(3, 1, 1, 3), (3, 2, 2, 2), (2, 3, 1, 2), (4, 1, 3, 2)])
def test_the_cone_ends_on_the_pixels_that_are_read(explorer, state):
    state = dict(zip(("kernel_size", "stride", "dilation", "depth"), state, strict=True))
    for output in range(OUTPUTS):
        scene = explorer.scene(**state, output=output)
        seen = np.flatnonzero(gradients(*state.values())[output])
        middles = np.array(drawn(scene, "input"))
        assert len(middles) == len(seen)
        gaps = np.diff(middles) / np.diff(seen) if len(seen) > 1 else np.array([1])
        assert np.allclose(gaps, gaps[0], atol=0.1)
        (top,) = drawn(scene, "output")
        assert abs(top - (middles[0] + middles[-1]) / 2) < 0.1  # above the middle of its field
        # The connections of the lowest layer end on exactly these pixels.
        (wires,) = [p for p in scene.placed if p.svg().count("L") > 5 and "fill=" not in p.svg()]
        ends = re.findall(r"L(\S+) (\d+)", wires.svg().split('"')[3])
        low = max(float(y) for _, y in ends)
        reached = {round(wires.dx + float(x), 1) for x, y in ends if float(y) == low}
        assert all(min(abs(middles - x)) < 0.2 for x in reached)
        assert all(min(abs(np.array(sorted(reached)) - x)) < 0.2 for x in middles)


def test_the_bars_count_the_paths(explorer):
    scene = explorer.scene(kernel_size=3, stride=1, dilation=1, depth=3)
    (bars,) = [p for p in scene.placed if ROLES["gradient"].fill in p.svg()]
    heights = [float(height) for height in re.findall(r"v-([\d.]+)h", bars.svg())]
    paths = gradients(3, 1, 1, 3)[1]
    expected = paths[paths > 0]
    assert expected.tolist() == [1, 3, 6, 7, 6, 3, 1]
    assert np.allclose(np.array(heights) / max(heights), expected / 7, atol=0.01)


def test_the_sentence(explorer):
    assert explorer.sentence == (
        "3 layers with kernel 3, stride 1, dilation 1. Formula: 1 + (3 − 1)×1×(1 + 1 + 1) = 7. "
        "Measured: the gradient of output 1 is not zero at input pixels 1 to 7: 7 pixels. "
        "Neighbouring outputs see fields 1 pixel apart."
    )


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)


def test_it_fits_and_can_be_pointed_at():
    own = ReceptiveFieldExplorer(field)
    assert_it_can_be_read_in_a_low_window(own, every=7)
    assert_every_cell_leads_somewhere(own, every=7)


def test_a_layer_can_be_changed_alone(explorer):
    """Kernels 3, 5 and 2, strides 2, 1 and 1, dilations 1, 2 and 1, built in PyTorch."""
    torch = pytorch()
    typed = {"layer1[1]": "2", "layer2[0]": "5", "layer2[2]": "2", "layer3[0]": "2"}
    layers = [(3, 2, 1), (5, 1, 2), (2, 1, 1)]
    state = dict(kernel_size=3, stride=1, dilation=1, depth=3, output=2, typed=typed)
    assert explorer.layers(**state) == tuple(layers)
    x = torch.ones(1, 1, 25, requires_grad=True)
    made = x
    for kernel, stride, dilation in layers:
        weight = torch.ones(1, 1, kernel)
        made = torch.nn.functional.conv1d(made, weight, stride=stride, dilation=dilation)
    assert made.shape[2] == OUTPUTS
    made[0, 0, 2].backward()
    seen = np.flatnonzero(x.grad[0, 0].numpy())
    first, last = int(seen[0]), int(seen[-1])
    scene = explorer.scene(**state)
    assert scene.sentence.startswith(
        "3 layers: kernel 3, stride 2, dilation 1; kernel 5, stride 1, dilation 2; kernel 2, "
        "stride 1, dilation 1. Formula: 1 + 2×1×1 + 4×2×2 + 1×1×2 = 21."
    )
    assert last - first + 1 == 21
    assert f"at input pixels {first} to {last}: 21 pixels." in scene.sentence
    assert explorer.facts(**state)["read"] == len(seen)
    names = [one.texts for one in scene.regions]
    assert names == [("3", "2", "1"), ("5", "1", "2"), ("2", "1", "1")]


def test_text_stays_on_the_card(explorer):
    for state in explorer.states():
        svg = explorer.scene(**state).svg()
        for x, size, words in re.findall(
            r'<g transform="translate\((\S+),\S+\)"><text y="\S+" font-size="(\S+)" '
            r'fill="[^"]*" text-anchor="start"[^>]*>([^<]*)<',
            svg,
        ):
            assert float(size) >= 11
            assert float(x) + 0.58 * float(size) * len(words) < explorer.width, (state, words)


# A learner's function --------------------------------------------------------------------------


def field(layers):
    size, jump = 1, 1
    for kernel_size, stride, dilation in layers:
        size += (kernel_size - 1) * dilation * jump
        jump *= stride
    return size


def test_a_right_answer_is_said_to_agree():
    own = ReceptiveFieldExplorer(field)
    for state in own.states():
        scene = own.scene(**state)
        layers = [setting(state)[:3]] * state["depth"]
        assert scene.sentence.endswith(f"Your function gives {field(layers)}, too.")
        assert f"Your function gives {field(layers)}, too." in texts(scene)
    assert_nothing_leaves_the_card(own)


def test_a_bug_shows_where_it_matters():
    def late(layers):  # the layer's own stride counts already for itself
        size, jump = 1, 1
        for kernel_size, stride, dilation in layers:
            jump *= stride
            size += (kernel_size - 1) * dilation * jump
        return size

    own = ReceptiveFieldExplorer(late)
    for state in own.states():
        layers = [setting(state)[:3]] * state["depth"]
        right, wrong = field(layers), late(layers)
        words = ", too." if right == wrong else f", not {right}."
        assert own.scene(**state).sentence.endswith(f"Your function gives {wrong}{words}")
    assert ", not " in own.scene(stride=2).sentence and ", too" in own.scene(stride=1).sentence


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda layers: None, "Your function returned None; the answer above is the course's."),
        (lambda layers: 1 / 0, "Your function raised ZeroDivisionError: division by zero."),
        (lambda layers: "7", "Your function returned str, not a number."),
        (lambda layers: 6.5, "Your function gives 6.5, not 7."),
    ],
)
def test_a_function_that_fails_is_shown_and_never_raises(function, words):
    own = ReceptiveFieldExplorer(function)
    assert own.sentence.endswith(words)
    assert words.split("; ")[0].rstrip(".") in " ".join(texts(own.scene()))
    assert own._repr_mimebundle_()["text/plain"] == own.sentence


def test_what_is_no_function_is_refused():
    with pytest.raises(TypeError, match="receptive_field must be a function, not int"):
        ReceptiveFieldExplorer(7)
