"""The base of the explorers: controls, states, and the scene of each state.

An explorer is Python only: it says which controls it has and draws a scene for a state. The scenes
are computed once and shipped, and from then on a moved slider needs no kernel: the page looks up
its picture. Settings that take too long to compute in advance (a slow function of the learner's),
and those into which numbers were typed, are computed when the reader gets there.
"""

from __future__ import annotations

import json
import time
import warnings
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from cnnhelpers.draw.scene import Placed, Scene, message, wrapped
from cnnhelpers.explore.kit.arrays import Typing
from cnnhelpers.explore.kit.controls import Control
from cnnhelpers.explore.kit.goals import Goal, checked, reached
from cnnhelpers.explore.kit.tables import Tables
from cnnhelpers.explore.kit.words import one_line

AHEAD_SECONDS = 3.0  # so long may the settings take that are computed in advance

State = dict[str, Any]


class Explorer:
    """Base of the explorers; it shows itself as the value of a cell.

    Subclasses call ``super().__init__`` and write :meth:`draw`; where the last control is a
    position whose number of stops depends on the others, :meth:`positions`; and for goals
    :meth:`facts`.

    The saved notebook keeps the picture and the sentence of the state in which it was shown.

    Args:
        controls: what the reader moves and chooses.
        position: whether the last control is a position along which one can play.
        goals: what the reader tries to reach.
    """

    #: size of every scene, in pixels; fixed, so that the page never jumps
    width: float = 600
    height: float = 240
    #: the smallest letters of a scene, in its pixels; the page makes them 11 pixels or more
    smallest: float = 11
    #: milliseconds a step when playing
    interval: int = 500
    #: whether scenes are computed in advance
    ahead: bool = True
    #: what may be typed into cells; None where there is nothing to type
    typing: Typing | None = None

    def __init__(
        self, controls: Sequence[Control], *, position: bool = False, goals: Sequence[Goal] = ()
    ) -> None:
        self.controls = tuple(controls)
        self.position = self.controls[-1].name if position else None
        self._state: State = {control.name: control.start for control in self.controls}
        self._widget: Any = None
        self._drawn: dict[str, list[Scene | None]] = {}  # a place for each stop of a setting
        self._last: tuple[str, list[Scene | None]] = ("", [])
        start = self._whole(self._state)
        self.goals = checked(goals, start, self.facts(**start), type(self).__name__)

    # For subclasses -----------------------------------------------------------------------------

    # Called with keywords only. The `*_` says to mypy that a subclass may name those it takes.

    def draw(self, *_: Any, **state: Any) -> Scene:
        """Return the scene of a state."""
        raise NotImplementedError

    def positions(self, *_: Any, **settings: Any) -> int:
        """Return how many stops the position has in a setting (0 where there is none)."""
        return 1

    def facts(self, *_: Any, **state: Any) -> dict[str, Any] | None:
        """Return what a goal can ask for besides the state; None where nothing is to be seen."""
        return {}

    def blank(self, *phrases: str) -> Scene:
        """Return a scene that shows only words: a state that cannot be drawn."""
        lines = [line for phrase in phrases for line in wrapped(phrase, int(self.width // 8))]
        words = Placed(message(lines, 13), self.width / 2, self.height / 2)
        return Scene(self.width, self.height, (words,), phrases)

    # State --------------------------------------------------------------------------------------

    @property
    def state(self) -> State:
        """Where the controls stand, by name, and what was typed."""
        if self._widget is not None:
            self._state = self._widget.state
        return self._clamped(self._checked(self._state))

    @property
    def sentence(self) -> str:
        """What the picture shows now, in words."""
        return self.scene().sentence

    alt = sentence

    def scene(self, **changes: Any) -> Scene:
        """Return the picture of the present state, or of one that differs in ``changes``.

        Raises:
            TypeError: there is no such control, or a value is not a whole number.
            ValueError: a value is not one of those that the control can take.
        """
        state = self._changed(changes)
        stop = self._stop(state)
        scenes = self._scenes(state, only=stop)
        scene = scenes[min(stop, len(scenes) - 1)]
        assert scene is not None, state
        return scene

    def move(self, **changes: Any) -> None:
        """Move controls, by name; the picture follows. Raises as :meth:`scene` does."""
        self._state = self._changed(changes)
        if self._widget is not None:
            self._widget.state = self._state

    def states(self) -> Iterator[State]:
        """Go through every position of every control; nothing is typed."""
        for settings in self._settings():
            if self.position:
                stops = self.controls[-1].values[: len(self._scenes(settings))]
                for stop in stops:
                    yield {**settings, self.position: stop}
            else:
                yield settings

    def reached(self, **changes: Any) -> list[int]:
        """Return which of the goals the present state reaches, or one that differs."""
        state = self._whole(self._changed(changes))
        return reached(self.goals, state, self.facts(**state)) if self.goals else []

    def key(self, state: State) -> str:
        """Return the name of a setting, as the page writes it: the position does not count."""
        values = [state[control.name] for control in self._outer()]
        if state.get("typed"):
            values.append(sorted(map(list, state["typed"].items())))
        return json.dumps(values, ensure_ascii=False, separators=(",", ":"))

    def _changed(self, changes: State) -> State:
        return self._clamped(self._checked({**self.state, **changes}))

    def _checked(self, state: State) -> State:
        """Return a state whose values all exist, or raise in one sentence."""
        owner = type(self).__name__
        controls = {control.name: control for control in self.controls}
        typed = self.typing.checked(state.get("typed") or {}, owner) if self.typing else {}
        for name in state:
            if name not in controls and not (name == "typed" and self.typing):
                raise TypeError(
                    f"{owner}: it has no control {name!r}; its controls are {', '.join(controls)}."
                )
        found = {name: one.checked(state[name], owner) for name, one in controls.items()}
        return {**found, "typed": typed} if typed else found

    def _clamped(self, state: State) -> State:
        if not self.position:
            return state
        last = self.controls[-1].values[len(self._places(state)) - 1]
        return {**state, self.position: min(state[self.position], last)}

    def _stop(self, state: State) -> int:
        """Return which of the position's stops a state stands at, counted from 0."""
        return self.controls[-1].values.index(state[self.position]) if self.position else 0

    def _whole(self, state: State) -> State:
        """Return a state as :meth:`draw` gets it."""
        return {**state, "typed": state.get("typed", {})} if self.typing else dict(state)

    def _outer(self) -> tuple[Control, ...]:
        return self.controls[:-1] if self.position else self.controls

    def _settings(self) -> Iterator[State]:
        """Go through all settings; the position stands where it starts."""
        outer = self._outer()
        for values in product(*(control.values for control in outer)):
            settings = dict(zip((control.name for control in outer), values, strict=True))
            if self.position:
                settings[self.position] = self.controls[-1].start
            yield settings

    # Scenes -------------------------------------------------------------------------------------

    def _places(self, state: State) -> list[Scene | None]:
        """Return what is drawn of a setting: a place for each stop, None where that is to come."""
        key = self.key(state)
        if key in self._drawn:
            return self._drawn[key]
        if self._last[0] == key:
            return self._last[1]
        scenes: list[Scene | None]
        try:
            scenes = [None for _ in self._along(state)]
        except Exception as error:
            scenes = [self._failed(state, error)]
        if self.ahead and not state.get("typed"):
            self._drawn[key] = scenes
        else:
            self._last = key, scenes
        return scenes

    def _scenes(self, state: State, only: int | None = None) -> list[Scene | None]:
        """Return the scenes of a setting, one a stop, drawn as far as asked for.

        An exception becomes the one scene of its setting: a picture is the only place to see it.
        """
        scenes = self._places(state)
        missing = [
            stop for stop, scene in enumerate(scenes) if scene is None and only in (None, stop)
        ]
        try:
            along = list(self._along(state)) if missing else []
            for stop in missing:
                scenes[stop] = self.draw(**along[stop])
        except Exception as error:
            scenes[:] = [self._failed(state, error)]
        return scenes

    def _failed(self, state: State, error: Exception) -> Scene:
        where = ", ".join(f"{one.name} {state[one.name]}" for one in self._outer())
        return self.blank(f"This setting ({where}) cannot be drawn.", one_line(error))

    def _along(self, state: State) -> Iterator[State]:
        """Go through the positions of a setting."""
        whole = self._whole(state)
        if not self.position:
            yield whole
            return
        settings = {name: value for name, value in whole.items() if name != self.position}
        for stop in self.controls[-1].values[: max(1, self.positions(**settings))]:
            yield {**settings, self.position: stop}

    def add_to(self, tables: Tables, state: State, only: int | None = None) -> None:
        """Write the scenes of a setting, and which goals they reach, into tables.

        ``only`` is the one stop, counted from 0, that is wanted; the others may be missing.
        """
        scenes = self._scenes(state, only)
        found: list[list[int]] = []
        if self.goals:
            found = [
                reached(self.goals, one, self.facts(**one)) if scene else []
                for scene, one in zip(scenes, self._along(state))
            ]
        tables.add(self.key(state), scenes, found)

    def tables_ahead(self, seconds: float | None = None) -> tuple[Tables, str]:
        """Return tables of as many settings as is fair, nearest first, and a note on the rest.

        `seconds` says how long that is; by default ``AHEAD_SECONDS``.
        """
        tables, start = Tables(), time.perf_counter()
        seconds = AHEAD_SECONDS if seconds is None else seconds
        here = self.state
        self.add_to(tables, here)
        if not self.ahead:
            return tables, ""
        places = {
            control.name: {value: place for place, value in enumerate(control.values)}
            for control in self._outer()
        }

        def distance(settings: State) -> int:
            return sum(abs(at[settings[name]] - at[here[name]]) for name, at in places.items())

        ordered = sorted(self._settings(), key=distance)
        for done, settings in enumerate(ordered):
            if done and time.perf_counter() - start > seconds:
                return tables, (
                    f"This is slow: {done} of {len(ordered)} settings took {seconds:.0f} s. "
                    "The others are computed when you get there."
                )
            self.add_to(tables, settings)
        return tables, ""

    def reply(self, content: dict[str, Any], buffers: Sequence[Any] = ()) -> dict[str, Any]:
        """Answer a message of the page, which needs the picture of a state.

        Where the message says ``whole``, it gets all pictures of the setting: one waits for the
        first only.
        """
        tables = Tables()
        state = self._clamped(self._checked(content["state"]))
        self.add_to(tables, state, None if content.get("whole") else self._stop(state))
        return {"key": content["need"], "tables": tables.packed(quick=True)}

    def forget(self) -> None:
        """Forget what was drawn: something that no control knows of has changed."""
        self._drawn.clear()
        self._last = ("", [])

    # Display ------------------------------------------------------------------------------------

    def spec(self) -> dict[str, Any]:
        """Return what the page has to know beforehand."""
        return {
            "name": type(self).__name__,
            "controls": [control.page() for control in self.controls],
            "start": {control.name: control.start for control in self.controls},
            "position": self.position,
            "interval": self.interval,
            "width": self.width,
            "height": self.height,
            "smallest": self.smallest,
            "goals": [goal.page() for goal in self.goals],
            "typing": self.typing.page() if self.typing else None,
        }

    @property
    def widget(self) -> Any:
        """The widget that the page shows; made when first asked for."""
        if self._widget is None:
            from cnnhelpers.explore.kit.shell import panel

            tables, note = self.tables_ahead()
            state = self.state
            self._widget = panel(self.spec(), state, tables.packed(), note, self.reply)
        return self._widget

    def saved(self) -> dict[str, str]:
        """Return what the notebook keeps: the picture, and the sentence."""
        # The page writes the sentence below the picture; where the picture is all there is, on
        # GitHub say, it holds the sentence itself.
        scene = self.scene()
        return {"text/html": scene.captioned().html(), "text/plain": scene.sentence}

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, Any]:
        bundle: dict[str, Any] = self.saved()
        try:
            widget = self.widget
        except ImportError as error:
            warnings.warn(
                f"The controls need ipywidgets and anywidget ({error}); here is the picture alone. "
                "Run `python -m cnnhelpers doctor` to see what is missing.",
                stacklevel=2,
            )
            return bundle
        view = "application/vnd.jupyter.widget-view+json"
        bundle[view] = {"version_major": 2, "version_minor": 0, "model_id": widget.model_id}
        return bundle

    def __repr__(self) -> str:
        return self.sentence
