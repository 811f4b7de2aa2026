"""JupyterLab in a headless Chromium, for the browser tests and for ``benchmarks/latency.py``.

``Lab`` starts one server and one browser, ``Lab.open`` opens a notebook in them, and
``OpenNotebook.problems`` lists in plain sentences whatever a reader would see go wrong. Nothing of
the user's is touched: notebooks are copied, and Jupyter's settings, runtime files, workspaces and
trust database live in a temporary folder that goes away with the server.

No step sleeps for a fixed time; each waits for the condition that it needs.
"""

from __future__ import annotations

import ast
import atexit
import contextlib
import hashlib
import importlib.util
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

REPOSITORY = Path(__file__).resolve().parents[2]
ARTIFACTS = REPOSITORY / "test-artifacts" / "browser"

INSTALL_A_BROWSER = (
    "no Chromium found for the browser tests; install one with `sudo apt install chromium` "
    "(Debian), `brew install --cask google-chrome` (macOS) or "
    "`python -m playwright install chromium` (anywhere), "
    "or name one in the environment variable CHROMIUM"
)
INSTALL_PLAYWRIGHT = (
    "Playwright is not installed, and the browser tests drive Chromium with it; "
    'install it with `pip install -e ".[test]"`'
)

BROWSER_FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-proxy-server",
    # Whatever asks for another host gets no answer, and is reported by `problems`.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]

# Console messages of type error that are JupyterLab's own. Each is a pattern for the whole text.
ALLOWED_CONSOLE_ERRORS: tuple[str, ...] = (
    # Its debugger still asks a kernel that is being shut down.
    r"Could not restore the debugger state: Canceled future .*",
)

SETTINGS = {
    "@jupyterlab/apputils-extension/notification": {
        "checkForUpdates": False,
        "doNotDisturbMode": True,
        "fetchNews": "false",
    },
    "@jupyterlab/docmanager-extension/plugin": {"autosave": False},
}


class BrowserMissing(RuntimeError):
    """Raised when there is no Playwright or no Chromium; the message says how to install one."""


def find_chromium() -> str | None:
    """Return the path of a Chromium: $CHROMIUM, one on the PATH, macOS's, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    for name in ("chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    for folder in ("/Applications", "~/Applications"):
        for name in ("Google Chrome", "Chromium"):
            path = Path(folder).expanduser() / f"{name}.app" / "Contents" / "MacOS" / name
            if path.exists():
                return str(path)
    return None


def check_browser() -> str | None:
    """Return the browser to start, None for Playwright's own; raise `BrowserMissing` early."""
    if importlib.util.find_spec("playwright") is None:
        raise BrowserMissing(INSTALL_PLAYWRIGHT)
    named = os.environ.get("CHROMIUM")
    executable = find_chromium()
    if named and executable is None:
        raise BrowserMissing(f"CHROMIUM={named} names no program: {INSTALL_A_BROWSER}")
    return executable


# --------------------------------------------------------------------------- in the page

