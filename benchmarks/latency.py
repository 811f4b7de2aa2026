"""How quickly the explorers answer a key, measured in JupyterLab in a headless Chromium.

    python benchmarks/latency.py            print the table; exit status 1 when a goal is missed
    python benchmarks/latency.py --write    also put it into benchmarks/README.md

Real keys are pressed on real sliders, and the page itself takes the times with `performance.now()`:

*   **Key to picture** starts in a `keydown` listener in the capture phase of the window, so before
    any code of JupyterLab, ipywidgets or ours has seen the key. It ends when the explorer shows the
    new state: its picture and sentence have changed (a mutation observer), `<img>`s are decoded,
    and the browser has computed style and layout, which reading a box forces. What is left is to
    paint the frame.
*   **Pointing** starts at a `pointermove` onto a cell that leads to another state, **typing** at a
    key in a cell that takes a number; both end as above. What is typed is computed by the kernel,
    so typing has the goal of the photographs.
*   **Key to frame** goes on to the end of the next animation frame: a task posted from within
    `requestAnimationFrame`, so after the frame's paint. It contains the wait for the screen's next
    refresh, 0 to 17 ms at 60 Hz, which an empty page has as well; so it is shown, not judged.
*   **Held key**: 42 `keydown`s, 33 ms apart, as the keyboard's repeat sends them, on the slider
    with the most stops, turning round at its ends. *Drawn* counts the different pictures that were
    there in an animation frame, so that a reader could see them; *settles* is the time from the
    last `keydown`'s `keyup` to the last new picture.

Keys wait until the kernel is idle, as it is when a reader looks at one picture before pressing the
next key, except while a key is held. The presses go to all sliders in turn (to the choices, where
there are none), each to and fro between its ends, so that most states come once and few are
remembered from before.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import statistics
import sys
import time
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "browser"))

from harness.chromium import BrowserMissing  # noqa: E402
from harness.explorer import Explorer  # noqa: E402
from harness.lab import Lab  # noqa: E402

from cnnhelpers import explore  # noqa: E402

README = ROOT / "benchmarks" / "README.md"
HEADING = "## Latency"
REPEATS = 42
INTERVAL = 0.033  # seconds between the repeats of a held key
DRAWN, SETTLES = 21, 150

RECORDER = r"""
window.cnnLatency = (() => {
  let root = null, presses = [], press = null, held = null;
  const now = () => performance.now();

  // Resolves when every picture can be painted: decoded, styled, laid out.
  const laidOut = async () => {
    const images = [...root.querySelectorAll('img')];
    await Promise.all(images.map((image) => image.decode().catch(() => null)));
    root.getBoundingClientRect();
  };

  const changed = async () => {
    const mine = press;
    const state = root.dataset.state;
    if (!mine || mine.seen || state === mine.state) return;
    mine.seen = true;
    if (root.querySelector('img')) await laidOut(); else root.getBoundingClientRect();
    mine.picture = now() - mine.start;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { mine.frame = now() - mine.start; presses.push(mine); };
      channel.port2.postMessage(null);
    });
  };
  const observer = new MutationObserver(changed);

  addEventListener('keydown', (event) => {
    if (root && event.key.startsWith('Arrow')) press = { start: now(), state: root.dataset.state };
  }, true);
  addEventListener('pointermove', (event) => {
    if (root?.contains(event.target)) press = { start: now(), state: root.dataset.state };
  }, true);
  addEventListener('keyup', () => { if (held) held.up = now(); }, true);

  const watch = (element) => {
    observer.disconnect();
    root = element;
    presses = [];
    press = null;
    observer.observe(root, { attributes: true, attributeFilter: ['data-state'] });
  };

  // Counts what a frame shows: a picture that is replaced before its frame is never seen.
  const hold = () => {
    held = { frames: 0, up: 0, last: 0 };
    let shown = look();
    const frame = () => {
      if (!held) return;
      const seen = look();
      if (seen !== shown) { shown = seen; held.frames += 1; held.last = now(); }
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  };
  const look = () => [...root.querySelectorAll('img')]
    .map((image) => (image.complete ? image.src : '')).join() + root.dataset.state;
  const release = () => { const result = held; held = null; return result; };

  return { watch, hold, release, presses: () => presses };
})();
"""


@dataclass(frozen=True)
class Kind:
    """What is asked of one kind of explorer: median and 95th percentile in ms."""

    name: str
    median: float
    most: float


GRID = Kind("grid", 8, 25)
DRAWING = Kind("photographs", 60, 110)
TYPING = Kind("typing", 60, 110)  # what is typed is computed by the kernel

# Drawn by the kernel at each step, not looked up among pictures that are there.
DRAWN_BY_THE_KERNEL = {"PhotographExplorer", "DrawDigitExplorer"}

# What a cell says to show each explorer that there is, and how quick it has to be.
EXPLORERS = {
    name: (f"explore.{name}()", DRAWING if name in DRAWN_BY_THE_KERNEL else GRID)
    for name, one in ((name, getattr(explore, name)) for name in explore.__all__)
    if isinstance(one, type) and issubclass(one, explore.Explorer) and one is not explore.Explorer
}


@dataclass
class Result:
    """The times of one explorer, in ms."""

    name: str
    kind: Kind
    picture: list[float]
    frame: list[float]
    drawn: int
    settles: float
    pointing: list[float] = field(default_factory=list)  # empty: nothing to point at
    typing: list[float] = field(default_factory=list)

    def misses(self) -> list[str]:
        """Return the goals that are missed, as sentences."""
        found = []
        goals = [("time to settle", self.settles, SETTLES)]
        for how, times, kind in (
            ("", self.picture, self.kind),
            ("pointing, ", self.pointing, self.kind),
            ("typing, ", self.typing, TYPING),
        ):
            if times:
                goals.append((f"{how}median", statistics.median(times), kind.median))
                goals.append((f"{how}95th percentile", percentile(times, 95), kind.most))
        for what, value, goal in goals:
            if value > goal:
                found.append(f"{self.name}: {what} {value:.1f} ms, the goal is {goal:g} ms")
        if self.drawn < DRAWN:
            found.append(
                f"{self.name}: {self.drawn} of {REPEATS} pictures drawn while a key is held, "
                f"the goal is {DRAWN}"
            )
        return found

    def row(self) -> str:
        cells = [
            self.name,
            times_of(self.picture),
            times_of(self.pointing),
            f"{self.kind.median:g} / {self.kind.most:g}",
            times_of(self.typing),
            f"{TYPING.median:g} / {TYPING.most:g}" if self.typing else "",
            times_of(self.frame),
            f"{self.drawn} / {self.settles:.0f}",
            f"{DRAWN} / {SETTLES}",
            "missed" if self.misses() else "met",
        ]
        return "| " + " | ".join(cells) + " |"


def times_of(values: list[float]) -> str:
    """Return median / 95th percentile, or nothing where nothing was measured."""
    if not values:
        return ""
    return f"{statistics.median(values):.1f} / {percentile(values, 95):.1f}"


def percentile(values: list[float], percent: float) -> float:
    """Return the smallest value that at least `percent` of the values do not exceed."""
    ordered = sorted(values)
    rank = -(-len(ordered) * percent // 100)  # rounded up
    return ordered[int(rank) - 1]


def measure(explorer: Explorer, kind: Kind, presses: int) -> Result:
    """Press keys on every control of an explorer, then hold one down."""
    page = explorer.page
    page.evaluate("(i) => cnnLatency.watch(cnnTest.explorer(i))", explorer.index)
    sweep = Sweep()
    done = failed = 0
    moved = controls(explorer)
    while done < presses:
        control = moved[(done + failed) % len(moved)]
        control.focus()
        page.keyboard.press(sweep.key(control))
        if answered(explorer, done + 1):
            done += 1
        else:
            failed += 1  # a slider beyond what the others allow changes nothing
            if failed > presses:
                raise RuntimeError(f"{explorer}: {failed} key presses changed no picture")
    times = page.evaluate("() => cnnLatency.presses()")
    drawn, settles = hold(explorer)
    pointing, typing = point(explorer, presses), type_numbers(explorer, presses)
    return Result(
        name=explorer.name,
        kind=kind,
        picture=[one["picture"] for one in times],
        frame=[one["frame"] for one in times],
        drawn=drawn,
        settles=settles,
        pointing=pointing,
        typing=typing,
    )


def answered(explorer: Explorer, count: int, timeout: float = 2.0) -> bool:
    """Wait for the picture of the last key; False when the key changes none."""
    return explorer.page.evaluate(
        """async ([count, limit]) => {
          const end = performance.now() + limit;
          const frame = () => new Promise((done) => requestAnimationFrame(() => done()));
          const there = () => cnnLatency.presses().length >= count;
          for (let i = 0; i < 6 && !there(); i++) await frame();
          if (!there()) await cnnTest.settle();
          for (let i = 0; i < 6 && !there() && performance.now() < end; i++) await frame();
          return there();
        }""",
        [count, timeout * 1000],
    )


def controls(explorer: Explorer) -> list[Control]:
    """Return what is moved with arrow keys: the sliders, or the choices where there is none."""
    sliders = explorer.slider_count()
    if sliders:
        return [Control(explorer, number) for number in range(sliders)]
    choices = explorer.output.locator("fieldset.cnn-choice, select")
    return [Control(explorer, number, choices.nth(number)) for number in range(choices.count())]


@dataclass(frozen=True)
class Control:
    """A slider, or a choice: options beside each other, or in a list."""

    explorer: Explorer
    number: int
    choice: Locator | None = None

    def focus(self) -> None:
        """Put the keyboard on it, in view."""
        if self.choice is None:
            return self.explorer.focus(self.number)
        self.explorer.output.scroll_into_view_if_needed()
        inside = self.choice.locator("input:checked")
        (inside if inside.count() else self.choice).focus()
        self.explorer.owner.settle()

    def stops(self) -> tuple[int, int]:
        """Return at which of its stops it stands, counted from 0, and which is the last."""
        if self.choice is not None:
            at, count = self.choice.evaluate(
                """(one) => { const all = [...(one.options ?? one.querySelectorAll('input'))];
                  return [all.findIndex((each) => each.selected ?? each.checked), all.length]; }"""
            )
            return at, count - 1
        value, low, high = self.explorer.slider(self.number).evaluate(
            """(one) => (one.type === 'range' ? [one.value, one.min, one.max]
              : ['now', 'min', 'max'].map((name) => one.getAttribute(`aria-value${name}`))
            ).map(Number)"""
        )
        step = self.explorer.key_step(self.number)
        return round((value - low) / step), round((high - low) / step)


def point(explorer: Explorer, moves: int) -> list[float]:
    """Move the pointer over what leads to states, cell by cell; return the ms to each picture."""
    page = explorer.page
    explorer.output.scroll_into_view_if_needed()
    boxes = explorer.output.locator(".cnn-leads:not(.cnn-types)")
    boxes = [one.bounding_box() for one in boxes.all() if one.is_visible()]
    page.evaluate("(i) => cnnLatency.watch(cnnTest.explorer(i))", explorer.index)
    done, tried = 0, 0
    while boxes and done < moves and tried < 4 * moves:
        box = boxes[tried % len(boxes)]
        # To and fro along the diagonal, so that each move reaches another cell.
        share = abs((tried * 0.37) % 2 - 1)
        page.mouse.move(
            box["x"] + box["width"] * (0.02 + 0.96 * share),
            box["y"] + box["height"] * (0.02 + 0.96 * (1 - share)),
        )
        done += answered(explorer, done + 1, timeout=0.2)
        tried += 1
    return [one["picture"] for one in page.evaluate("() => cnnLatency.presses()")]


def type_numbers(explorer: Explorer, presses: int) -> list[float]:
    """Count up in cells with an arrow key; return the ms to each picture."""
    page = explorer.page
    cells = explorer.output.locator(".cnn-types")
    if not cells.count():
        return []
    cells.first.focus()
    page.keyboard.press("Enter")
    page.evaluate("(i) => cnnLatency.watch(cnnTest.explorer(i))", explorer.index)
    done = 0
    for _ in range(3 * presses):
        page.keyboard.press("ArrowUp")  # each number is new: the page has not seen its picture
        if answered(explorer, done + 1, timeout=0.5):
            done += 1
        else:  # the largest number that may be typed: go on in the next cell
            for key in ("Enter", "ArrowRight", "Enter"):
                page.keyboard.press(key)
        if done == presses:
            break
    page.keyboard.press("Enter")
    explorer.owner.settle()
    return [one["picture"] for one in page.evaluate("() => cnnLatency.presses()")]


class Sweep:
    """Moves each control to and fro between its ends, so that most states come only once."""

    def __init__(self) -> None:
        self.keys: dict[int, str] = {}

    def key(self, control: Control) -> str:
        """Return the arrow key to press next on a control."""
        at, last = control.stops()
        key = self.keys.get(control.number, "ArrowRight")
        if at <= 0:
            key = "ArrowRight"
        elif at >= last:
            key = "ArrowLeft"
        self.keys[control.number] = key
        return key


def hold(explorer: Explorer) -> tuple[int, float]:
    """Hold an arrow key; return how many pictures were drawn and the ms to settle."""
    page = explorer.page
    control = max(controls(explorer), key=lambda one: one.stops()[1])
    control.focus()
    for _ in range(control.stops()[0] if control.choice else 0):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("Home")
    explorer.owner.settle()
    last = control.stops()[1]
    page.evaluate("() => cnnLatency.hold()")
    start = time.perf_counter()
    key = "ArrowRight"
    for repeat in range(REPEATS):
        turn = "ArrowLeft" if repeat // last % 2 else "ArrowRight"
        if turn != key:
            page.keyboard.up(key)
            key = turn
        time.sleep(max(0.0, start + repeat * INTERVAL - time.perf_counter()))
        page.keyboard.down(key)
    page.keyboard.up(key)
    page.evaluate("async () => { await cnnTest.settle(); await cnnTest.settle(); }")
    held = page.evaluate("() => cnnLatency.release()")
    return held["frames"], max(0.0, held["last"] - held["up"])


def machine(lab: Lab) -> str:
    """Describe what was measured on, in a sentence."""
    name = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        found = re.search(r"^model name\s*:\s*(.+)$", cpuinfo.read_text(), re.M)
        name = found.group(1) if found else name
    browser = lab.context.browser.version
    return (
        f"{os.cpu_count()} cores of {name}, {platform.system()}; "
        f"Python {platform.python_version()}, JupyterLab {version('jupyterlab')}, "
        f"ipywidgets {version('ipywidgets')}, anywidget {version('anywidget')}, "
        f"headless Chromium {browser.split('.')[0]} without a GPU."
    )


def table(results: list[Result], described: str, presses: int) -> str:
    """Return the section of benchmarks/README.md."""
    lines = [
        HEADING,
        "",
        f"Measured on {date.today().isoformat()} with `python benchmarks/latency.py --write`: "
        f"{described}",
        "",
        f"Times in ms, median / 95th percentile of {presses} key presses on all sliders in turn "
        "(on the choices, where there is none). "
        "*Key to picture* ends when the new picture is in the page, decoded and laid out; "
        "*pointing* and *typing* likewise, from a move of the pointer to another cell, and from a "
        "key in a cell whose number the kernel computes with; *key to "
        "frame* after the paint of the next frame, and so contains the wait for the screen, up to "
        f"17 ms. *Held key*: pictures drawn of {REPEATS} repeats at 33 ms / ms to settle after the "
        "key is up; at least so many, at most so long. `latency.py` says it exactly.",
        "",
        "| explorer | key to picture | pointing | goal | typing | goal | key to frame | held key "
        "| goal | |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    return "\n".join(lines + [result.row() for result in results]) + "\n"


def write_section(text: str, path: Path = README, heading: str = HEADING) -> None:
    """Put the section into the file, in place of the one that is there; others stay as they are."""
    old = path.read_text(encoding="utf-8") if path.exists() else "# Benchmarks\n"
    pattern = re.compile(rf"^{re.escape(heading)}$.*?(?=^## |\Z)", re.M | re.S)
    if pattern.search(old):
        new = pattern.sub(lambda found: text + ("\n" if found.end() < len(old) else ""), old)
    else:
        new = old.rstrip("\n") + "\n\n" + text
    path.write_text(new, encoding="utf-8")


def write_notebook(path: Path, source: str) -> Path:
    """Write a notebook that shows one explorer, with a cell below it."""
    from nbformat import write
    from nbformat.v4 import new_code_cell, new_notebook

    cells = ["from cnnhelpers import explore", source, "1 + 1"]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"kernelspec": kernel}
    path.parent.mkdir(parents=True, exist_ok=True)
    write(new_notebook(metadata=metadata, cells=[new_code_cell(one) for one in cells]), path)
    return path


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--presses", type=int, default=60, help="keys an explorer (at least 60)")
    parser.add_argument("--only", choices=EXPLORERS, action="append", help="measure these alone")
    parser.add_argument("--write", action="store_true", help="update benchmarks/README.md")
    options = parser.parse_args(argv)
    if options.write and options.only:
        parser.error("--write puts down the whole table; leave --only out")
    names = options.only or list(EXPLORERS)
    results = []
    try:
        with Lab(windowing=None) as lab:  # JupyterLab as a reader has it
            for name in names:
                source, kind = EXPLORERS[name]
                with lab.opened(write_notebook(lab.folder / f"{name}.ipynb", source)) as notebook:
                    notebook.run_all()
                    problems = notebook.problems()
                    if problems:
                        print(f"latency.py: {name}: {'; '.join(problems)}", file=sys.stderr)
                        return 1
                    notebook.page.evaluate(RECORDER)
                    results.append(measure(notebook.explorers()[0], kind, options.presses))
            described = machine(lab)
    except BrowserMissing as missing:
        print(f"latency.py: {missing}", file=sys.stderr)
        return 2
    text = table(results, described, options.presses)
    print(text)
    if options.write:
        write_section(text)
    misses = [miss for result in results for miss in result.misses()]
    for miss in misses:
        print(miss, file=sys.stderr)
    return 1 if misses else 0


if __name__ == "__main__":
    sys.exit(main())
