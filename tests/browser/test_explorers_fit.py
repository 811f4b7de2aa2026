"""Every explorer in windows of several sizes, in themes, and under axe's rules."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from explorers_shown import Shown, shown
from harness.axe import serious
from harness.lab import Lab

from cnnhelpers import explore

GOALS = "goals=[explore.Goal(f'Goal {n}.', lambda seen: False) for n in range(3)]"
CROSS = "[[r == c for c in range(28)] for r in range(28)]"
# With a learner's function where there is one: then there is most to show.
ARGUMENTS = {
    "ActivationExplorer": "lambda g, x: x",
    "BottleneckExplorer": "lambda *a: 5",
    "DrawDigitExplorer": f"drawing={CROSS}",
    "OutputSizeExplorer": "lambda *a, **k: 4",
    "ReceptiveFieldExplorer": "lambda layers: 7",
    "WhereExplorer": "lambda *a: (1, 1, 1, 0, 0)",  # wrong in all layers: crosses below all bars
}
NO_PICTURES = {"Explorer"}  # what the others are made from


def sources() -> dict[str, str]:
    """Return a call for each explorer that there is, by its name."""
    found = {}
    for name in explore.__all__:
        one = getattr(explore, name)
        if isinstance(one, type) and issubclass(one, explore.Explorer) and name not in NO_PICTURES:
            given = [ARGUMENTS[name]] if name in ARGUMENTS else []
            found[name] = f"explore.{name}({', '.join([*given, GOALS])})"
    return found


SOURCES = sources()

MEASURE = """(root) => {
  const panel = root.closest('.jp-WindowedPanel-outer');
  const svg = root.querySelector('.cnn-picture > svg');
  const box = (node) => node.getBoundingClientRect();
  const intrinsic = (select) => {  // how wide it is with the option that is chosen
    const alone = select.cloneNode(false);
    alone.append(select.selectedOptions[0].cloneNode(true));
    alone.style.cssText = 'position: absolute; visibility: hidden; width: auto; max-width: none';
    select.parentNode.append(alone);
    const { width } = alone.getBoundingClientRect();
    alone.remove();
    return width;
  };
  const shown = (node) => node.getClientRects().length > 0;
  const scale = box(svg).width / svg.viewBox.baseVal.width;
  const sizes = [...svg.querySelectorAll('text')].filter(shown).map((text) =>
    scale * parseFloat(text.closest('[font-size]').getAttribute('font-size')));
  const words = [...root.querySelectorAll('.cnn-controls *, .cnn-words *, .cnn-note')]
    .filter((node) => shown(node) && node.childNodes.length && node.textContent.trim())
    .map((node) => parseFloat(getComputedStyle(node).fontSize));
  // Words, tracks, numbers and buttons: how many of them lie on another one.
  const pieces = [...root.querySelectorAll('.cnn-controls :is(span, legend, output, select, '
    + 'button, .cnn-slider > input, .cnn-choice > div, .cnn-goals > li)')]
    .filter((node) => shown(node) && !node.closest('.cnn-pad')
      && !node.parentElement.closest('button, .cnn-choice > div, .cnn-goals > li'))
    .map(box).filter((one) => one.width > 1 && one.height > 1);
  const onto = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2;
  const parts = [...root.querySelectorAll(
    '.cnn-controls > *, .cnn-controls input, .cnn-controls select, .cnn-picture, .cnn-sentence')]
    .filter(shown).map(box);
  return {
    panel: panel.clientHeight,
    height: Math.max(...parts.map((one) => one.bottom)) - Math.min(...parts.map((one) => one.top)),
    column: box(root).width,
    widest: Math.max(...parts.map((one) => one.right)) - box(root).left,
    over: root.dataset.layout === 'side'
      ? Math.max(...[...root.querySelectorAll('.cnn-controls *')].filter(shown)
          .map((one) => box(one).right)) - box(svg).left : 0,
    laid: pieces.filter((one, at) => pieces.slice(at + 1).some((other) => onto(one, other))).length,
    cut: [...root.querySelectorAll('select')].filter(
      (one) => one.getBoundingClientRect().width < intrinsic(one) - 1).length,
    used: Math.max(box(svg).right, ...parts.map((one) => one.right)) - box(root).left,
    picture: box(svg).width,
    smallest: Math.min(...sizes),
    words: Math.min(...words),
  };
}"""


@pytest.fixture(scope="module")
def every(lab: Lab) -> Iterator[dict[str, Shown]]:
    # In a new page: sizes are measured here, and nothing that other tests left may count.
    if lab.current is not None and not lab.current.closing:
        lab.current.close()
    lab.forget_page()
    with shown(lab, *SOURCES.values()) as found:
        try:
            yield dict(zip(SOURCES, found, strict=True))
        finally:
            found[0].page.set_viewport_size({"width": lab.viewport[0], "height": lab.viewport[1]})


def measured(
    every: dict[str, Shown], width: int, height: int, bars: int = 0
) -> dict[str, dict[str, float]]:
    """Return what each explorer measures in a window of this size, in CSS pixels.

    `bars` is what scroll bars take from the panel. The browser of the tests has none, so a border
    stands for them.
    """
    first = next(iter(every.values()))
    first.page.set_viewport_size({"width": width, "height": height})
    rule = f"border: solid #cccccc; border-width: 0 {bars}px {bars}px 0; box-sizing: border-box"
    style = first.page.add_style_tag(content=f".jp-WindowedPanel-outer {{ {rule}; }}")
    try:
        first.notebook.wait_still()
        return {name: one.root.evaluate(MEASURE) for name, one in every.items()}
    finally:
        style.evaluate("(style) => style.remove()")


@pytest.mark.parametrize("bars", [0, 9])
@pytest.mark.parametrize(
    ("width", "height"),
    [(1366, 768), (853, 480)],  # 853×480: a window of 1280×720 with 150 % zoom
)
def test_controls_picture_and_sentence_are_visible_together(
    every: dict[str, Shown], width: int, height: int, bars: int
) -> None:
    for name, found in measured(every, width, height, bars).items():
        assert found["height"] <= found["panel"], (name, found)
        assert found["smallest"] >= 11 and found["words"] >= 11, (name, found)
        assert found["widest"] <= found["column"] + 1, (name, found)
        assert found["over"] <= 0 and found["cut"] == found["laid"] == 0, (name, found)
    if height == 480:
        assert found["panel"] == 368 - bars


@pytest.mark.parametrize("bars", [0, 9])
@pytest.mark.parametrize("width", [742, 1920])  # 742: a column of some 640 pixels, and a projector
def test_no_column_is_left_a_third_empty_and_letters_are_legible(
    every: dict[str, Shown], width: int, bars: int
) -> None:
    for name, found in measured(every, width, 1080, bars).items():
        assert found["smallest"] >= 10.99 and found["words"] >= 11, (name, found)
        assert found["used"] >= 2 / 3 * found["column"], (name, found)
        assert found["widest"] <= found["column"] + 1, (name, found)
        assert found["over"] <= 0 and found["cut"] == found["laid"] == 0, (name, found)
        assert found["height"] <= found["panel"], (name, found)


def test_goals_can_be_read_in_a_low_window(every: dict[str, Shown]) -> None:
    """There the words make room for the picture; a button shows them, by keyboard as well."""
    measured(every, 853, 480)
    for name, one in every.items():
        button = one.button("Try to: 0 of 3 reached")
        goals = one.root.get_by_role("list", name="Try to")
        assert button.is_visible() and not goals.is_visible(), name
        before = one.root.bounding_box()
        button.focus()
        assert one.page.evaluate("() => document.activeElement.matches(':focus-visible')"), name
        one.page.keyboard.press("Enter")
        assert button.get_attribute("aria-expanded") == "true", name
        assert [goal.inner_text() for goal in goals.get_by_role("listitem").all()] == [
            "Goal 0.", "Goal 1.", "Goal 2.",
        ], name  # fmt: skip
        whole = one.root.bounding_box()
        shown = goals.bounding_box()
        assert whole["height"] == before["height"], name
        assert whole["x"] - 1 <= shown["x"], name
        assert shown["x"] + shown["width"] <= whole["x"] + whole["width"] + 1, name
        assert whole["y"] - 1 <= shown["y"], name
        one.page.keyboard.press("Escape")
        assert not goals.is_visible() and button.evaluate("(b) => b === document.activeElement")
    first = next(iter(every.values()))
    first.button("Try to").click()
    assert serious(first.page, ".cnn-explorer") == []
    first.button("Try to").click()
    measured(every, 1366, 768)
    assert not first.button("Try to").is_visible()
    assert first.root.get_by_role("list", name="Try to").is_visible()


# The frame around what has the keyboard: which controls have it cut off, or another control on it.
FRAMED = """(root) => {
  const shown = (node) => node.getClientRects().length > 0;
  const box = (node) => node.getBoundingClientRect();
  const controls = [...root.querySelectorAll('button, select, input')].filter(shown);
  const face = (one) => one.matches('.cnn-choice input') ? one.nextElementSibling : one;
  const lifted = (node) => node !== root && (getComputedStyle(node).zIndex > 0
    || lifted(node.parentElement));
  const wrong = [];
  for (const control of controls) {
    control.focus({ focusVisible: true, preventScroll: true });
    const name = control.getAttribute('aria-label') || control.value || control.textContent.trim();
    const { outlineStyle, outlineOffset, outlineWidth } = getComputedStyle(face(control));
    if (outlineStyle === 'none') wrong.push(`${name} has none`);
    const around = parseFloat(outlineOffset) + parseFloat(outlineWidth) - 0.5;
    const { left, right, top, bottom } = box(face(control));
    const frame = [left - around, right + around, top - around, bottom + around];
    let over = root;
    for (; !over.matches('.jp-Cell'); over = over.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(over);
      const edge = box(over);
      const cut = overflowX !== 'visible' && (frame[0] < edge.left || frame[1] > edge.right)
        || overflowY !== 'visible' && (frame[2] < edge.top || frame[3] > edge.bottom);
      if (cut) wrong.push(`${name} is cut off`);
      if (cut) break;
    }
    const beside = controls.map(face).filter((one) => one !== face(control)).map(box).some((one) =>
      one.right > frame[0] && one.left < frame[1] && one.bottom > frame[2] && one.top < frame[3]);
    if (beside && !lifted(face(control))) wrong.push(`${name} has another control on it`);
  }
  document.activeElement.blur();
  return wrong;
}"""


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (853, 480)])
def test_the_frame_around_what_has_the_keyboard_is_seen_whole(
    every: dict[str, Shown], width: int, height: int
) -> None:
    measured(every, width, height)
    found = {name: one.root.evaluate(FRAMED) for name, one in every.items()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_presentation_mode_enlarges_explorers_as_it_does_prose(every: dict[str, Shown]) -> None:
    small = measured(every, 1920, 1080)
    first = next(iter(every.values()))
    prose = "() => parseFloat(getComputedStyle(cnnTest.node()).getPropertyValue("
    prose += "'--jp-content-font-size1'))"
    before = first.page.evaluate(prose)
    first.notebook.command("application:toggle-presentation-mode")
    try:
        after = first.page.evaluate(prose)
        large = measured(every, 1920, 1080)
    finally:
        first.notebook.command("application:toggle-presentation-mode")
    assert after > before
    for name in every:
        grown = large[name]["words"] / small[name]["words"]
        assert grown == pytest.approx(after / before, rel=0.02), name
        assert large[name]["picture"] >= small[name]["picture"], name


# Themes ----------------------------------------------------------------------------------------

CONTRAST = """(root) => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const light = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = getComputedStyle(document.querySelector('.jp-Notebook')).backgroundColor;
  const beside = (one, other) => {
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  // Words that lie on the page itself: no cell is below them.
  const svg = root.querySelector('.cnn-picture > svg');
  const free = [...svg.children].filter((layer) => !layer.querySelector('rect, image'))
    .flatMap((layer) => [...layer.querySelectorAll('text')]);
  const cells = [...svg.querySelectorAll('rect')].map((rect) => getComputedStyle(rect).fill);
  const mixed = (line) => {  // the colour of a line that lets some of the page through
    const { stroke, strokeOpacity } = getComputedStyle(line);
    return `color-mix(in srgb, ${stroke} ${100 * strokeOpacity}%, ${ground})`;
  };
  const curves = [...svg.querySelectorAll('polyline')].map((line) => beside(mixed(line), ground));
  return {
    ground: light(ground),
    words: Math.min(...free.map((text) => beside(getComputedStyle(text).fill, ground))),
    curves: curves.length ? Math.min(...curves) : null,
    plain: cells.filter((fill) => fill === 'rgb(255, 255, 255)').length,
    sentence: beside(getComputedStyle(root.querySelector('.cnn-sentence')).color, ground),
  };
}"""


def theme(every: dict[str, Shown], name: str) -> None:
    first = next(iter(every.values()))
    first.notebook.command("apputils:change-theme", theme=name)
    light = str("Light" in name).lower()
    first.page.wait_for_function(
        f"() => document.body.dataset.jpThemeLight === '{light}'"
        " && !document.querySelector('.jp-mod-loading')"
    )
    first.notebook.wait_still()


def test_a_dark_theme_is_drawn_for(every: dict[str, Shown]) -> None:
    light = {name: one.root.evaluate(CONTRAST) for name, one in every.items()}
    theme(every, "JupyterLab Dark")
    try:
        dark = {name: one.root.evaluate(CONTRAST) for name, one in every.items()}
    finally:
        theme(every, "JupyterLab Light")
    for name in every:
        assert light[name]["ground"] > 0.9 and dark[name]["ground"] < 0.1
        for found in (light[name], dark[name]):
            assert found["words"] >= 4.5 and found["sentence"] >= 7, (name, found)
        assert dark[name]["plain"] == 0, name  # no white cell, and no white card
        assert dark[name]["curves"] is None or dark[name]["curves"] >= 3, (name, dark[name])
    assert dark["StepSizeExplorer"]["curves"] is not None


def test_forced_colours_keep_the_picture_and_show_the_tracks(every: dict[str, Shown]) -> None:
    page = next(iter(every.values())).page
    page.emulate_media(forced_colors="active")
    try:
        for name, one in every.items():
            fills = one.picture.evaluate(
                "(svg) => [getComputedStyle(svg).backgroundColor, getComputedStyle(svg).color]"
            )
            assert fills == ["rgb(255, 255, 255)", "rgb(26, 26, 26)"], name
            for slider in one.root.get_by_role("slider").all():
                # The browser's own track is drawn in system colours; nothing here replaces it.
                assert slider.evaluate("(one) => getComputedStyle(one).appearance") == "auto", name
    finally:
        page.emulate_media(forced_colors="none")


# Rules of accessibility ------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["JupyterLab Light", "JupyterLab Dark"])
def test_axe_finds_no_serious_fault(every: dict[str, Shown], name: str) -> None:
    theme(every, name)
    try:
        assert serious(next(iter(every.values())).page, ".cnn-explorer") == []
    finally:
        theme(every, "JupyterLab Light")


def test_nothing_went_wrong(every: dict[str, Shown]) -> None:
    assert next(iter(every.values())).notebook.problems() == []
