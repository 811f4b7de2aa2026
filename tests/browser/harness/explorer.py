"""One explorer in an open notebook, driven with the keyboard."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from harness.moves import Look, Step
from harness.page import NotebookPage, timeout_error

# Every slider is sent to both ends and one step in from one of them.
WALK = ("Home", "ArrowRight", "ArrowLeft", "End", "ArrowLeft")

# Runs in the notebook's kernel; finds the explorer whose widget is on the page.
PYTHON_SENTENCES = """
def cnn_test_sentences(model_id, states):
    import gc
    for explorer in gc.get_objects():
        box = getattr(explorer, "_widget", None) if hasattr(type(explorer), "scene") else None
        if getattr(box, "model_id", None) == model_id:
            break
    else:
        raise LookupError("no explorer in this kernel has the widget " + str(model_id))
    import json
    return [" ".join(explorer.scene(**json.loads(state)).sentence.split()) for state in states]
"""


class Explorer:
    """One explorer in an open notebook, found by its place among all of them."""

    def __init__(self, owner: NotebookPage, index: int) -> None:
        self.owner = owner
        self.page = owner.page
        self.index = index
        self.name: str = owner.call("nameOf", index)

    def __repr__(self) -> str:
        return f"{self.name} (explorer {self.index + 1} of {self.owner.name})"

    @property
    def output(self) -> Any:
        """The notebook output that holds the explorer, as a Playwright locator."""
        root = self.page.locator("[data-cnn-explorer]").nth(self.index)
        return root.locator(
            "xpath=ancestor::*[contains(concat(' ', @class, ' '), ' jp-OutputArea-child ')][1]"
        )

    def look(self) -> Look:
        """Return what the explorer shows now."""
        seen = self.owner.call("look", self.index)
        return Look(
            name=seen["name"],
            state=seen["state"],
            sentence=seen["sentence"],
            picture=hashlib.sha256(seen["picture"].encode()).hexdigest() if seen["picture"] else "",
            values=tuple(seen["values"]),
            box=tuple(seen["box"]),
            next=tuple(seen["next"]) if seen["next"] else None,
            scroll=seen["scroll"],
        )

    def slider_count(self) -> int:
        return self.owner.call("sliderCount", self.index)

    def slider(self, number: int) -> Any:
        """Return the handle of one slider (a Playwright element)."""
        return self.page.evaluate_handle(
            "([i, n]) => cnnTest.sliders(i)[n]", [self.index, number]
        ).as_element()

    def accessible_names(self) -> list[tuple[str, str]]:
        """Return (role, name) of every control, as the browser's accessibility tree has them."""
        return controls_in(self.output.aria_snapshot())

    def press(self, key: str) -> Look:
        """Press a key and return what the explorer shows once it has taken the key in."""
        self.page.keyboard.press(key)
        self.owner.settle(self.index)
        return self.look()

    def key_step(self, slider: int) -> float:
        """Return how far one arrow key moves a slider."""
        return self.owner.call("keyStep", self.index, slider)

    def focus(self, slider: int) -> None:
        """Put the keyboard on a slider, or the first control if there is none, and in view."""
        handle = self.slider(slider) or self.output.locator("select, input, button").first
        self.output.scroll_into_view_if_needed()
        handle.focus()
        self.owner.settle(self.index)

    def tab_order(self) -> list[int]:
        """Return the sliders in the order in which Tab reaches them, starting on the first."""
        self.focus(0)
        reached = []
        for _ in range(4 * self.slider_count() + 20):
            inside, slider = self.owner.call("focused", self.index)
            if not inside:
                break
            if slider >= 0:
                reached.append(slider)
            self.page.keyboard.press("Tab")
        return reached

    def walk(self, keys: tuple[str, ...] = WALK) -> list[Step]:
        """Press `keys` on each slider in turn, putting each back to where it stood."""
        steps = []
        for number in range(self.slider_count()):
            self.focus(number)
            first = before = self.look()
            for key in keys:
                after = self.press(key)
                steps.append(Step(f"slider {number + 1}", key, before, after))
                before = after
            self.put_back(number, first.values[number])
        return steps

    def walk_others(self) -> list[Step]:
        """Do the same with lists to choose from, and with options beside each other."""
        steps = []

        def step(control: str, key: str, do: Callable[[], object]) -> None:
            before = self.look()
            do()
            self.owner.settle(self.index)
            steps.append(Step(control, key, before, self.look()))

        press = self.page.keyboard.press
        lists = self.output.locator("select")
        for number in range(lists.count()):
            chosen = lists.nth(number)
            chosen.focus()
            first = chosen.evaluate("(one) => one.selectedIndex")
            for key in ("Home", "ArrowDown", "ArrowDown", "ArrowUp"):
                step(f"list {number + 1}", key, partial(press, key))
            put_back = partial(chosen.select_option, index=first)
            step(f"list {number + 1}", f"option {first}", put_back)
        groups = self.output.locator("fieldset.cnn-choice")
        for number in range(groups.count()):
            radios = groups.nth(number).get_by_role("radio")
            first = [radio.is_checked() for radio in radios.all()].index(True)
            radios.nth(first).focus()
            for key in ("ArrowRight", "ArrowLeft"):
                step(f"options {number + 1}", key, partial(press, key))
        return steps

    def put_back(self, slider: int, value: str) -> None:
        """Return a slider to a value, all at once."""
        for _ in range(3):  # the end of a slider may depend on where another one stands
            if not self.owner.call("turn", self.index, slider, float(value)):
                return
            self.owner.settle(self.index)

    def button(self, name: str) -> Any:
        """Return the button whose name contains `name`, as a locator; it may match nothing."""
        return self.output.get_by_role("button", name=name)

    def plays(self, timeout: float = 5.0) -> list[str]:
        """Press Play, then Pause, with the keyboard; return what is wrong with it, as sentences."""
        found = []
        self.button("Reset").focus()
        before = self.press("Enter")
        self.button("Play").focus()
        self.page.keyboard.press("Enter")
        try:
            self.page.wait_for_function(
                "([i, state]) => cnnTest.explorer(i).dataset.state !== state",
                arg=[self.index, before.state],
                timeout=timeout * 1000,
            )
        except timeout_error():
            return [f"Play changes nothing in {timeout:g} seconds"]
        self.page.keyboard.press("Enter")  # the focus is still on the same button
        if not self.button("Play").count():
            found.append("the button does not say Play again after Pause")
        self.owner.settle(self.index)
        after = self.look()
        if before.picture == after.picture or before.sentence == after.sentence:
            found.append("Play changes the state and not the picture and the sentence")
        return found

    def python_sentences(self, states: list[str]) -> list[str]:
        """Return what the explorer's own Python object says of each state, from the kernel."""
        return self.owner.evaluate(
            PYTHON_SENTENCES,
            f"cnn_test_sentences({self.owner.call('modelId', self.index)!r}, {states!r})",
        )

    def leaking_keys(self, letters: str = "abxd") -> list[str]:
        """Return a sentence for each letter that reaches the notebook from a slider.

        In the notebook's command mode `a` and `b` insert a cell, `x` cuts one and `d`, twice,
        deletes one. The cells are put back afterwards.
        """
        found = []
        for number in range(self.slider_count()):
            self.focus(number)
            if not self._leaks(number, letters):  # as it should be
                continue
            guilty = [letter for letter in letters if self._leaks(number, letter)]
            said = [f"{letter!r} changed the notebook's cells" for letter in guilty]
            said = said or ["the letters changed the notebook's cells"]
            found += [f"slider {number + 1}: {each}" for each in said]
        return found

    def _leaks(self, slider: int, letters: str) -> bool:
        """Press each letter twice; return whether that changed the cells, and put them back."""
        before = self.owner.cell_ids()
        for letter in letters:
            self.page.keyboard.press(letter)
            self.page.keyboard.press(letter)
        self.owner.settle(self.index)
        if self.owner.cell_ids() == before:
            return False
        self._undo_cells(before)
        self.focus(slider)
        return True

    def _undo_cells(self, cells: list[str]) -> None:
        for _ in range(20):
            if self.owner.cell_ids() == cells:
                break
            self.owner.command("notebook:undo-cell-action")
        self.owner.wait_still()

    def screenshot(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.output.screenshot(path=str(path))


CONTROLS = {
    *("slider", "button", "combobox", "listbox", "textbox", "spinbutton", "checkbox"),
    *("radio", "switch", "togglebutton", "searchbox"),
}


def controls_in(snapshot: str) -> list[tuple[str, str]]:
    """Return (role, name) of every control in Playwright's picture of the accessibility tree.

    The picture is YAML: a line whose name has a colon in it stands in single quotes.
    """
    found = []
    for line in snapshot.splitlines():
        line = re.sub(r"^(\s*- )'(.*?)'(?=:|$)", r"\1\2", line)
        match = re.match(r"\s*- (\w+)(?: (\".*?(?<!\\)\"|/.*/))?(?=[ :\[]|$)", line)
        if match and match.group(1) in CONTROLS:
            found.append((match.group(1), (match.group(2) or "").strip('"')))
    return found
