"""Start train.py on several processes of this machine by torchrun, and read what came out.

The processes talk over the loopback, so no network is needed. torchrun lets the system choose a
free port. Where PyTorch is missing, or the processes do not come to an end in time, the results
that were recorded from it take their place, and it is said. No process and no file is left.
"""

from __future__ import annotations

import ast
import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from cnnhelpers import recorded, reference
from cnnhelpers.files import save_whole

if TYPE_CHECKING:
    import subprocess

SCRIPT = Path(__file__).with_name("train.py")
FILE = Path(recorded.FILE).with_name("parallel_steps.npz")
LIMIT = 90.0  # seconds for all processes; two of them need about 5
PATIENCE = 40.0  # seconds in which torchrun ends its processes when it is asked to
# What a torchrun around this kernel would have set; ours sets its own.
INHERITED = ("RANK", "LOCAL_RANK", "WORLD_SIZE", "LOCAL_WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT")
State = Mapping[str, np.ndarray]


class NotRun(Exception):
    """The processes did not come to an end; the message says why, as the rest of a sentence."""


@dataclass(frozen=True, eq=False)
class Run:
    """What several processes came to.

    Args:
        note: one sentence: who computed this.
        losses: of each step, the mean over the batch.
        gradients: of the first step, after their all-reduce.
        state: the weights after the last step.
        apart: the largest difference between the weights of two processes.
        seconds: of a step of one process, without sending; measured.
        gigabits: a second that a process sends in an all-reduce; measured.
        recorded: whether this is a record. ``gradients`` and ``state`` then hold every 997th number
            of each array.
    """

    note: str
    losses: np.ndarray
    gradients: State
    state: State
    apart: float
    seconds: float
    gigabits: float
    recorded: bool = False

    def difference(self, ours: State, name: str = "state") -> float:
        """Return the largest difference to our ``"state"`` or ``"gradients"``.

        Raises:
            ValueError: ours has other names.
        """
        theirs: State = getattr(self, name)
        if ours.keys() != theirs.keys():
            raise ValueError("Run: the other network has other parameters than LeNet.")
        ours = recorded.sample(ours) if self.recorded else ours
        return max(float(np.abs(ours[each] - here).max()) for each, here in theirs.items())

    def __repr__(self) -> str:
        return self.note


def run(
    start: State,
    *,
    workers: int = 2,
    steps: int = 8,
    batch_size: int = 64,
    learning_rate: float = 0.05,
    limit: float = LIMIT,
) -> Run:
    """Train LeNet from the weights ``start`` in float64, ``workers`` processes sharing each batch.

    ``limit`` is the number of seconds after which the processes are ended.

    Raises:
        LookupError: it could not be run, and this run was never recorded.
    """
    options = dict(steps=steps, batch_size=batch_size, learning_rate=learning_rate)
    if not reference.available():
        reason = "PyTorch is not installed"
    else:
        try:
            return _started(start, workers, options, limit)
        except NotRun as error:
            reason = f"The {workers} processes were not run to their end ({error})"
    return _recorded(key(start, workers, options), reason)


def key(start: State, workers: int, options: Mapping[str, Any]) -> str:
    """Return the name under which a run is recorded; it follows from the numbers alone."""
    return recorded.key("parallel_steps", {**start, "workers": workers, **options})


def record(start: State, *, workers: int, **options: Any) -> None:
    """Run the processes and write what they come to into the file.

    Raises:
        ModuleNotFoundError: PyTorch is not installed.
        NotRun: the processes did not come to an end.
    """
    reference.needed()
    found = _started(start, workers, options, LIMIT)
    parts: dict[str, Any] = {f"state/{k}": v for k, v in recorded.sample(found.state).items()}
    parts |= {f"gradient/{k}": v for k, v in recorded.sample(found.gradients).items()}
    parts |= {name: getattr(found, name) for name in ("losses", "apart", "seconds", "gigabits")}
    parts["key"] = np.array(key(start, workers, options))
    save_whole(FILE, lambda file: np.savez_compressed(file, **parts))


def _recorded(name: str, reason: str) -> Run:
    if FILE.exists():
        with np.load(FILE, allow_pickle=False) as file:
            if str(file["key"]) == name:
                return _read(file, f"{reason}: these are recorded results.", True)
    raise LookupError(
        f"{reason}, and this run was not recorded: there is nothing to show. Use the numbers of "
        "notebook 18, or install PyTorch with 'pip install torch'."
    )


