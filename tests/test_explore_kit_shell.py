"""The shell: sliders, state, errors, what a notebook stores, and how much travels."""

import json
import subprocess
import sys

import pytest
from explorer_tools import Page

from cnnhelpers import explore
from cnnhelpers.draw.scene import Placed, Scene, text
from cnnhelpers.explore import Choice, Explorer, Goal, Pad, Slider
from cnnhelpers.explore.kit.tables import QUICK, pack, unpack

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
    with pytest.raises(TypeError, match="no control 'size'; its controls are many, at"):
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


def test_the_panel_has_the_state_and_what_the_page_has_to_know():
    counter = Counter()
    counter.move(many=4, at=3)
    panel = counter.widget
    assert panel.state == {"many": 4, "at": 3} and panel.note == "" and panel.reached == {}
    assert panel.spec == {
        "name": "Counter",
        "controls": [
            {"kind": "slider", "name": "many", "label": "many", "min": 0, "max": 4, "step": 1},
            {"kind": "slider", "name": "at", "label": "at", "min": 1, "max": 4, "step": 1},
        ],
        "start": {"many": 2, "at": 1},
        "position": "at",
        "interval": 500,
        "width": 100,
        "height": 50,
        "smallest": 11,
        "goals": [],
        "typing": None,
    }


def test_a_page_that_moves_the_state_is_believed_and_a_moved_state_reaches_the_page():
    counter = Counter()
    panel = counter.widget
    panel.state = {"many": 4, "at": 3}
    assert counter.state == {"many": 4, "at": 3} and counter.sentence == "3 of 4."
    counter.move(many=1)
    assert panel.state == {"many": 1, "at": 1}


def test_the_panel_has_every_state():
    counter = Counter()
    page = Page(counter.widget.tables)
    assert {key: len(states) for key, states in page.settings.items()} == {
        "[0]": 1, "[1]": 1, "[2]": 2, "[3]": 1, "[4]": 4,
    }  # fmt: skip
    assert page.svg("[4]", 2, 100, 50) == counter.scene(many=4, at=3).svg()


def test_an_answer_needs_nothing_before_it_and_stays_for_a_new_page():
    panel = Counter().widget
    for turn in (1, 2):  # the same question twice is answered twice
        panel._handle_custom_msg({"need": "[4]", "state": {"many": 4, "at": 2}}, [])
        assert panel.answered["turn"] == turn and panel.answered["key"] == "[4]"
        page = Page(panel.answered["tables"])
        assert list(page.settings) == ["[4]"]
        assert page.svg("[4]", 1, 100, 50) == Counter().scene(many=4, at=2).svg()
    panel._handle_custom_msg({"need": "[9]", "state": {"many": 9, "at": 1}}, [])
    assert panel.answered["error"] == "Counter: many goes from 0 to 4, not to 9."
    panel._handle_custom_msg({"need": "[4]", "state": {"many": 4}}, [])
    assert panel.answered["error"] == "KeyError: 'at'"


class Slow(Counter):
    """Keeps count of what it draws, and draws nothing in advance."""

    ahead = False

    def __init__(self):
        self.asked = []
        super().__init__()

    def draw(self, many, at):
        self.asked.append((many, at))
        return super().draw(many, at)


def test_a_question_waits_for_the_stop_that_is_looked_at_alone():
    slow = Slow()
    panel = slow.widget
    slow.asked.clear()
    state = {"many": 4, "at": 2}
    panel._handle_custom_msg({"need": "[4]", "state": state}, [])
    assert slow.asked == [(4, 2)]
    page = Page(panel.answered["tables"])
    assert [bool(stop) for stop in page.settings["[4]"]] == [False, True, False, False]
    assert page.svg("[4]", 1, 100, 50) == Counter().scene(**state).svg()
    # The others come when the reader rests, and what is there is not drawn again.
    panel._handle_custom_msg({"need": "[4]", "state": state, "whole": True}, [])
    assert slow.asked == [(4, 2), (4, 1), (4, 3), (4, 4)]
    page = Page(panel.answered["tables"])
    for stop in range(4):
        scene = Counter().scene(many=4, at=stop + 1)
        assert page.svg("[4]", stop, 100, 50) == scene.svg()


def test_a_stop_that_cannot_be_drawn_is_the_only_one_of_its_setting():
    slow = Slow()
    panel = slow.widget
    panel._handle_custom_msg({"need": "[3]", "state": {"many": 3, "at": 3}}, [])
    page = Page(panel.answered["tables"])
    (only,) = page.settings["[3]"]
    assert "cannot be drawn" in page.phrases[only[1][0]]


def test_a_short_answer_is_text_and_a_long_one_is_packed():
    tables = {"parts": ["<g/>"], "settings": {"[4]": [None]}}
    assert pack(tables, quick=True) == b'{"parts":["<g/>"],"settings":{"[4]":[null]}}'
    long = {"parts": ["<g/>" * QUICK]}
    assert len(pack(long, quick=True)) < QUICK / 10
    for made in (tables, long):
        assert unpack(pack(made)) == unpack(pack(made, quick=True)) == made
        assert pack(made)[:1] != b"{"


def test_the_kernel_sends_no_state_back_that_the_page_has_sent(monkeypatch):
    """By then the page may show a later one."""
    panel = Counter().widget
    sent = []
    monkeypatch.setattr(panel, "_send", lambda content, buffers=None: sent.append(content))
    panel.set_state({"state": {"many": 4, "at": 2}})
    assert panel.state == {"many": 4, "at": 2} and sent == []
    panel.state = {"many": 1, "at": 1}  # by Python: that the page has to know
    assert [content["state"] for content in sent] == [{"state": {"many": 1, "at": 1}}]