# Functions that the tests call in the page. `window.jupyterapp` is there because the server is
# started with LabApp.expose_app_in_browser.
PAGE_SCRIPT = r"""
window.cnnTest = (() => {
  const notebook = () => window.jupyterapp?.shell?.currentWidget;
  const kernel = () => notebook()?.sessionContext?.session?.kernel;
  const node = () => notebook().content.node;
  const explorer = (index) => document.querySelectorAll('[data-cnn-explorer]')[index];
  const output = (index) => {
    const root = explorer(index);
    return root.closest('.jp-OutputArea-child') || root.parentElement;
  };
  const scroller = () => node().querySelector('.jp-WindowedPanel-outer') || node();

  const ready = (path) => {
    const widget = notebook();
    if (!widget || !widget.context || widget.context.path !== path) return false;
    if (!widget.context.isReady || !widget.content?.model) return false;
    const drawn = node().querySelectorAll('.jp-Cell').length;
    if (drawn === 0 && widget.content.model.cells.length > 0) return false;
    return kernel()?.status === 'idle';
  };

  // What keeps the page from being finished, as sentences; an empty list when it has settled.
  const unsettled = () => {
    const waits = [];
    if (kernel() && kernel().status !== 'idle') waits.push(`the kernel is ${kernel().status}`);
    for (const area of node().querySelectorAll('.jp-OutputArea-output')) {
      if (/^\s*Loading widget/.test(area.textContent)) waits.push('a widget is still loading');
    }
    for (const image of node().querySelectorAll('.jp-OutputArea img, .jp-RenderedMarkdown img')) {
      if (!image.complete) waits.push('a picture is still loading');
    }
    for (const root of node().querySelectorAll('[data-cnn-explorer]')) {
      if (root.dataset.state === undefined) {
        waits.push(`${root.dataset.cnnExplorer} has not painted a state`);
      }
    }
    return waits;
  };

  const label = (child) => {
    const cell = child.closest('.jp-Cell');
    const index = [...node().querySelectorAll('.jp-Cell')].indexOf(cell);
    return `cell ${index + 1}`;
  };

  const findings = () => {
    const found = [];
    const cells = notebook().content.model.cells;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells.get(i).toJSON();
      if (cell.cell_type !== 'code') continue;
      const tags = cell.metadata.tags || [];
      const source = Array.isArray(cell.source) ? cell.source.join('') : cell.source;
      if (source.trim() && !cell.execution_count) found.push(`cell ${i + 1} was not executed`);
      for (const one of cell.outputs) {
        if (one.output_type === 'error' && !tags.includes('raises-exception')) {
          found.push(`cell ${i + 1} raised ${one.ename}: ${one.evalue}`);
        }
        if (one.output_type === 'stream' && one.name === 'stderr') {
          const text = Array.isArray(one.text) ? one.text.join('') : one.text;
          // The bars of training.fit are meant to be there.
          const rest = text.split(/[\r\n]+/).filter(
            (line) => line.trim() && !/^(\x1b\[A|\s)*(\[.*\] *)?epoch \d+\/\d+: .*\|/.test(line));
          if (rest.length) {
            found.push(`cell ${i + 1} wrote to stderr: ${rest.join(' ').slice(0, 200)}`);
          }
        }
      }
    }
    for (const area of node().querySelectorAll('.jp-OutputArea-output')) {
      const text = area.textContent;
      if (/Error displaying widget|Failed to load model|Error creating widget/.test(text)) {
        found.push(`${label(area)} says: ${text.trim().slice(0, 200)}`);
      }
    }
    for (const image of node().querySelectorAll('.jp-OutputArea img, .jp-RenderedMarkdown img')) {
      if (!(image.complete && image.naturalWidth > 0)) {
        found.push(`${label(image)} has a picture that did not load: ${image.src.slice(0, 80)}`);
      }
    }
    for (const svg of node().querySelectorAll('.jp-OutputArea-output svg')) {
      if (svg.parentElement.closest('svg') || svg.closest('button, .jp-icon3')) continue;
      const box = svg.getBoundingClientRect();
      if (!(box.width > 0 && box.height > 0)) found.push(`${label(svg)} has an empty drawing`);
    }
    return found;
  };

  const bytes = async (image) => {
    const response = await fetch(image.src);
    const data = new Uint8Array(await response.arrayBuffer());
    let text = '';
    for (const one of data) text += String.fromCharCode(one);
    return btoa(text);
  };

  // The picture's markup without its words or, for an <img>, its bytes: two equal strings are two
  // equal pictures.
  const picture = async (root) => {
    const parts = [];
    // Chosen before the first wait, in which the page may put others in their place.
    const shown = [...root.querySelectorAll('svg, img')].filter(
      (one) => !one.parentElement.closest('svg') && !one.closest('button'));
    for (const one of shown) {
      if (one.tagName === 'IMG') { parts.push(await bytes(one)); continue; }
      const copy = one.cloneNode(true);
      for (const words of copy.querySelectorAll('title, desc')) words.remove();
      copy.removeAttribute('aria-label');
      parts.push(copy.outerHTML);
    }
    return parts.join('\n');
  };

  const sentence = (root) =>
    [...root.querySelectorAll('.cnn-sentence')]
      .map((one) => one.textContent.trim().replace(/\s+/g, ' ')).join(' ');

  const sliders = (index) =>
    [...output(index).querySelectorAll('[role=slider], input[type=range]')];

  // How far one arrow key moves a slider.
  const keyStep = (index, number) => Number(sliders(index)[number].step) || 1;

  const look = async (index) => {
    const root = explorer(index);
    for (const image of root.querySelectorAll('img')) {
      try { await image.decode(); } catch { /* `findings` reports a picture that is broken */ }
    }
    const area = output(index);
    const box = area.getBoundingClientRect();
    const cells = [...node().querySelectorAll('.jp-Cell')];
    const next = cells[cells.indexOf(area.closest('.jp-Cell')) + 1];
    const place = (rect) => [rect.left, rect.top, rect.width, rect.height].map(Math.round);
    const panel = scroller().getBoundingClientRect();
    return {
      name: root.dataset.cnnExplorer,
      state: root.dataset.state,
      sentence: sentence(root),
      picture: await picture(root),
      values: sliders(index).map((one) => one.getAttribute('aria-valuenow') ?? one.value),
      box: place(box),
      next: next ? place(next.getBoundingClientRect()) : null,
      scroll: Math.round(scroller().scrollTop),
      panel: place(panel),
    };
  };

  const execute = async (code, expression) => {
    const future = kernel().requestExecute({
      code, silent: false, store_history: false, user_expressions: { answer: expression },
    });
    const reply = (await future.done).content;
    if (reply.status !== 'ok') throw new Error(`${reply.ename}: ${reply.evalue}`);
    const answer = reply.user_expressions.answer;
    if (answer.status !== 'ok') throw new Error(`${answer.ename}: ${answer.evalue}`);
    return answer.data['text/plain'];
  };

  const frame = () => new Promise((done) => requestAnimationFrame(() => done()));
  const settle = async () => {
    await frame();
    await execute('', 'None');
    await execute('', 'None');
    await frame();
    await frame();
    const end = performance.now() + 10000;
    const busy = () => node().querySelector('[data-cnn-explorer][aria-busy=true]');
    while (busy() && performance.now() < end) await frame();
  };

  // True once nothing in the notebook's outputs has changed for `quiet` milliseconds: widgets draw
  // their children one promise after the other, and no event tells of the last one.
  const still = (quiet, limit) => new Promise((done) => {
    const started = performance.now();
    let last = started;
    const watch = new MutationObserver(() => { last = performance.now(); });
    watch.observe(node(), { childList: true, subtree: true });
    const look = () => {
      const now = performance.now();
      if (unsettled().length > 0) last = now;
      const stilled = now - last >= quiet;
      if (!stilled && now - started < limit) { requestAnimationFrame(look); return; }
      watch.disconnect();
      done(stilled);
    };
    look();
  });

  // JupyterLab shows a stored SVG as an <img>, whose title has to be read from its address.
  const titleOf = (address) => {
    if (!address.startsWith('data:image/svg+xml')) return '';
    const text = decodeURIComponent(address.slice(address.indexOf(',') + 1));
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    return parsed.querySelector('title')?.textContent || '';
  };

  const pictures = (cell) => {
    const found = [];
    const here = node().querySelectorAll('.jp-Cell')[cell];
    for (const one of here.querySelectorAll('.jp-OutputArea-output :is(svg, img)')) {
      if (one.parentElement.closest('svg') || one.closest('button')) continue;
      const box = one.getBoundingClientRect();
      const words = one.tagName === 'IMG'
        ? one.alt || titleOf(one.src)
        : one.getAttribute('aria-label') || one.querySelector('title')?.textContent;
      found.push({ width: box.width, height: box.height, words: words || '' });
    }
    return found;
  };

  // The model of the widget that the notebook's output shows.
  const modelId = (index) => {
    const cell = explorer(index).closest('.jp-Cell');
    const roots = [...cell.querySelectorAll('[data-cnn-explorer]')];
    const at = [...node().querySelectorAll('.jp-Cell')].indexOf(cell);
    const views = notebook().content.model.cells.get(at).toJSON().outputs
      .map((one) => one.data?.['application/vnd.jupyter.widget-view+json']?.model_id)
      .filter(Boolean);
    return views[roots.indexOf(explorer(index))];
  };

  return {
    notebook, kernel, node, explorer, output, scroller, sliders, sentence, keyStep, modelId,
    ready, still, settle, unsettled, findings, look, pictures, execute,
  };
})();
"""


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


