"""The bottleneck explorer: every setting against the layers of PyTorch."""

import re
from functools import cache

import pytest
from explorer_tools import (
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
    texts,
)

from cnnhelpers.draw.style import ROLES
from cnnhelpers.explore import BottleneckExplorer


@pytest.fixture(scope="module")
def explorer():
    return BottleneckExplorer()


@cache
def layer(in_channels, out_channels, kernel_size):
    """Return MACs and weights of a PyTorch layer: its output pixels, and what each of them adds."""
    torch = pytorch()
    conv = torch.nn.Conv2d(
        in_channels, out_channels, kernel_size, padding="same", bias=False, device="meta"
    )
    output = conv(torch.empty(1, in_channels, 28, 28, device="meta"))
    assert tuple(output.shape) == (1, out_channels, 28, 28)
    weights = conv.weight.numel()
    return output.numel() * conv.weight[0].numel(), weights


def whole(written):
    return int(written.replace(",", ""))


def channels(state):
    return state["middle"], state["kernel_size"], state["out"]


@pytest.mark.filterwarnings("ignore:Using padding='same' with even kernel")
def test_every_slider_position_shows_the_cost_of_pytorchs_layers(explorer):
    count = cheaper = 0
    for state in explorer.states():
        middle, kernel_size, out = channels(state)
        direct = layer(192, out, kernel_size)
        down, after = layer(192, middle, 1), layer(middle, out, kernel_size)
        both = down[0] + after[0], down[1] + after[1]
        scene = explorer.scene(**state)
        found = re.search(
            r"^Images of 28×28, 192 channels to (\d+)\. "
            r"Direct (\d)×\d: (\S+) MACs, (\S+) weights\. "
            r"Bottleneck of (\d+) channels: (\S+) for the 1×1 and (\S+) for the \d×\d, together "
            r"(\S+) MACs, (\S+) weights\. The bottleneck takes (.*)\.$",
            scene.sentence,
        )
        numbers = [out, kernel_size, *direct, middle, down[0], after[0], *both]
        assert [whole(found[i]) for i in range(1, 10)] == numbers, state

        words = texts(scene)
        assert f"{direct[0]:,} MACs, {direct[1]:,} weights" in words
        assert f"{both[0]:,} MACs, {both[1]:,} weights" in words
        assert f"{direct[0]:,} / {both[0]:,} = {direct[0] / both[0]:.2f}" in words
        sums = [text for text in words if "28·28·" in text]
        for text in sums:  # what is written adds up
            *left, right = (eval(side.replace("·", "*").replace(",", ""))
                            for side in text.split(" = "))  # fmt: skip
            assert left == [right]
        assert len(sums) == 2

        if direct[0] > both[0]:
            assert found[10] == f"{direct[0] / both[0]:.2f} times fewer MACs"
            cheaper += 1
        elif direct[0] < both[0]:
            assert found[10].startswith(f"{both[0] / direct[0]:.2f} times as many MACs")
        else:
            assert found[10] == "as many MACs"

        bars = [p for p in scene.placed if 'height="15"' in p.svg()]
        widths = [float(re.search(r'width="([\d.]+)"', bar.svg())[1]) for bar in bars]
        scale = 580 / max(direct[0], both[0])
        expected = [direct[0] * scale, down[0] * scale, after[0] * scale]
        assert all(abs(w - e) < 0.06 for w, e in zip(widths, expected, strict=True)), state
        count += 1
    assert count == 12 * 7 * 16 and 0 < cheaper < count


def test_the_start_is_the_worked_example(explorer):
    assert explorer.sentence == (
        "Images of 28×28, 192 channels to 32. Direct 5×5: 120,422,400 MACs, 153,600 weights. "
        "Bottleneck of 16 channels: 2,408,448 for the 1×1 and 10,035,200 for the 5×5, together "
        "12,443,648 MACs, 15,872 weights. The bottleneck takes 9.68 times fewer MACs."
    )


def test_slabs_are_as_wide_as_their_channels(explorer):
    scene = explorer.scene(middle=48, kernel_size=3, out=160)
    slabs = [p.svg() for p in scene.placed if 'height="26"' in p.svg()]
    found = [re.search(r'width="([\d.]+)".*>(\d+)</text>', slab) for slab in slabs]
    assert [int(slab[2]) for slab in found] == [192, 160, 192, 48, 160]
    assert all(abs(float(slab[1]) - 0.46 * int(slab[2])) < 0.06 for slab in found)


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)


def test_text_is_large_enough_and_the_roles_are_kept(explorer):
    assert_it_can_be_read_in_a_low_window(BottleneckExplorer(right), every=13)
    assert all(ROLES[name].fill in explorer.scene().svg() for name in ("input", "kernel", "output"))


# A learner's function --------------------------------------------------------------------------


def right(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return height * width * middle_channels * (in_channels + out_channels * kernel_size**2)


def test_a_right_answer_is_said_to_agree():
    own = BottleneckExplorer(right)
    for state in own.states():
        middle, kernel_size, out = channels(state)
        macs = layer(192, middle, 1)[0] + layer(middle, out, kernel_size)[0]
        scene = own.scene(**state)
        assert scene.sentence.endswith(f"Your function gives {macs:,}, too.")
        assert f"Your function gives {macs:,}, too." in texts(scene)
    assert_nothing_leaves_the_card(own)


def test_a_bug_shows():
    def forgets_the_square(height, width, inputs, middle, out, kernel_size):
        return height * width * middle * (inputs + out * kernel_size)

    own = BottleneckExplorer(forgets_the_square)
    assert own.sentence.endswith("Your function gives 4,415,488, not 12,443,648.")
    assert "Your function gives 4,415,488, not 12,443,648" in " ".join(texts(own.scene()))
    assert own.scene(kernel_size=1).sentence.endswith(", too.")


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda *sizes: None, "Your function returned None; the answer above is the course's."),
        (lambda *sizes: 1 / 0, "Your function raised ZeroDivisionError: division by zero."),
        (lambda x: x, "positional argument but 6 were given."),
        (lambda *sizes: "many", "Your function returned str, not a number."),
        (lambda *sizes: (1, 2), "Your function returned tuple, not a number."),
    ],
)
def test_a_function_that_fails_is_shown_and_never_raises(function, words):
    own = BottleneckExplorer(function)
    assert own.sentence.endswith(words)
    assert own._repr_mimebundle_()["text/plain"] == own.sentence


def test_what_is_no_function_is_refused():
    with pytest.raises(TypeError, match="bottleneck_macs must be a function, not int"):
        BottleneckExplorer(12443648)
