"""One JupyterLab server, in a folder of its own that goes away with it."""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from harness import kernels

SETTINGS = {
    "@jupyterlab/apputils-extension/notification": {
        "checkForUpdates": False,
        "doNotDisturbMode": True,
        "fetchNews": "false",
    },
    "@jupyterlab/docmanager-extension/plugin": {"autosave": False},
}
# Extensions that other tests need in this environment, and no learner has.
NOT_THE_LEARNERS = (
    "@jupyter/nbgrader",
    "@jupyter-notebook/lab-extension",
    "@jupyterlite/pyodide-kernel-extension",
)
# Nothing of the user's is read or written: each of these points into the temporary folder.
PLACES = {
    "JUPYTER_CONFIG_DIR": "config",
    "JUPYTER_DATA_DIR": "data",
    "JUPYTER_RUNTIME_DIR": "runtime",
    "JUPYTERLAB_SETTINGS_DIR": "settings",
    "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    "IPYTHONDIR": "ipython",
}


class Server:
    """JupyterLab on a free port of this machine; it serves `folder`.

    `windowing` is JupyterLab's setting: "none" draws every cell, so that all pictures can be looked
    at; None leaves JupyterLab's default, which draws those in view.
    """

    def __init__(self, windowing: str | None = "none") -> None:
        # resolve(): macOS's temporary folder is a symbolic link.
        self.root = Path(tempfile.mkdtemp(prefix="cnn-lab-")).resolve()
        self.folder = self.root / "notebooks"
        self.forked: subprocess.Popen[bytes] | None = None
        self.token = hashlib.sha256(os.urandom(32)).hexdigest()[:32]
        try:
            self.process = self._start(windowing)
            atexit.register(self.stop)
            self.url = self._wait()
        except BaseException:
            self.stop()
            raise

    def _start(self, windowing: str | None) -> subprocess.Popen[bytes]:
        environment = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("JUPYTER", "PYTEST", "COV_")) and key != "MPLBACKEND"
        }
        self.folder.mkdir()
        if kernels.available():
            environment["JUPYTER_PATH"] = str(self._start_kernels(environment))
        for variable, name in PLACES.items():
            (self.root / name).mkdir()
            environment[variable] = str(self.root / name)
        settings = dict(SETTINGS)
        if windowing is not None:
            settings["@jupyterlab/notebook-extension/tracker"] = {"windowingMode": windowing}
        for name, value in settings.items():
            path = self.root / "settings" / f"{name}.jupyterlab-settings"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(value), encoding="utf-8")

        extensions = self.root / "labextensions"
        for package in Path(sys.prefix, "share", "jupyter", "labextensions").rglob("package.json"):
            name = json.loads(package.read_text(encoding="utf-8"))["name"]
            if name not in NOT_THE_LEARNERS and not (extensions / name).exists():
                shutil.copytree(package.parent, extensions / name)

        command = [sys.executable, "-m", "jupyterlab", "--no-browser"]
        command += ["--ServerApp.ip=127.0.0.1", "--ServerApp.port=0"]  # 0: any free port
        command += [f"--ServerApp.root_dir={self.folder}"]
        command += [f"--IdentityProvider.token={self.token}"]
        command += ["--LabApp.expose_app_in_browser=True", "--LabApp.news_url=None"]
        command += ["--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
        command += ["--LabApp.extension_manager=readonly"]
        command += [f"--LabApp.labextensions_path={extensions}"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.append("--allow-root")
        self.log = self.root / "server.log"
        with self.log.open("w") as log:
            # A session of its own: Ctrl-C reaches the tests, and these stop the server in order.
            return subprocess.Popen(
                command,
                cwd=self.root,
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )

    def _start_kernels(self, environment: dict[str, str]) -> Path:
        """Start the process that kernels are forked off; return where JupyterLab finds its spec."""
        place = self.root / "forked"
        spec = place / "kernels" / "python3" / "kernel.json"
        spec.parent.mkdir(parents=True)
        path = str(self.root / "kernels")
        spec.write_text(json.dumps(kernels.spec(path)), encoding="utf-8")
        self.forked = subprocess.Popen(
            kernels.command(path), cwd=self.root, env=environment, stdin=subprocess.DEVNULL
        )
        return place

    def _wait(self, timeout: float = 60) -> str:
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

    def stop(self) -> None:
        """Stop the server and its kernels, and remove its folder."""
        atexit.unregister(self.stop)
        process = getattr(self, "process", None)
        if process is not None and process.poll() is None:
            process.terminate()  # the server shuts its kernels down
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                if hasattr(os, "killpg"):
                    with contextlib.suppress(ProcessLookupError):
                        os.killpg(process.pid, signal.SIGKILL)
                process.kill()
                process.wait(5)
        if self.forked is not None:
            self.forked.kill()
            self.forked.wait()
        shutil.rmtree(self.root, ignore_errors=True)
