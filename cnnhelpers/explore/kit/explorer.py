"""The shell of the grid explorers: sliders, linked in the page to a painter of computed states.

An explorer is Python only: it says which sliders it has and draws a scene for a state. The shell
computes the scenes once, ships them, and from then on a moved slider needs no kernel: the page
looks up its picture. Settings that take too long to compute in advance (a slow function of the
learner's) are computed when a slider gets there.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Iterator
from itertools import product
from typing import Any

from cnnhelpers.draw.scene import Placed, Scene, message, wrapped
from cnnhelpers.explore.kit.controls import Slider
from cnnhelpers.explore.kit.tables import Tables
from cnnhelpers.explore.kit.words import one_line
from cnnhelpers.shapes import whole_number

AHEAD_SECONDS = 3.0  # so long may the settings take that are computed in advance


class Explorer:
    """Base of the explorers; it shows itself as the value of a cell.

    Subclasses call ``super().__init__`` and write :meth:`draw` and, where the last slider is a
    position whose number of stops depends on the others, :meth:`positions`.

    The saved notebook keeps the picture and the sentence of the state in which it was shown.
    """

    #: size of every scene, in pixels; fixed, so that the page never jumps
    width: float = 780
    height: float = 360
    #: milliseconds a step when playing
    interval: int = 500

    def __init__(self, sliders: list[Slider], *, position: bool = False) -> None:
        self._sliders = tuple(sliders)
        self._position = position
        self._state = {slider.name: slider.value for slider in self._sliders}
        self._widget: Any = None
        self._controls: dict[str, Any] = {}
        self._drawn: dict[int, list[Scene]] = {}

    # For subclasses -----------------------------------------------------------------------------

    def draw(self, **state: int) -> Scene:
        """Return the scene of a state."""
        raise NotImplementedError

    def positions(self, **settings: int) -> int:
        """Return how many stops the position has in a setting (0 where there is none)."""
        return 1

    def blank(self, *phrases: str) -> Scene:
        """Return a scene that shows only words: a state that cannot be drawn."""
        lines = [line for phrase in phrases for line in wrapped(phrase, int(self.width // 9))]
        words = Placed(message(lines, 15), self.width / 2, self.height / 2)
        return Scene(self.width, self.height, (words,), phrases)

    # State --------------------------------------------------------------------------------------

    @property
    def state(self) -> dict[str, int]:
        """Where the sliders stand, by name."""
        if self._controls:
            self._state = {name: control.value for name, control in self._controls.items()}
        return self._clamped(self._state)

    @property
    def sentence(self) -> str:
        """What the picture shows now, in words."""
        return self.scene().sentence

    alt = sentence

    def scene(self, **changes: int) -> Scene:
        """Return the picture of the present state, or of one that differs in ``changes``.

        Raises:
            TypeError: there is no such slider, or a value is not a whole number.
            ValueError: a value lies beyond the ends of its slider.
        """
        state = self._checked(changes)
        scenes = self._scenes(self._setting(state))
        return scenes[state[self._sliders[-1].name] - 1] if self._position else scenes[0]

    def move(self, **changes: int) -> None:
        """Move sliders, by name; the picture follows. Raises as :meth:`scene` does."""
        state = self._checked(changes)
        self._state = state
        for name, control in self._controls.items():
            if control.max < state[name]:
                control.max = state[name]
            control.value = state[name]

    def states(self) -> Iterator[dict[str, int]]:
        """Go through every position of every slider."""
        last = self._sliders[-1]
        for settings in self._settings():
            if self._position:
                for index in range(len(self._scenes(self._setting(settings)))):
                    yield {**settings, last.name: index + 1}
            else:
                yield settings

    def _checked(self, changes: dict[str, int]) -> dict[str, int]:
        sliders = {slider.name: slider for slider in self._sliders}
        for name, value in changes.items():
            if name not in sliders:
                raise TypeError(
                    f"{type(self).__name__}: it has no slider {name!r}; "
                    f"its sliders are {', '.join(sliders)}."
                )
            value = whole_number(value, f"{type(self).__name__}: {name}")
            slider = sliders[name]
            if not slider.minimum <= value <= slider.maximum:
                raise ValueError(
                    f"{type(self).__name__}: {name} goes from {slider.minimum} to "
                    f"{slider.maximum}, not to {value}."
                )
        return self._clamped({**self.state, **changes})

    def _clamped(self, state: dict[str, int]) -> dict[str, int]:
        if not self._position:
            return dict(state)
        last = self._sliders[-1].name
        stops = len(self._scenes(self._setting(state)))
        return {**state, last: max(1, min(state[last], stops))}

    def _outer(self) -> tuple[Slider, ...]:
        return self._sliders[:-1] if self._position else self._sliders

    def _settings(self) -> Iterator[dict[str, int]]:
        outer = self._outer()
        ranges = [range(slider.minimum, slider.maximum + 1) for slider in outer]
        for values in product(*ranges):
            yield dict(zip((slider.name for slider in outer), values, strict=True))

    def _setting(self, state: dict[str, int]) -> int:
        """Return the number of a setting, counted as the page counts it."""
        index = 0
        for slider in self._outer():
            index = index * (slider.maximum - slider.minimum + 1)
            index += state[slider.name] - slider.minimum
        return index

    def _settings_of(self, index: int) -> dict[str, int]:
        settings = {}
        for slider in reversed(self._outer()):
            index, offset = divmod(index, slider.maximum - slider.minimum + 1)
            settings[slider.name] = slider.minimum + offset
        return dict(reversed(settings.items()))

    def _scenes(self, index: int) -> list[Scene]:
        """Return the scenes of a setting, one a position; an exception becomes a scene."""
        if index in self._drawn:
            return self._drawn[index]
        settings = self._settings_of(index)
        try:
            if self._position:
                last = self._sliders[-1].name
                stops = max(1, self.positions(**settings))
                scenes = [self.draw(**settings, **{last: n}) for n in range(1, stops + 1)]
            else:
                scenes = [self.draw(**settings)]
        except Exception as error:  # shown, never swallowed: a picture is the only place to see it
            where = ", ".join(f"{name} {value}" for name, value in settings.items())
            scenes = [self.blank(f"This setting ({where}) cannot be drawn.", one_line(error))]
        self._drawn[index] = scenes
        return scenes

    # Display ------------------------------------------------------------------------------------

    @property
    def widget(self) -> Any:
        """The ipywidgets box with the sliders and the painter; made when first asked for."""
        if self._widget is None:
            from cnnhelpers.explore.kit.shell import build

            self._widget, self._controls = build(self)
        return self._widget

    def _ahead(self, tables: Tables) -> str:
        """Fill ``tables`` for as long as is fair, nearest settings first; return a note."""
        start = time.perf_counter()
        here = self._state
        outer = self._outer()

        def distance(settings: dict[str, int]) -> int:
            return sum(abs(settings[slider.name] - here[slider.name]) for slider in outer)

        ordered = sorted(self._settings(), key=distance)
        for done, settings in enumerate(ordered):
            if done and time.perf_counter() - start > AHEAD_SECONDS:
                return (
                    f"This is slow: {done} of {len(ordered)} settings took {AHEAD_SECONDS:.0f} s. "
                    "The others are computed when a slider gets there."
                )
            index = self._setting(settings)
            tables.add(index, self._scenes(index))
        return ""

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, Any]:
        scene = self.scene()
        # The page writes the sentence below the picture; where the picture is all there is, on
        # GitHub say, it holds the sentence itself.
        bundle: dict[str, Any] = {
            "text/html": scene.captioned().html(),
            "text/plain": scene.sentence,
        }
        try:
            box = self.widget
        except ImportError as error:
            warnings.warn(
                f"The sliders need ipywidgets and anywidget ({error}); here is the picture alone. "
                "Run `python -m cnnhelpers doctor` to see what is missing.",
                stacklevel=2,
            )
            return bundle
        view = "application/vnd.jupyter.widget-view+json"
        bundle[view] = {"version_major": 2, "version_minor": 0, "model_id": box.model_id}
        return bundle

    def __repr__(self) -> str:
        return self.sentence
