"""The commands of a class: `%next`, `%catchup`, `%mine`, `%break`, `%mend`, `%poll` and `%pace`.

`%load_ext cnnhelpers` loads them.
"""

from __future__ import annotations

from pathlib import Path
from traceback import walk_tb
from typing import Any

from IPython.core.magic import Magics, line_magic, magics_class

from cnnhelpers.course.instructor import TAUGHT
from cnnhelpers.course.live import words
from cnnhelpers.course.live.blocks import Block
from cnnhelpers.course.live.edition import EDITION, as_a_cell
from cnnhelpers.course.live.faults import (
    Fault,
    banner,
    drawn,
    fault,
    known_mistakes,
    planted,
    symptom,
)
from cnnhelpers.course.live.names import given
from cnnhelpers.course.live.pace import Part, compared, plan_of, section_of
from cnnhelpers.course.live.poll import Poll
from cnnhelpers.course.live.running import give, run_up_to
from cnnhelpers.course.live.session import BROKEN, COURSE, Session, is_there, stands_for
from cnnhelpers.course.live.transcript import Transcript
from cnnhelpers.course.notebooks import parse, widget_view
from cnnhelpers.course.place import named, place_of
from cnnhelpers.course.prediction import Prediction, predict
from cnnhelpers.course.questions import is_key, questions
from cnnhelpers.exercises import all_exercises


