"""The backward pass of a convolution, digit by digit: each output sends 1, 10, 100 or 1000."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from cnnhelpers import check
from cnnhelpers.draw.scene import Scene
from cnnhelpers.explore.backward_picture import Frame, both
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.learner import accepted, guarded, submitted, trouble
from cnnhelpers.explore.sending import IMAGES, OPTIONS, Gradients, Setting, read_gradients
from cnnhelpers.functional import conv2d_backward as course_backward

VIEWS = ("scatter", "gather")
NONE = "none"
MISTAKES = {  # in the menu: the slug of a known mistake
    NONE: "",
    "kernel not turned": "kernel-not-turned",
    "= instead of +=": "sum-overwritten",
    "grad_x ignores the stride": "grad-x-ignores-stride",
}


class BackwardExplorer(Explorer):
    """Send gradients back through a convolution, and read from each digit who has sent it.

    The first four outputs have the gradients 1, 10, 100 and 1000, all others 0. *Scatter*: one
    output after another sends its gradient, times the kernel, to its window. *Gather*: one pixel
    after another collects from the outputs that have read it; the kernel, laid over the gradients,
    is turned. Both give the same ``grad_x``. Point at an output or at a pixel to go there.

    Args:
        conv2d_backward: a function of your own, called as ``conv2d_backward(grad_output, x, weight,
            stride=…, padding=…, dilation=…)`` with one image, one channel and one filter, and with
            those of the keywords that it takes; a keyword that it does not take has no slider. What
            it returns is drawn; a number that differs from the right one is marked.
        goals: what to try. A goal can ask for view, image, kernel_size, stride, padding, dilation,
            mistake, step, outputs (how many have sent something), grad_x and grad_weight (lists of
            rows, as far as they are sent), pixel (the number collected last), margin (the sum of
            what goes to the padding), unread (how many pixels no output has read), and wrong (how
            many numbers are).

    Raises:
        TypeError: ``conv2d_backward`` is no function.
    """

    width = 486  # beside the controls in a low window
    height = 266
    interval = 700

    def __init__(
        self, conv2d_backward: Callable[..., Any] | None = None, *, goals: Sequence[Goal] = ()
    ) -> None:
        self.function = submitted(conv2d_backward, "BackwardExplorer", "conv2d_backward")
        self._found: dict[tuple[Setting, str], list[Gradients]] = {}
        self._last_frame: tuple[Any, Frame] | None = None
        taken = OPTIONS if self.function is None else accepted(self.function, OPTIONS)
        ends = {"stride": (1, 2, 1), "padding": (0, 1, 0), "dilation": (1, 2, 1)}
        controls: list[Control] = [
            Choice("view", "view", VIEWS),
            Choice("image", "image", tuple(IMAGES)),
            Slider("kernel_size", "kernel size", 2, 3, 2),
            *(Slider(name, name, *ends[name]) for name in OPTIONS if name in taken),
            Choice("mistake", "with this mistake", tuple(MISTAKES), menu=True),
            Slider("step", "step", 0, 25, 4),
        ]
        super().__init__(controls, position=True, goals=goals)

    # Numbers ------------------------------------------------------------------------------------

    def setting(self, **state: Any) -> Setting:
        """Return the numbers of a setting; view, mistake and step do not count."""
        options = {"stride": 1, "padding": 0, "dilation": 1}
        options |= {name: state[name] for name in OPTIONS if name in state}
        return Setting(state["image"], state["kernel_size"], **options)

    def gradients(self, setting: Setting, mistake: str = NONE) -> list[Gradients]:
        """Return what is drawn after 0, 1, 2 … outputs have sent theirs."""
        key = setting, mistake
        if key not in self._found:
            counts = range(len(setting.senders) + 1)
            self._found[key] = [self._asked(setting, mistake, count) for count in counts]
        return self._found[key]

    def _asked(self, setting: Setting, mistake: str, count: int) -> Gradients:
        arrays, options = setting.arrays(count), setting.options
        if mistake != NONE:
            made = _with_mistake(MISTAKES[mistake])(*arrays, **options)
            return read_gradients(made, setting)
        if self.function is None:
            return read_gradients(course_backward(*arrays, **options), setting)
        taken = accepted(self.function, OPTIONS)
        options = {name: value for name, value in options.items() if name in taken}
        done = guarded(
            self.function, *arrays, read=lambda made: read_gradients(made, setting), options=options
        )
        problem = trouble(done)
        return Gradients(problem=problem) if problem else done.value

    def positions(self, **settings: Any) -> int:
        """Return the number of steps: an output each, or a pixel each, and one before them."""
        setting = self.setting(**settings)
        if setting.shape is None:
            return 0
        return 1 + (len(setting.senders) if settings["view"] == "scatter" else setting.x.size)

    def facts(self, **state: Any) -> dict[str, Any] | None:
        """Return what a goal can ask for; see :class:`BackwardExplorer`."""
        setting = self.setting(**state)
        if setting.shape is None:
            return None
        outputs = state["step"] if state["view"] == "scatter" else len(setting.senders)
        found = self.gradients(setting, state["mistake"])[outputs]
        right = setting.right(outputs)
        facts: dict[str, Any] = {
            "outputs": outputs,
            "grad_x": [],
            "grad_weight": [],
            "pixel": 0.0,
            "unread": setting.unread,
            "margin": float(setting.spread(outputs).sum() - right[0].sum()),
            "wrong": right[0].size + right[1].size,
        }
        if found.problem:
            return facts
        grad_x, grad_weight = both(found)
        facts |= {"grad_x": grad_x.tolist(), "grad_weight": grad_weight.tolist()}
        facts["wrong"] = int((grad_x != right[0]).sum() + (grad_weight != right[1]).sum())
        if state["view"] == "gather" and state["step"]:
            facts["pixel"] = float(grad_x.flat[state["step"] - 1])
        return facts

    # Picture ------------------------------------------------------------------------------------

    def draw(self, **state: Any) -> Scene:
        """Return the scene of a state; see :class:`BackwardExplorer`."""
        setting = self.setting(**state)
        if setting.shape is None:
            return self.blank(
                f"A kernel of {setting.kernel_size} with dilation {setting.dilation} spans "
                f"{setting.span} and does not fit into {setting.room}: there is no output, and "
                "nothing comes back.",
                "Choose a larger image, more padding, or less dilation.",
            )
        key = setting, state["mistake"]
        if self._last_frame is None or self._last_frame[0] != key:
            self._last_frame = (
                key,
                Frame(
                    (self.width, self.height),
                    setting,
                    self.gradients(*key),
                    mistake="" if key[1] == NONE else key[1],
                    own=self.function is not None and key[1] == NONE,
                ),
            )
        frame = self._last_frame[1]
        see = frame.scatter if state["view"] == "scatter" else frame.gather
        return see(state["step"])


@lru_cache(maxsize=16)
def _with_mistake(slug: str) -> Callable[..., Any]:
    return check.mistakes("grouped_conv2d_backward").function(slug)
