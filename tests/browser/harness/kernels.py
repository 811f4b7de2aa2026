"""Kernels of the tests, forked off one process that has imported what each of them imports.

PyTorch, IPython and Matplotlib take more than two seconds of a processor to import, and the tests
of a browser start some eighty kernels. Kernels that start as a learner's do run under nbval.

JupyterLab starts :func:`stand_in` in place of a kernel. It asks the process that runs :func:`serve`
for a fork, hands signals on to it, and ends as it ends; killed, it takes the fork along. Only Linux
has all that this needs; elsewhere kernels start as usual.

    python kernels.py serve SOCKET                  the process that is forked
    python kernels.py kernel SOCKET -f CONNECTION   a stand-in
"""

import contextlib
import json
import os
import select
import signal
import socket
import sys
import threading

PRELOADED = (
    *("ipykernel.kernelapp", "ipykernel.ipkernel", "ipywidgets", "numpy", "torch"),
    *("matplotlib.backends.backend_agg", "matplotlib.figure", "PIL.Image"),
)
LONGEST = 1 << 20  # bytes of what a stand-in says of itself: its environment, for the most part


def available() -> bool:
    """Return whether this system can do it."""
    return sys.platform == "linux"


def command(path: str) -> list[str]:
    """Return how the process that listens at this path is started."""
    return [sys.executable, __file__, "serve", path]


def spec(path: str) -> dict:
    """Return what kernel.json says of a kernel that is forked off the process at this path."""
    start = [sys.executable, "-I", "-S", __file__, "kernel", path, "-f", "{connection_file}"]
    return {"argv": start, "display_name": "Python 3 (ipykernel)", "language": "python"}


# The process that is forked ------------------------------------------------------------------


def serve(path: str) -> None:
    """Import, listen, and fork for each who asks, until this process is ended."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path)
        listening.listen(32)  # who comes early waits
        for name in PRELOADED:
            with contextlib.suppress(ImportError):  # PyTorch may be missing
                __import__(name)
        ended, woken = socket.socketpair()
        for end in (ended, woken):
            end.setblocking(False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(woken.fileno())
        running: dict[int, socket.socket] = {}
        while True:
            ready, _, _ = select.select([listening, ended], [], [])
            if ended in ready:
                with contextlib.suppress(BlockingIOError):
                    ended.recv(4096)
                _tell_of_the_dead(running)
            if listening in ready:
                asking, _ = listening.accept()
                with contextlib.suppress(OSError, ValueError):  # it is gone already
                    said, files, _, _ = socket.recv_fds(asking, LONGEST, 3)
                    pid = os.fork()
                    if pid == 0:
                        for other in (listening, ended, woken, *running.values()):
                            other.close()
                        _become_a_kernel(asking, json.loads(said), files)
                    for file in files:
                        os.close(file)
                    running[pid] = asking
                    asking.sendall(f"{pid}\n".encode())


def _tell_of_the_dead(running: dict[int, socket.socket]) -> None:
    """Tell the stand-ins of kernels that have ended how they did."""
    for pid in list(running):
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            with running.pop(pid) as asking, contextlib.suppress(OSError):
                asking.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())


def _become_a_kernel(asking: socket.socket, said: dict, files: list[int]) -> None:
    """Take over the stand-in's place, and run a kernel; this does not come back."""
    code = 1
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for place, file in enumerate(files):
            os.dup2(file, place)
            os.close(file)
        os.chdir(said["folder"])
        os.environ.clear()
        os.environ.update(said["environment"])
        os.environ.pop("JPY_PARENT_PID", None)  # our parent is another one: no sign of life
        sys.argv = ["ipykernel_launcher.py", *said["arguments"]]
        sys.path[0] = ""
        threading.Thread(target=_end_with, args=(asking,), daemon=True).start()
        from ipykernel.kernelapp import launch_new_instance

        launch_new_instance()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        with contextlib.suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def _end_with(asking: socket.socket) -> None:
    """Wait until the stand-in is gone; end at once, as a kernel that is killed does."""
    with contextlib.suppress(OSError):
        asking.recv(1)
    os.kill(os.getpid(), signal.SIGKILL)


# In place of a kernel ------------------------------------------------------------------------


def stand_in(path: str, arguments: list[str]) -> None:
    """Ask for a kernel; hand signals on to it, and end as it ends."""
    with socket.socket(socket.AF_UNIX) as asking:
        asking.connect(path)
        said = {
            "arguments": arguments,
            "folder": os.getcwd(),
            "environment": dict(os.environ),
        }
        socket.send_fds(asking, [json.dumps(said).encode()], [0, 1, 2])
        told = asking.makefile()
        pid = int(told.readline())

        def hand_on(number: int, _: object) -> None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)

        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, hand_on)
        code = int(told.readline() or 1)
    if code < 0:  # a signal has ended it
        with contextlib.suppress(OSError):  # SIGKILL needs no permission
            signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    os._exit(code)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["serve", path]:
            serve(path)
        case ["kernel", path, *arguments]:
            stand_in(path, arguments)