@dataclass
class Look:
    """What one explorer shows at one moment."""

    name: str
    state: str
    sentence: str
    picture: str  #: SHA-256 of the picture's markup or bytes
    values: tuple[str, ...]  #: where each slider stands
    box: tuple[int, ...]  #: left, top, width, height of the explorer's output, in CSS pixels
    next: tuple[int, ...] | None  #: the same of the cell below
    scroll: int

    @property
    def place(self) -> tuple[Any, ...]:
        """Everything that has to stay put while a slider moves."""
        return (self.box, self.next and self.next[:2], self.scroll)


@dataclass
class Step:
    """One key pressed on one control, and what the explorer showed before and after."""

    control: str
    key: str
    before: Look
    after: Look

    def __str__(self) -> str:
        return f"{self.control}, {self.key}: {self.before.state} → {self.after.state}"


def dead_controls(steps: list[Step]) -> list[str]:
    """Return a sentence for each control that changes nothing, or not all that it should.

    A key that leaves the state as it was is no fault (the slider stood at its end), but one of
    those pressed on a control has to change it, and a new state has to bring a new picture and a
    new sentence.
    """
    found = []
    for control in dict.fromkeys(step.control for step in steps):
        mine = [step for step in steps if step.control == control]
        moved = [step for step in mine if step.before.state != step.after.state]
        if not moved:
            found.append(f"{control} is dead: no key changes the state")
        for step in moved:
            if step.before.sentence == step.after.sentence:
                found.append(f"{step}: the sentence stays {step.after.sentence!r}")
            if step.before.picture == step.after.picture:
                found.append(f"{step}: the picture stays the same")
            if not step.after.picture:
                found.append(f"{step}: there is no picture")
    return found


