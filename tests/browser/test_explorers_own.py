"""What a reader brings along in JupyterLab: a drawing, a photograph."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from explorers_shown import Shown, shown
from harness.lab import Lab

# Counts what is drawn; made of what the kit offers and nothing else.
COUNTER = '''
from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Placed, Scene, text
from cnnhelpers.explore import Explorer, Pad

class Counter(Explorer):
    """Counts the bright cells of a drawing."""

    width, height = 300, 240

    def __init__(self):
        self.pad = Pad("pad", "your digit", 14, 14)
        super().__init__([self.pad])

    def draw(self, pad):
        bright = int((self.pad.pixels(pad) > 0.5).sum())
        region = Region("pad", 10, 10, 15, 15, 14, 14, draws="pad")
        words = f"{bright} cells are bright."
        return Scene(300, 240, (Placed(text(str(bright), 20), 260, 120),), (words,),
                     regions=(region,))
'''


@pytest.fixture(scope="module")
def both(lab: Lab) -> Iterator[list[Shown]]:
    with shown(lab, "Counter()", "explore.PhotographExplorer()", before=COUNTER) as found:
        yield found


def bright(one: Shown) -> int:
    return int(one.sentence.split()[0])


def test_a_drawing_reaches_the_kernel_and_can_be_wiped(both: list[Shown]) -> None:
    counter = both[0]
    counter.root.scroll_into_view_if_needed()
    assert bright(counter) == 0
    box = counter.region("pad").bounding_box()
    mouse = counter.page.mouse
    mouse.move(box["x"] + 0.2 * box["width"], box["y"] + 0.5 * box["height"])
    mouse.down()
    mouse.move(box["x"] + 0.8 * box["width"], box["y"] + 0.5 * box["height"], steps=5)
    mouse.up()
    line = bright(counter)
    assert 10 <= line <= 40  # nine cells long, about two wide
    mouse.move(box["x"] + 0.5 * box["width"], box["y"] + 0.2 * box["height"])  # the pen is up
    assert bright(counter) == line
    pixels = counter.notebook.evaluate("", "shown[0].pad.pixels(shown[0].state['pad']).tolist()")
    assert np.array(pixels)[6:8, 3:11].min() > 0.3 and not np.array(pixels)[:4].any()
    drawn = counter.root.locator("canvas").evaluate(
        "(one) => one.getContext('2d').getImageData(7, 7, 1, 1).data[0]"
    )
    assert drawn == round(255 * pixels[7][7])
    counter.button("Reset").click()
    assert bright(counter) == 0 and counter.state == {"pad": ""}


def test_the_keyboard_draws(both: list[Shown]) -> None:
    counter = both[0]
    cells = counter.notebook.cell_ids()
    counter.button("Reset").focus()
    counter.press("Tab")
    mark = counter.root.locator(".cnn-mark:visible")
    assert mark.count() == 1
    counter.press("ArrowUp", "ArrowUp", "Space")
    dot = bright(counter)
    assert dot >= 1
    for _ in range(4):
        counter.press("Shift+ArrowRight")
    assert bright(counter) > dot
    counter.press("Delete")
    assert bright(counter) == 0
    for letter in "abxdd":
        counter.page.keyboard.press(letter)
    assert counter.notebook.cell_ids() == cells


def png(height: int, width: int) -> bytes:
    """Return a picture whose left half is black and whose right half is white."""
    from PIL import Image

    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[:, width // 2 :] = 255
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    return file.getvalue()


def test_a_photograph_of_ones_own_is_shown_and_stays_on_the_machine(
    both: list[Shown], tmp_path: Path
) -> None:
    one = both[1]
    one.root.scroll_into_view_if_needed()
    chosen = tmp_path / "half.png"
    chosen.write_bytes(png(300, 600))
    with one.page.expect_file_chooser() as chooser:
        one.button("Own photograph").click()
    chooser.value.set_files(chosen)
    one.page.wait_for_function(
        "() => [...document.querySelectorAll('.cnn-sentence')].some((words) =>"
        " words.textContent.includes('your photograph, 120×240'))"
    )
    assert one.state["photo"] == "your own"
    assert "lies between 0 and 4: red is above 0" in one.sentence  # one edge, dark to bright
    photo = "shown[1].photo('your own')"
    assert one.notebook.evaluate("", f"float({photo}[:, :119].max())") < 0.01
    assert one.notebook.evaluate("", f"float({photo}[:, 121:].min())") > 0.99

    # A second one takes its place, and what is no picture is said.
    chosen.write_bytes(png(200, 100))
    with one.page.expect_file_chooser() as chooser:
        one.button("Own photograph").click()
    chooser.value.set_files(chosen)
    one.page.wait_for_function(
        "() => [...document.querySelectorAll('.cnn-sentence')].some((words) =>"
        " words.textContent.includes('your photograph, 200×100'))"
    )
    broken = tmp_path / "words.txt"
    broken.write_text("no picture")
    with one.page.expect_file_chooser() as chooser:
        one.button("Own photograph").click()
    chooser.value.set_files(broken)
    one.root.get_by_text("“words.txt” is no picture that this browser can read.").wait_for()
    assert one.state["photo"] == "your own"
    # Requests to other machines are reported there.
    assert one.notebook.problems() == []