# Choices ---------------------------------------------------------------------------------------


class Named(Explorer):
    """Chooses a colour by name, and how many."""

    width, height = 100, 50

    def __init__(self, goals=()):
        colour = Choice("colour", "colour", ("red", "green", "blue"), "green")
        super().__init__([colour, Slider("many", "many", 2, 6, 4, 2)], goals=goals)

    def draw(self, colour, many):
        return Scene(100, 50, (Placed(text(f"{many} {colour}"), 50, 25),), (f"{many} {colour}.",))

    def facts(self, colour, many):
        return {"letters": len(colour)}


def test_a_choice_is_made_by_name_and_a_slider_has_steps():
    named = Named()
    assert named.sentence == "4 green."
    assert [tuple(state.values()) for state in named.states()] == [
        ("red", 2), ("red", 4), ("red", 6), ("green", 2), ("green", 4), ("green", 6),
        ("blue", 2), ("blue", 4), ("blue", 6),
    ]  # fmt: skip
    assert named.key({"colour": "blue", "many": 2}) == '["blue",2]'
    with pytest.raises(ValueError, match="colour is one of red, green, blue, not 'pink'"):
        named.scene(colour="pink")
    with pytest.raises(ValueError, match="in steps of 2; 3 lies between two of them"):
        named.scene(many=3)
    assert named.spec()["controls"][0] == {
        "kind": "buttons", "name": "colour", "label": "colour", "options": ("red", "green", "blue"),
    }  # fmt: skip


def test_many_options_are_a_menu_and_few_are_buttons():
    def kind(*options, **more):
        return Choice("a", "a", options, **more).page()["kind"]

    assert [kind(*"ab"), kind(*"abcd"), kind(*"abcde")] == ["buttons", "buttons", "menu"]
    assert [kind(*"ab", menu=True), kind(*"abcde", menu=False)] == ["menu", "buttons"]
    for options in ((), ("a",), ("a", "a")):
        with pytest.raises(ValueError, match="at least two, all different"):
            Choice("a", "a", options)
    with pytest.raises(ValueError, match="choice: a is one of a, b, not 'c'"):
        Choice("a", "a", ("a", "b"), "c")


def test_a_pad_is_drawn_on_and_read_as_numbers():
    pad = Pad("pad", "your digit", 2, 3)
    assert pad.page() == {"kind": "pad", "name": "pad", "label": "your digit"}
    assert pad.checked("0f0a05", "toy") == "0f0a05" and pad.checked("", "toy") == ""
    assert pad.pixels("0f0a05").tolist() == [[0, 1, 0], [10 / 15, 0, 5 / 15]]
    assert not pad.pixels("").any() and pad.pixels("").shape == (2, 3)
    for bad in ("0", "0f0a0g", "0F0A05", 3, None):
        with pytest.raises(ValueError, match="toy: pad is a string of 6 digits from 0 to f"):
            pad.checked(bad, "toy")


# Goals -----------------------------------------------------------------------------------------


def test_goals_are_reached_where_their_words_say():
    goals = [
        Goal("Six of them.", lambda seen: seen.many == 6),
        Goal("A colour of three letters.", lambda seen: seen.letters == 3, times=2),
    ]
    named = Named(goals)
    assert {tuple(state.values()): named.reached(**state) for state in named.states()} == {
        ("red", 2): [1], ("red", 4): [1], ("red", 6): [0, 1], ("green", 2): [], ("green", 4): [],
        ("green", 6): [0], ("blue", 2): [], ("blue", 4): [], ("blue", 6): [0],
    }  # fmt: skip
    page = Page(named.widget.tables)
    assert page.settings['["red",6]'][0][3] == [0, 1]
    assert named.spec()["goals"] == [
        {"words": "Six of them.", "times": 1},
        {"words": "A colour of three letters.", "times": 2},
    ]


@pytest.mark.parametrize(
    ("goals", "error", "words"),
    [
        (["Six."], TypeError, "Named: goals holds str; write each as explore.Goal"),
        ([Goal("Six.", lambda seen: seen.mnay == 6)], ValueError,
         "the goal 'Six.' fails with AttributeError: .*mnay.* can ask for colour, letters, many."),
        ([Goal("Six.", lambda: True)], ValueError, "the goal 'Six.' fails with TypeError"),
    ],
)  # fmt: skip
def test_a_goal_that_cannot_be_told_is_refused_at_once(goals, error, words):
    with pytest.raises(error, match=words):
        Named(goals)


@pytest.mark.parametrize("more", [dict(reached="six"), dict(times=0), dict(times="two")])
def test_what_is_no_goal_is_refused(more):
    with pytest.raises(TypeError, match="Goal: write for example Goal"):
        Goal("Six.", **{"reached": lambda seen: True, **more})


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


EXPLORERS = sorted(name for name in explore.__all__ if name.endswith("Explorer"))


@pytest.mark.parametrize("name", [name for name in EXPLORERS if name != "Explorer"])
def test_what_an_explorer_sends_at_first_is_small(name):
    """How long it takes is measured by ``benchmarks/latency.py``: a time is no test."""
    panel = getattr(explore, name)().widget
    size = len(panel.tables) + len(json.dumps(panel.spec))
    assert size < 350_000, f"{size} bytes"