def layout_jumps(steps: list[Step]) -> list[str]:
    """Return a sentence for each key that moved the explorer, the cell below or the page."""
    return [
        f"{step}: the layout went from {step.before.place} to {step.after.place}"
        for step in steps
        if step.before.place != step.after.place
    ]


class Explorer:
    """One explorer in an open notebook, found by its place among all of them."""

    def __init__(self, owner: OpenNotebook, index: int) -> None:
        self.owner = owner
        self.page = owner.page
        self.index = index
        self.name: str = self.page.evaluate("(i) => cnnTest.explorer(i).dataset.cnnExplorer", index)

    def __repr__(self) -> str:
        return f"{self.name} (explorer {self.index + 1} of {self.owner.path.name})"

    @property
    def output(self) -> Any:
        """The notebook output that holds the explorer, as a Playwright locator."""
        root = self.page.locator("[data-cnn-explorer]").nth(self.index)
        return root.locator(
            "xpath=ancestor::*[contains(concat(' ', @class, ' '), ' jp-OutputArea-child ')][1]"
        )

    def look(self) -> Look:
        """Return what the explorer shows now."""
        seen = self.page.evaluate("(i) => cnnTest.look(i)", self.index)
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
        return self.page.evaluate("(i) => cnnTest.sliders(i).length", self.index)

    def slider(self, number: int) -> Any:
        """Return the handle of one slider (a Playwright element)."""
        return self.page.evaluate_handle(
            "([i, n]) => cnnTest.sliders(i)[n]", [self.index, number]
        ).as_element()

    def accessible_names(self) -> list[tuple[str, str]]:
        """Return (role, name) of every control, as the browser's accessibility tree has them."""
        wanted = {"slider", "button", "combobox", "listbox", "textbox", "spinbutton", "checkbox"}
        wanted |= {"radio", "switch", "togglebutton", "searchbox"}
        found = []
        for line in self.output.aria_snapshot().splitlines():
            match = re.match(r"\s*- (\w+)(?: (\".*?(?<!\\)\"|/.*/))?(?=[ :\[]|$)", line)
            if match and match.group(1) in wanted:
                found.append((match.group(1), (match.group(2) or "").strip('"')))
        return found

    def press(self, key: str) -> Look:
        """Press a key and return what the explorer shows once it has taken the key in."""
        self.page.keyboard.press(key)
        self.owner.settle()
        return self.look()

    def key_step(self, slider: int) -> float:
        """Return how far one arrow key moves a slider."""
        return self.page.evaluate("([i, n]) => cnnTest.keyStep(i, n)", [self.index, slider])

    def focus(self, slider: int) -> None:
        """Put the keyboard on a slider, and the explorer into view."""
        handle = self.slider(slider)
        self.output.scroll_into_view_if_needed()
        handle.focus()
        self.owner.settle()

    def tab_order(self) -> list[int]:
        """Return the sliders in the order in which Tab reaches them, starting on the first."""
        self.focus(0)
        reached = []
        for _ in range(4 * self.slider_count() + 20):
            where = self.page.evaluate(
                """(i) => [cnnTest.output(i).contains(document.activeElement),
                           cnnTest.sliders(i).indexOf(document.activeElement)]""",
                self.index,
            )
            if not where[0]:
                break
            if where[1] >= 0:
                reached.append(where[1])
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
            self.owner.settle()
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
        """Return the focused slider to a value with the arrow keys."""
        for _ in range(3):
            now = float(self.look().values[slider])
            presses = round((float(value) - now) / self.key_step(slider))
            if not presses:
                return
            for _ in range(abs(presses)):
                self.page.keyboard.press("ArrowRight" if presses > 0 else "ArrowLeft")
            self.owner.settle()

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
        except _timeout_error():
            return [f"Play changes nothing in {timeout:g} seconds"]
        self.page.keyboard.press("Enter")  # the focus is still on the same button
        if not self.button("Play").count():
            found.append("the button does not say Play again after Pause")
        self.owner.settle()
        after = self.look()
        if before.picture == after.picture or before.sentence == after.sentence:
            found.append("Play changes the state and not the picture and the sentence")
        return found

    def python_sentences(self, states: list[str]) -> list[str]:
        """Return what the explorer's own Python object says of each state, from the kernel."""
        return self.owner.evaluate(
            PYTHON_SENTENCES,
            "cnn_test_sentences("
            f"{self.page.evaluate('(i) => cnnTest.modelId(i)', self.index)!r}, {states!r})",
        )

    def leaking_keys(self, letters: str = "abxd") -> list[str]:
        """Return a sentence for each letter that reaches the notebook from a slider.

        In the notebook's command mode `a` and `b` insert a cell, `x` cuts one and `d`, twice,
        deletes one. The cells are put back afterwards.
        """
        found = []
        before = self.owner.cell_ids()
        for number in range(self.slider_count()):
            self.focus(number)
            for letter in letters:
                self.page.keyboard.press(letter)
                self.page.keyboard.press(letter)
                after = self.owner.cell_ids()
                if after != before:
                    found.append(f"slider {number + 1}: {letter!r} changed the notebook's cells")
                    self._undo_cells(before)
                    self.focus(number)
            self.owner.settle()
            if self.owner.cell_ids() != before:
                found.append(f"slider {number + 1}: the letters changed the notebook's cells")
                self._undo_cells(before)
        return found

    def _undo_cells(self, cells: list[str]) -> None:
        for _ in range(20):
            if self.owner.cell_ids() == cells:
                break
            self.owner.command("notebook:undo-cell-action")
        self.owner.wait_still()

    def screenshot(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.output.screenshot(path=str(path))


class OpenNotebook:
    """A notebook that is open in JupyterLab, alone in its page."""

    def __init__(self, lab: Lab, page: Any, path: Path) -> None:
        self.lab = lab
        self.page = page
        self.path = path
        self.messages: list[str] = []
        self.closing = False

    # ----------------------------------------------------------------- driving

    def wait_open(self, timeout: float = 60) -> None:
        """Wait until the cells are drawn and the kernel is idle."""
        self.page.wait_for_function(
            "(path) => window.cnnTest && cnnTest.ready(path)",
            arg=self.relative,
            timeout=timeout * 1000,
        )

    @property
    def relative(self) -> str:
        return self.path.relative_to(self.lab.folder).as_posix()

    def command(self, name: str, **arguments: Any) -> Any:
        """Run one of JupyterLab's commands and return whether it says true."""
        return self.page.evaluate(
            "async ([name, args]) => (await jupyterapp.commands.execute(name, args)) === true",
            [name, arguments],
        )

    def run_all(self, timeout: float = 120) -> None:
        """Run every cell, as the menu's "Run All Cells" does, and wait until the page is still."""
        self.page.evaluate("() => { window.cnnRan = null; }")
        self.page.evaluate(
            """() => { jupyterapp.commands.execute('notebook:run-all-cells')
                       .then((ok) => { window.cnnRan = ok === true; },
                             (error) => { window.cnnRan = false; }); }"""
        )
        try:
            self.page.wait_for_function("() => window.cnnRan !== null", timeout=timeout * 1000)
        except _timeout_error():
            self.messages.append(f"the cells were not done after {timeout} seconds")
            self.command("notebook:interrupt-kernel")
        self.wait_still()

    def wait_still(self, timeout: float = 15) -> None:
        """Wait until widgets and pictures are drawn; what never gets there becomes a problem."""
        still = self.page.evaluate("() => cnnTest.still(250, 2000)")
        if not still and not self.messages:  # after a console error it would wait for nothing
            still = self.page.evaluate("(limit) => cnnTest.still(250, limit)", timeout * 1000)
        if not still:
            waits = sorted(set(self.page.evaluate("() => cnnTest.unsettled()")))
            self.messages += waits or [f"the outputs still change after {timeout} seconds"]

    def settle(self) -> None:
        """Wait until whatever was asked of the page and of the kernel has been answered.

        The kernel works through its messages in order, so when it answers an empty one, it has
        answered those before. Twice, because a widget keeps its second message back until the
        first one has been answered.
        """
        self.page.evaluate("() => cnnTest.settle()")

    def evaluate(self, code: str, expression: str) -> Any:
        """Run `code` in the notebook's kernel and return the literal value of `expression`."""
        answer = self.page.evaluate(
            "([code, expression]) => cnnTest.execute(code, expression)", [code, expression]
        )
        return ast.literal_eval(answer)

    def save(self) -> dict[str, Any]:
        """Save the copy and return what is now in the file."""
        self.command("docmanager:save")
        return json.loads(self.path.read_text(encoding="utf-8"))

    def cell_ids(self) -> list[str]:
        return self.page.evaluate(
            """() => [...Array(cnnTest.notebook().content.model.cells.length).keys()]
                     .map((i) => cnnTest.notebook().content.model.cells.get(i).id)"""
        )

    def cells(self) -> list[dict[str, Any]]:
        """Return the cells as they stand in the page, in the notebook format."""
        return self.page.evaluate("() => cnnTest.notebook().content.model.toJSON().cells")

    # ---------------------------------------------------------------- judging

    def explorers(self) -> list[Explorer]:
        count = self.page.evaluate("() => document.querySelectorAll('[data-cnn-explorer]').length")
        return [Explorer(self, index) for index in range(count)]

    def pictures(self, cell: int) -> list[dict[str, Any]]:
        """Return each picture in a cell's outputs: width and height shown, and its words.

        The words are its alternative text or its title.
        """
        return self.page.evaluate("(i) => cnnTest.pictures(i)", cell)

    def problems(self, executed: bool = True) -> list[str]:
        """Return everything that a reader would call broken, as sentences.

        With ``executed=False`` cells need not have been run in this page.
        """
        found = self.page.evaluate("() => cnnTest.findings()")
        if not executed:
            found = [one for one in found if not one.endswith("was not executed")]
        return list(dict.fromkeys(found + self.messages))

    def screenshots(self, folder: Path) -> list[Path]:
        """Photograph the whole notebook, one screenful after the other."""
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("page-*.*"):
            old.unlink()
        made = []
        self.page.evaluate("() => { cnnTest.scroller().scrollTop = 0; }")
        while True:
            path = folder / f"page-{len(made) + 1:02}.jpg"  # half the time of a PNG
            self.page.screenshot(path=str(path), type="jpeg", quality=80)
            made.append(path)
            moved = self.page.evaluate(
                """() => { const box = cnnTest.scroller(), was = box.scrollTop;
                           box.scrollTop = was + box.clientHeight - 40;
                           return box.scrollTop > was + 1; }"""
            )
            if not moved or len(made) >= 60:
                return made

    def stop_kernel(self) -> None:
        """Shut the kernel down and leave the notebook open."""
        self.page.evaluate("async () => { await cnnTest.notebook().sessionContext.shutdown(); }")

    def close(self) -> None:
        """Shut the kernel down and close the notebook, without saving."""
        # JupyterLab's debugger complains of a kernel that goes away while it asks it something.
        self.closing = True
        try:
            self.stop_kernel()
            self.page.evaluate("() => { cnnTest.notebook().dispose(); }")
        except _playwright_error():
            self.lab.forget_page()


def _playwright_error() -> type[Exception]:
    from playwright.sync_api import Error

    return Error


def _timeout_error() -> type[Exception]:
    from playwright.sync_api import TimeoutError as PlaywrightTimeout

    return PlaywrightTimeout


# ----------------------------------------------------------------- server and browser


@dataclass
class Lab:
    """One JupyterLab server on a free loopback port and one headless browser.

    Use it as a context manager; server, kernels and browser are stopped whatever happens.
    `windowing` is JupyterLab's setting: "none" draws every cell, so that all pictures can be looked
    at; None leaves JupyterLab's default, which draws those in view.
    """

    windowing: str | None = "none"
    viewport: tuple[int, int] = (1280, 900)
    browser: bool = True
    folder: Path = field(init=False)
    _stack: contextlib.ExitStack = field(init=False, default_factory=contextlib.ExitStack)
    current: OpenNotebook | None = field(init=False, default=None)
    _page: Any = field(init=False, default=None)

    def __enter__(self) -> Lab:
        try:
            self._start()
        except BaseException:
            self._stack.close()
            raise
        return self

    def __exit__(self, *exception: object) -> None:
        self._stack.close()

    def _start(self) -> None:
        # resolve(): macOS's temporary folder is a symbolic link.
        root = Path(tempfile.mkdtemp(prefix="cnn-lab-")).resolve()
        self._stack.callback(shutil.rmtree, root, ignore_errors=True)
        self.root = root
        self.folder = root / "notebooks"
        self.folder.mkdir()
        if self.browser:
            self._start_browser()  # first, because it is the one that may be missing
        self._start_server()

    def _start_server(self) -> None:
        root = self.root
        places = {
            "JUPYTER_CONFIG_DIR": "config",
            "JUPYTER_DATA_DIR": "data",
            "JUPYTER_RUNTIME_DIR": "runtime",
            "JUPYTERLAB_SETTINGS_DIR": "settings",
            "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
            "IPYTHONDIR": "ipython",
        }
        environment = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("JUPYTER", "PYTEST", "COV_")) and key != "MPLBACKEND"
        }
        for variable, name in places.items():
            (root / name).mkdir()
            environment[variable] = str(root / name)
        settings = dict(SETTINGS)
        if self.windowing is not None:
            settings["@jupyterlab/notebook-extension/tracker"] = {"windowingMode": self.windowing}
        for name, value in settings.items():
            path = root / "settings" / f"{name}.jupyterlab-settings"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(value), encoding="utf-8")

        self.token = hashlib.sha256(os.urandom(32)).hexdigest()[:32]
        command = [sys.executable, "-m", "jupyterlab", "--no-browser"]
        command += ["--ServerApp.ip=127.0.0.1", "--ServerApp.port=0"]  # 0: any free port
        command += [f"--ServerApp.root_dir={self.folder}"]
        command += [f"--IdentityProvider.token={self.token}"]
        command += ["--LabApp.expose_app_in_browser=True", "--LabApp.news_url=None"]
        command += ["--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
        command += ["--LabApp.extension_manager=readonly"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.append("--allow-root")
        self.log = root / "server.log"
        with self.log.open("w") as log:
            # A session of its own: Ctrl-C reaches the tests, and these stop the server in order.
            process = subprocess.Popen(
                command,
                cwd=root,
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        self.process = process
        atexit.register(self._stop_server)
        self._stack.callback(self._stop_server)
        self.url = self._wait_for_server()

    def _wait_for_server(self, timeout: float = 60) -> str:
        """Return the address, once the server has written down that it listens."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            if self.process.poll() is not None:
                break
            for path in (self.root / "runtime").glob("jpserver-*.json"):
                with contextlib.suppress(ValueError, KeyError):
                    return json.loads(path.read_text(encoding="utf-8"))["url"]
            time.sleep(0.02)
        raise RuntimeError(f"JupyterLab did not start:\n{self.log.read_text()[-3000:]}")

    def _stop_server(self) -> None:
        atexit.unregister(self._stop_server)
        process = self.process
        if process.poll() is not None:
            return
        process.terminate()  # the server shuts its kernels down
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            if hasattr(os, "killpg"):
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
            process.kill()
            process.wait(5)

    def _start_browser(self) -> None:
        executable = check_browser()
        from playwright.sync_api import Error, sync_playwright

        flags = list(BROWSER_FLAGS)
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            flags.append("--no-sandbox")  # Chromium refuses to run as root with it
        playwright = self._stack.enter_context(sync_playwright())
        try:
            browser = playwright.chromium.launch(executable_path=executable, args=flags)
        except Error as error:
            if executable is None:
                raise BrowserMissing(INSTALL_A_BROWSER) from error
            raise
        self._stack.callback(browser.close)
        width, height = self.viewport
        # One context for all notebooks: JupyterLab's files are then fetched once.
        self.context = browser.new_context(viewport={"width": width, "height": height})
        self.context.add_init_script(PAGE_SCRIPT)

    # ---------------------------------------------------------------- notebooks

    def copy(self, source: Path, folder: str = ".", name: str | None = None) -> Path:
        """Copy a notebook into the served folder, under a name that is not taken."""
        target = self.folder / folder / (name or source.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        return target

    def trust(self, path: Path) -> None:
        """Sign a notebook, as "Trust Notebook" does."""
        import nbformat
        from nbformat.sign import NotebookNotary

        notary = NotebookNotary(data_dir=str(self.root / "data"))
        notary.sign(nbformat.read(path, as_version=4))
        notary.store.close()

    def open(self, path: Path, *, timeout: float = 60) -> OpenNotebook:
        """Open a notebook of the served folder; one is open at a time."""
        if self.current is not None and not self.current.closing:
            self.current.close()
        if self._page is None:
            # JupyterLab takes 3 seconds to load, so the notebooks share one page.
            page = self._page = self.context.new_page()
            page.on("console", self._on_console)
            page.on("pageerror", lambda error: self._report(f"page error: {error}"))
            page.on("request", lambda request: self._on_address(request.url))
            page.on("websocket", lambda socket: self._on_address(socket.url))
            page.on("response", self._on_response)
            page.on("crash", lambda page: self._report("the page crashed"))
            self.current = OpenNotebook(self, page, path)
            page.goto(
                f"{self.url}doc/workspaces/test/tree/{quote(self.current.relative)}"
                f"?reset&token={self.token}",
                wait_until="commit",
            )
        else:
            self.current = OpenNotebook(self, self._page, path)
            self._page.evaluate(
                "(path) => { jupyterapp.commands.execute("
                "'docmanager:open', { path, factory: 'Notebook' }); }",
                self.current.relative,
            )
        self.current.wait_open(timeout)
        return self.current

    def forget_page(self) -> None:
        """Close the page; the next notebook gets a new one."""
        page, self._page = self._page, None
        if page is not None:
            with contextlib.suppress(_playwright_error()):
                page.close()

    @contextlib.contextmanager
    def opened(self, path: Path) -> Iterator[OpenNotebook]:
        """Open a notebook, and close it afterwards."""
        notebook = self.open(path)
        try:
            yield notebook
        finally:
            notebook.close()

    # ---------------------------------------------------------------- listening

    def _report(self, message: str) -> None:
        if self.current is not None and not self.current.closing:
            self.current.messages.append(message)

    def _on_console(self, message: Any) -> None:
        if message.type != "error":
            return
        if any(re.fullmatch(pattern, message.text, re.S) for pattern in ALLOWED_CONSOLE_ERRORS):
            return
        self._report(f"console error: {message.text[:300]}")

    def _on_address(self, address: str) -> None:
        if address.startswith(("data:", "about:", "blob:" + self.url)):
            return
        if address.startswith((self.url, "ws" + self.url.removeprefix("http"))):
            return
        self._report(f"request to the outside: {address[:200]}")

    def _on_response(self, response: Any) -> None:
        if response.status >= 400 and response.url.startswith(self.url):
            self._report(f"the server answered {response.status} for {response.url}")
