"""The shell: sliders, state, errors, what a notebook stores, and how much travels."""

import json
import subprocess
import sys
import time

import pytest
from explorer_tools import Page

from cnnhelpers.draw.scene import Placed, Scene, text
from cnnhelpers.explore import ConvExplorer, Explorer, OutputSizeExplorer, Slider

VIEW = "application/vnd.jupyter.widget-view+json"


class Counter(Explorer):
    """A tiny explorer: `many` positions, each showing its number; 3 cannot be drawn."""

    width, height = 100, 50

    def __init__(self):
        super().__init__(
            [Slider("many", "many", 0, 4, 2), Slider("at", "at", 1, 4, 1)], position=True
        )

    def positions(self, many):
        return many

    def draw(self, many, at):
        if many == 3:
            raise RuntimeError("three is\n odd")
        return Scene(100, 50, (Placed(text(f"{at}/{many}"), 50, 25),), (f"{at} of {many}.",))


def test_the_state_begins_where_the_sliders_do_and_can_be_moved():
    counter = Counter()
    assert counter.state == {"many": 2, "at": 1} and counter.sentence == counter.alt == "1 of 2."
    counter.move(at=2)
    assert counter.sentence == repr(counter) == "2 of 2."
    assert counter.scene(many=4).sentence == "2 of 4."
    assert counter.state == {"many": 2, "at": 2}


def test_a_position_beyond_the_last_is_the_last():
    assert Counter().scene(at=4).sentence == "2 of 2."
    counter = Counter()
    counter.move(many=4, at=4)
    counter.move(many=2)
    assert counter.state == {"many": 2, "at": 2}


def test_states_are_all_positions_of_all_settings():
    assert [tuple(state.values()) for state in Counter().states()] == [
        (0, 1), (1, 1), (2, 1), (2, 2), (3, 1), (4, 1), (4, 2), (4, 3), (4, 4),
    ]  # fmt: skip


def test_an_exception_becomes_the_picture():
    scene = Counter().scene(many=3)
    assert "cannot be drawn" in scene.sentence
    assert "RuntimeError: three is odd" in scene.sentence and "three is odd" in scene.svg()
    assert (scene.width, scene.height) == (100, 50)


def test_a_scene_knows_its_sliders():
    with pytest.raises(TypeError, match="no slider 'size'; its sliders are many, at"):
        Counter().scene(size=3)
    with pytest.raises(ValueError, match="many goes from 0 to 4, not to 5"):
        Counter().scene(many=5)
    with pytest.raises(TypeError, match="whole number"):
        Counter().move(many=1.5)
    with pytest.raises(ValueError, match="two different ends"):
        Slider("a", "a", 1, 1, 1)


def test_the_notebook_gets_sliders_picture_and_sentence():
    counter = Counter()
    bundle = counter._repr_mimebundle_()
    assert set(bundle) == {VIEW, "text/html", "text/plain"}
    assert bundle["text/plain"] == "1 of 2."
    assert bundle["text/html"] == counter.scene().captioned().html()
    # Beside the live picture the page writes the sentence; the saved one holds it.
    assert ">1 of 2.</text>" in counter.scene().captioned().svg()
    assert ">1 of 2.</text>" not in counter.scene().svg()
    assert bundle[VIEW]["model_id"] == counter.widget.model_id
    assert counter._repr_mimebundle_() == bundle


def test_the_sliders_are_linked_to_the_painter_in_the_page():
    import ipywidgets

    before = set(ipywidgets.Widget.get_manager_state()["state"])
    counter = Counter()
    counter.move(many=4, at=3)
    box = counter.widget
    grid, painter = box.children
    assert [type(slider) for slider in grid.children] == [ipywidgets.IntSlider] * 2
    assert [(s.description, s.min, s.max, s.value) for s in grid.children] == [
        ("many", 0, 4, 4), ("at", 1, 4, 3),
    ]  # fmt: skip
    assert (painter.slider_0, painter.slider_1, painter.stops) == (4, 3, 4)
    state = ipywidgets.Widget.get_manager_state()["state"]
    links = [
        (one["state"]["source"], one["state"]["target"], one["model_name"])
        for key, one in state.items()
        if key not in before and "Link" in one["model_name"]
    ]

    def end(widget, trait):
        return [f"IPY_MODEL_{widget.model_id}", trait]

    many, at = grid.children
    assert links == [
        (end(many, "value"), end(painter, "slider_0"), "LinkModel"),
        (end(at, "value"), end(painter, "slider_1"), "LinkModel"),
        (end(painter, "stops"), end(at, "max"), "DirectionalLinkModel"),
    ]


def test_moved_sliders_move_the_state_and_moved_states_the_sliders():
    counter = Counter()
    many, at = counter.widget.children[0].children
    many.value, at.max, at.value = 4, 4, 3
    assert counter.state == {"many": 4, "at": 3} and counter.sentence == "3 of 4."
    counter.move(many=1)
    assert (many.value, at.value) == (1, 1)


def test_the_painter_has_every_state():
    counter = Counter()
    page = Page(counter.widget.children[1].tables)
    assert {setting: len(states) for setting, states in page.settings.items()} == {
        0: 1, 1: 1, 2: 2, 3: 1, 4: 4,
    }  # fmt: skip
    assert page.svg(4, 2, 100, 50) == counter.scene(many=4, at=3).svg()


def test_without_ipywidgets_the_picture_is_shown_alone():
    code = """
import sys, warnings
sys.modules["ipywidgets"] = None
from cnnhelpers.explore import OutputSizeExplorer
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    bundle = OutputSizeExplorer()._repr_mimebundle_()
print(sorted(bundle), "ipywidgets and anywidget" in str(caught[0].message))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['text/html', 'text/plain'] True"


def test_importing_the_explorers_loads_no_widgets():
    code = (
        "import sys; from cnnhelpers.explore import ConvExplorer; ConvExplorer().sentence; "
        "print([m for m in ('ipywidgets', 'torch', 'matplotlib') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("make", [ConvExplorer, OutputSizeExplorer])
def test_an_explorer_is_quick_to_make_and_small_to_send(make):
    assert make().widget  # the first one loads the widget library
    start = time.perf_counter()
    painter = make().widget.children[1]
    took = time.perf_counter() - start
    size = len(painter.tables) + len(json.dumps(painter.spec))
    assert size < 300_000, f"{size} bytes"
    assert took < 3, f"{took:.2f} s"  # 0.3 s on an idle machine
