"""Wires: who reads whom, what is followed, and what is refused."""

from xml.etree import ElementTree

import numpy as np
import pytest

from cnnhelpers import draw
from cnnhelpers.draw.style import ROLES

SVG = "{http://www.w3.org/2000/svg}"
TWO_GROUPS = [[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 1]]  # 3 outputs, 4 inputs


def found(scene, tag):
    return list(ElementTree.fromstring(scene.svg()).iter(f"{SVG}{tag}"))


def test_an_output_has_a_line_to_each_input_that_it_reads():
    scene = draw.wires(TWO_GROUPS, title="2 groups")
    assert scene.sentence == (
        "2 groups: output 0 depends on inputs 0 and 1; output 1 depends on inputs 0 and 1; "
        "output 2 depends on inputs 2 and 3."
    )
    (lines,) = found(scene, "path")
    assert lines.get("d").count("M") == 6
    assert [text.text for text in found(scene, "text")] == ["2 groups", *"0123", *"012"]
    assert draw.wires([[1, 2], [0, 0]]).sentence == (
        "output 0 depends on all inputs; output 1 depends on no input."
    )


def test_what_is_followed_keeps_its_colour_through_the_layers():
    second = [[1, 0, 0], [0, 1, 1]]
    scene = draw.wires(TWO_GROUPS, second, follow=[3])
    assert scene.sentence == "input 3 reaches output 1 of 2."
    fills = [rect.get("fill") for rect in found(scene, "rect")][1:]
    kept, pale = ROLES["input"].fill, ROLES["plain"].fill
    made = ROLES["output"].fill
    assert fills == [pale, pale, pale, kept, pale, pale, made, pale, made]
    lit = [path for path in found(scene, "path") if path.get("stroke-width") == "2"]
    assert [path.get("d").count("M") for path in lit] == [1, 1]
    assert (
        draw.wires(np.ones((2, 3)), follow=[0, 2]).sentence == "inputs 0 and 2 reach all outputs."
    )


def test_a_title_may_be_a_number():
    assert draw.wires(TWO_GROUPS, title=3).sentence == draw.wires(TWO_GROUPS, title="3").sentence


@pytest.mark.parametrize(
    ("layers", "follow", "words"),
    [
        ((), None, "give one or more"),
        (([1, 2],), None, "is a table"),
        ((TWO_GROUPS, TWO_GROUPS), None, "reads 4 units and the one before has 3"),
        ((TWO_GROUPS,), [4], "no input 4 to follow; the inputs are 0 to 3"),
        ((TWO_GROUPS,), 0, r"follow must name inputs, such as \[0\], not 0 \(int\)"),
        ((TWO_GROUPS,), [], r"follow must name inputs, such as \[0\], not \[\]"),
        (([[1, 0], [1]],), None, "draw.wires: a layer .* rows have different lengths"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_one_sentence(layers, follow, words):
    with pytest.raises((TypeError, ValueError), match=words):
        draw.wires(*layers, follow=follow)