def _read(file: Any, note: str, from_record: bool = False) -> Run:
    def part(prefix: str) -> State:
        names = [name for name in file.files if name.startswith(prefix)]
        return {name.removeprefix(prefix): file[name] for name in names}

    apart, seconds, gigabits = (float(file[name]) for name in ("apart", "seconds", "gigabits"))
    gradients, state = part("gradient/"), part("state/")
    return Run(note, file["losses"], gradients, state, apart, seconds, gigabits, from_record)


def source(name: str) -> str:
    """Return the text of one of the script's functions.

    Raises:
        LookupError: it has none of that name.
    """
    text = SCRIPT.read_text(encoding="utf-8")
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return ast.get_source_segment(text, node) or ""
    raise LookupError(f"train.py has no function {name!r}.")


# Processes --------------------------------------------------------------------------------------


def _started(start: State, workers: int, options: Mapping[str, Any], limit: float) -> Run:
    _check_loopback()
    with tempfile.TemporaryDirectory(prefix="parallel-", ignore_cleanup_errors=True) as folder:
        first, out = Path(folder, "start.npz"), Path(folder, "out.npz")
        np.savez(first, **dict[str, Any](start))
        asked = [f"--{name.replace('_', '-')}={value}" for name, value in options.items()]
        asked += ["--dtype=float64", f"--weights={first}", f"--out={out}"]
        _torchrun(workers, asked, Path(folder), limit)
        try:
            with np.load(out, allow_pickle=False) as file:
                return _read(file, f"{workers} processes, run on this machine by torchrun.")
        except OSError:
            raise NotRun("they ended without a result") from None


def _check_loopback() -> None:
    """Find out at once whether processes could talk here; torchrun would wait for minutes."""
    import socket

    try:
        with socket.create_server(("127.0.0.1", 0)) as server:
            socket.create_connection(server.getsockname(), timeout=5).close()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise NotRun(f"127.0.0.1 does not answer: {reason}") from None


def _torchrun(workers: int, asked: list[str], folder: Path, limit: float) -> None:
    """Run the script on this machine's loopback; raises NotRun."""
    import subprocess

    command = [sys.executable, "-m", "torch.distributed.run", "--standalone"]
    command += ["--local-addr=127.0.0.1", f"--nproc-per-node={workers}", str(SCRIPT), *asked]
    said = folder / "said.txt"
    try:
        with open(said, "wb") as file:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                env=_environment(folder),
                start_new_session=True,  # Ctrl-C is for us: we end them in order
            )
    except OSError as error:
        raise NotRun(f"{type(error).__name__}: {error.strerror}") from None
    try:
        code = process.wait(limit)
    except subprocess.TimeoutExpired:
        raise NotRun(f"they took longer than {limit:g} seconds") from None
    finally:
        _end(process)
    if code:
        raise NotRun(_reason(said.read_text(errors="replace"), code))


def _environment(folder: Path) -> dict[str, str]:
    """Return our environment with what the processes need: our package, one thread, loopback."""
    import socket

    environment = {name: value for name, value in os.environ.items() if name not in INHERITED}
    paths = [str(SCRIPT.parents[2]), environment.get("PYTHONPATH", "")]
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    environment["OMP_NUM_THREADS"] = "1"
    environment["TMPDIR"] = environment["TEMP"] = environment["TMP"] = str(folder)  # and logs
    with suppress(OSError, AttributeError):
        loopback = {name for _, name in socket.if_nameindex()} & {"lo", "lo0"}
        if loopback:
            environment["GLOO_SOCKET_IFNAME"] = loopback.pop()
    return environment


def _end(process: subprocess.Popen[bytes]) -> None:
    """End torchrun where it still runs; asked to end, it ends its processes first."""
    import signal
    import subprocess

    if process.poll() is not None:
        return
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _reason(said: str, code: int) -> str:
    """Return the error that a process ended with, as it is named in what they printed."""
    errors = [
        line.split(": ", 1)[-1] if line.startswith("[") else line
        for line in said.splitlines()
        if "rror: " in line and "ChildFailedError" not in line
    ]
    return errors[0].strip().rstrip(".")[:200] if errors else f"they ended with code {code}"