@magics_class
class LiveMagics(Magics):
    """The commands for whoever types before a class, or has to catch up with it."""

    def __init__(self, shell: Any) -> None:
        super().__init__(shell)
        self.kernel: Any = shell
        self.session = Session(shell)
        self.faults: dict[str, Fault] = {}
        self.hunted: str | None = None
        self.transcript: Transcript | None = None
        self.bar: Any = None  # a PaceBar
        self._parts: list[Part] = []
        self._ours = False
        self._begun: tuple[Block, dict[str, Any]] | None = None  # what is run, and names before it

    # Catching up ---------------------------------------------------------------------------------

    @line_magic
    def next(self, line: str) -> None:
        """`%next` puts the next block into a new cell below, and runs it; `%next 3.2` that one."""
        try:
            blocks = self.session.some_blocks()
            index = self.session.block(line.strip()) if line.strip() else self.session.done + 1
        except (LookupError, OSError) as error:
            print(error)
            return
        if index >= len(blocks):
            first, last = blocks[0].number, blocks[-1].number
            print(f"There is no block after {last}; %next {first} begins anew.")
            return
        block = blocks[index]
        self.kernel.set_next_input(as_a_cell(block), replace=False)
        print(f"Block {block.number} stands in the new cell below; it has been run:")
        self._ours = True
        try:
            result = self.kernel.run_cell(block.code, store_history=False)
        finally:
            self._ours = False
        if failure := result.error_before_exec or result.error_in_exec:
            print(words.stopped(block.number, failure))
            return
        self.session.done = max(self.session.done, index)
        self._write_down(block.code)
        if names := block.functions:
            for name in names:
                self.session.put(name, self.session.space[name], COURSE)
                self.faults.pop(name, None)
            are = "are" if names[1:] else "is"
            print(f"{', '.join(names)} {are} the course's now.{self._back(names)}")

    @line_magic
    def catchup(self, line: str) -> None:
        """`%catchup 3.2` runs the course's code up to block 3.2; no cell of yours changes."""
        number = line.strip()
        try:
            if not number:
                print(f"Write a block after %catchup; there are {self.session.numbers()}.")
                return
            index = self.session.block(number)
            notebook, block = self.session.notebook, self.session.blocks[index]
        except (LookupError, OSError) as error:
            print(error)
            return
        names = [name for each in self.session.blocks[: index + 1] for name in each.functions]
        space = self.session.space
        before = {name: space[name] for name in names if name in space}
        try:
            missing = run_up_to(self.kernel, notebook, block.cell)
        except Exception as error:  # the user's names may do anything to the course's code
            print(words.spoilt(block.number, error))
            return
        finally:
            ran = [name for name in names if space.get(name) is not before.get(name)]
            now = {name: space.pop(name) for name in ran}
            space.update(before)
        for name, function in now.items():
            self.session.put(name, function, COURSE)
            self.faults.pop(name, None)
        self.session.done = max(self.session.done, index)
        said = [f"Caught up to block {block.number}; your cells are unchanged."]
        if now:
            said.append(f"The course's are in force: {', '.join(now)}.{self._back([*now])}")
        if missing:
            said.append(
                f"Not there, because it takes long to train: {', '.join(missing)}. "
                "Run the cell that trains when you need it."
            )
        print("\n".join(said))

    @line_magic
    def mine(self, line: str) -> None:
        """`%mine` puts your own functions back, those of the cells that you have run."""
        session = self.session
        try:
            blocks = session.blocks
        except (LookupError, OSError) as error:
            print(error)
            return
        asked = _words(line)
        if unknown := [name for name in asked if name not in session.own]:
            print(words.not_written(unknown, list(session.own), blocks))
            return
        names = asked or [name for name in session.force if name in session.own]
        others = [] if asked else [name for name in session.force if name not in session.own]
        for name in names:
            session.space[name] = session.own[name]
            session.force.pop(name, None)
            self.faults.pop(name, None)
        if names:
            print(f"Yours are in force again: {', '.join(names)}.")
        if others:  # in a hunt, not a word of which one is broken
            print(
                f"You have not written these yet, so they stay as they are: {', '.join(others)}. "
                "Write one in a cell and run that, and it is in force."
            )
        if not names and not others:
            print(words.all_yours(list(session.own)))

    def _back(self, names: list[str]) -> str:
        yours = [name for name in names if name in self.session.own]
        return f" %mine puts yours back: {', '.join(yours)}." if yours else ""

    # Breaking ------------------------------------------------------------------------------------

    @line_magic("break")  # type: ignore[arg-type]
    def break_(self, line: str) -> None:
        """`%break NAME SLUG` puts a known mistake into a function; `%break random` hides which."""
        name, slug, *more = [*_words(line), "", ""]
        more = [word for word in more if word]
        try:
            if not name:
                names = ", ".join(self._candidates())
                print(f"Write %break NAME SLUG, or %break random. NAME is one of {names}.")
            elif name == "random":
                self._hunt(slug)
            elif name == "planted":
                self._break(*planted(self.session.notebook))
            elif not slug and name in all_exercises():
                known = known_mistakes(name)
                self._show({"text/plain": repr(known), "text/html": known._repr_html_()})
            else:
                self._break(name, slug, _number(more[0]) if more else 0)
        except (LookupError, OSError) as error:
            print(error)

    def _break(self, name: str, slug: str, way: int = 0) -> None:
        found = fault(name, slug, way)
        try:
            names = self._candidates()
        except LookupError:  # a notebook of one's own
            names = [name]
        if name not in names and name not in self.session.space:
            raise LookupError(
                f"{name} is no function of this notebook, so nobody would see it; NAME is one of "
                f"{', '.join(names)}."
            )
        self._put(found)
        self._show(banner(f"{name} makes the mistake {slug}. %mend repairs it."))

    def _hunt(self, seed: str) -> None:
        names = [name for name in self._candidates() if is_there(self.session.space.get(name))]
        if not names:
            last = self.session.blocks[-1].number
            raise LookupError(
                f"No function of this notebook is there yet; %catchup {last} gets all of them."
            )
        found = drawn(names, _number(seed) if seed else None)
        self._put(found)
        self.hunted = found.name
        listed = ", ".join(names)
        told = (
            f"One of these has a known mistake in it now: {listed}.\n{symptom(found)}\n"
            "Which function is it, and what is wrong? %mend tells, and repairs it."
        )
        self._show(banner(told))

    def _put(self, found: Fault) -> None:
        self.session.put(found.name, found.function, BROKEN)
        self.faults[found.name] = found

    @line_magic
    def mend(self, line: str) -> None:
        """`%mend` repairs what `%break` has broken, and tells what it was."""
        asked = _words(line)
        if not self.faults:
            print(
                "Nothing is broken on purpose; %break NAME SLUG breaks a function, and "
                "%break random one by chance."
            )
            return
        if sound := [name for name in asked if name not in self.faults]:
            # Which one is broken may be what the class is to find out.
            print(f"Not broken on purpose: {', '.join(sound)}; %mend alone repairs what is.")
            return
        said = []
        for name in asked or list(self.faults):
            found = self.faults.pop(name)
            told = f": {found.mistake.explanation}" if name == self.hunted else "."
            as_before = self.session.restore(name)
            is_now = "is as it was before" if as_before else "was written anew since, and stays"
            said.append(f"{name} {is_now}. It made the mistake {found.slug}{told}")
            self.hunted = None if name == self.hunted else self.hunted
        self._show(banner("\n".join(said), mended=True))

    def _show(self, data: dict[str, Any]) -> None:
        self.kernel.display_pub.publish(data)

    def _candidates(self) -> list[str]:
        names = [each.name for each in self.session.blocks if each.name in all_exercises()]
        if not names:
            raise LookupError("No function of this notebook has known mistakes.")
        return names

    # Asking, and keeping to the plan -------------------------------------------------------------

    @line_magic
    def poll(self, line: str) -> None:
        """`%poll KEY` asks a question of the course, with fields for the hands of a class."""
        key = line.strip()
        question = predict(key) if is_key(key) else None
        if isinstance(question, Prediction):
            Poll(question).show()
        else:
            print(words.no_question(key, self._questions()))

    def _questions(self) -> list[str]:
        """Return the keys of this notebook's questions."""
        try:
            return [each.key for each in questions(self.session.notebook, self.session.name)]
        except (LookupError, OSError):
            return []

    @line_magic
    def pace(self, line: str) -> None:
        """`%pace start 75` shows a bar, planned and gone; `%pace` says it, `%pace stop` ends."""
        word, length, *_ = [*line.split(), "", ""]
        try:
            if word not in ("", "start", "stop"):
                print(f"%pace does not know {word!r}; write %pace start 50, %pace, or %pace stop.")
            elif word == "start":
                self._start(_number(length) if length else TAUGHT)
            elif self.bar is None:
                print("Write %pace start, or %pace start 50: no bar runs yet.")
            else:
                if word == "stop":
                    self.bar.stop()
                print(compared(self._parts, self.bar.minutes, self.bar.section))
        except (LookupError, ValueError, OSError) as error:
            print(error)

    def _start(self, length: int) -> None:
        self._parts = plan_of(self.session.notebook, length)
        try:
            from cnnhelpers.course.live.pace_widget import pace_bar
        except ImportError:
            raise LookupError("The pace bar needs anywidget; `pip install anywidget`.") from None
        if self.bar is not None:
            self.bar.stop()
        self.bar = pace_bar(self._parts)
        text = {"text/plain": compared(self._parts, 0)}  # for those who have no kernel
        self._show(text | widget_view(self.bar.model_id))

    # What happens --------------------------------------------------------------------------------

    def open(self) -> None:
        """Begin with a notebook: in a live copy, what is not typed yet stands for itself."""
        self.kernel.events.register("pre_run_cell", self.before)
        self.kernel.events.register("post_run_cell", self.after)
        place = place_of(self.kernel)
        if place.edition != EDITION:
            return
        try:
            name, blocks = self.session.name, self.session.blocks
        except (LookupError, OSError):
            return
        for block in blocks:
            if block.name:
                self.session.space.setdefault(block.name, stands_for(block))
        self.kernel.set_custom_exc((NotImplementedError,), _told)
        self.transcript = Transcript(place.started / self._transcript(name), Path(name).stem)

    def _transcript(self, name: str) -> str:
        """Return a name for what is run: `05_transcript.md`, or of a second copy that is open,
        `05_live_2_transcript.md`.
        """
        mine = named(self.kernel)
        stem = mine.stem if mine is not None and mine.suffix == ".ipynb" else Path(name).stem
        return f"{stem.replace(Path(name).stem, name[:2])}_transcript.md"

    def before(self, info: Any) -> None:
        """Note what the names of a block are before its cell is run, in a live copy."""
        if self._ours or self.transcript is None:
            return
        block = self.session.ran(getattr(info, "cell_id", None), info.raw_cell or "")
        if block is not None and block.leaves:
            space = self.session.space
            self._begun = block, {name: space.get(name) for name in block.leaves}

    def after(self, result: Any) -> None:
        """Note a cell that was run."""
        info = getattr(result, "info", None)
        source = getattr(info, "raw_cell", "") or ""
        if self._ours or not source:
            return
        self.session.note(source)
        self._stand_in(source)
        if self.bar is not None:
            section = section_of(self.session.notebook, getattr(info, "cell_id", None))
            self.bar.section = section or self.bar.section
        self._write_down(source, result.error_before_exec or result.error_in_exec)

    def _stand_in(self, source: str) -> None:
        """Give the names that later cells need, where a block is not typed, or half of it."""
        if self._begun is None:
            return
        (block, names), self._begun = self._begun, None
        missing = self.session.missing(block, source, names)
        # What stays of the block has run: run once more, it would draw other numbers.
        there = block.kind == "blank" and given(parse(block.skeleton)) <= {*self.session.space}
        if missing and give(self.kernel, block.to_type if there else block.code, missing):
            print(f"Until block {block.number} is typed, the course's stands in its place.")

    def _write_down(self, source: str, error: BaseException | None = None) -> None:
        said = self.transcript.add(source, error) if self.transcript is not None else ""
        if said:
            print(said)


def _told(shell: Any, kind: Any, error: Any, trace: Any, tb_offset: Any = None) -> list[str]:
    """Say in a sentence that something is not typed yet."""
    frames = list(walk_tb(trace))
    name = frames[-1][0].f_code.co_name if frames else ""
    said = str(error) or f"{name} is not typed yet. Type it, or let %next do it."
    print(said)
    return [said]


def _words(line: str) -> list[str]:
    return line.replace(",", " ").split()


def _number(word: str) -> int:
    try:
        return int(word)
    except ValueError:
        raise LookupError(f"{word!r} should be a whole number; leave it out, or write 0.") from None


def load(shell: Any) -> None:
    """Register the commands with a running IPython."""
    magics = LiveMagics(shell)
    shell.register_magics(magics)
    magics.open()
