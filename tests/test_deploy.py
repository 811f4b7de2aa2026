"""A hub for a class: its configuration, the start of a server, and the trial's own judgement."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from cnnhelpers import __main__ as command_line
from cnnhelpers.check import EXERCISES
from cnnhelpers.course.editions import default_target
from cnnhelpers.course.notebooks import course_notebooks, read, solutions

ROOT = Path(__file__).parents[1]
HUB = ROOT / "deploy" / "hub"


def module(name: str) -> ModuleType:
    """A script of the hub, which belongs to no package."""
    spec = importlib.util.spec_from_file_location(f"hub_{name}", HUB / f"{name}.py")
    assert spec is not None and spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = found  # where its dataclasses look for their module
    spec.loader.exec_module(found)
    return found


def configured(name: str) -> dict[str, dict]:
    """What a configuration file says, by class and trait; JupyterHub need not be there."""
    loader = pytest.importorskip("traitlets.config.loader").PyFileConfigLoader
    found = loader(f"{name}.py", path=str(HUB)).load_config()
    return {part: dict(traits) for part, traits in found.items()}


def test_a_student_has_the_threads_and_the_memory_of_the_quota(monkeypatch) -> None:
    monkeypatch.setenv("CNN_CPUS", "2")
    monkeypatch.setenv("CNN_MEMORY_LIMIT", "1500M")
    said = configured("jupyterhub_config")["Spawner"]
    threads = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
    assert said["environment"] == dict.fromkeys(threads, "2")
    assert said["cpu_limit"] == 2 and said["mem_limit"] == "1500M"
    monkeypatch.setenv("CNN_CPUS", "0.5")  # half a processor is one thread, not none
    assert set(configured("jupyterhub_config")["Spawner"]["environment"].values()) == {"1"}


def test_what_nobody_uses_ends(monkeypatch) -> None:
    monkeypatch.setenv("CNN_IDLE_SECONDS", "1800")
    said = configured("jupyterhub_config")
    assert "--MappingKernelManager.cull_idle_timeout=1800" in said["Spawner"]["args"]
    (service,) = said["JupyterHub"]["services"]
    assert service["command"][1:] == ["-m", "jupyterhub_idle_culler", "--timeout=1800"]
    (role,) = said["JupyterHub"]["load_roles"]
    assert role["services"] == ["idle-culler"] and "delete:servers" in role["scopes"]


def test_a_server_starts_by_making_the_copies() -> None:
    said = configured("jupyterhub_config")["Spawner"]
    assert said["cmd"] == [sys.executable, str(HUB / "start_server.py")]
    start = module("start_server")
    assert said["default_url"] == f"/lab/tree/{start.PRACTICE}/{course_notebooks()[0].name}"


def test_the_trial_listens_to_this_machine_only(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CNN_TRIAL_PORT", "18000")
    monkeypatch.setenv("CNN_TRIAL_HOMES", str(tmp_path))
    monkeypatch.setenv("CNN_TRIAL_TOKEN", "secret")
    said = configured("trial_config")
    addresses = [said["JupyterHub"]["bind_url"], said["JupyterHub"]["hub_bind_url"]]
    addresses.append(said["ConfigurableHTTPProxy"]["api_url"])
    assert all(each.startswith("http://127.0.0.1:") for each in addresses)
    assert said["Spawner"]["ip"] == "127.0.0.1"
    assert "authenticator_class" not in configured("jupyterhub_config")["JupyterHub"]


def test_copies_are_made_once_and_nothing_of_the_students_is_overwritten(tmp_path: Path) -> None:
    start = module("start_server")
    start.make_copies(tmp_path)
    copies = tmp_path / "cnn-practice"
    assert {path.name for path in copies.glob("*.ipynb")} == {p.name for p in course_notebooks()}
    mine = copies / course_notebooks()[0].name
    mine.write_text("mine", encoding="utf-8")
    start.make_copies(tmp_path)
    assert mine.read_text(encoding="utf-8") == "mine"


def test_a_file_in_place_of_the_folder_is_only_told_in_the_log(tmp_path: Path, capsys) -> None:
    (tmp_path / "cnn-practice").write_text("", encoding="utf-8")
    module("start_server").make_copies(tmp_path)
    assert "No practice copies: FileExistsError" in capsys.readouterr().err


def test_the_trial_sees_what_is_missing_and_what_is_another_students(tmp_path: Path) -> None:
    pytest.importorskip("tornado")
    trial = module("trial")
    names = [name for name in solutions(read(course_notebooks(["03"])[0])) if name in EXERCISES]
    texts = {"a": "my line is a", "b": "my line is b and my line is a"}
    for student, text in texts.items():
        folder = tmp_path / student / "cnn-practice"
        folder.mkdir(parents=True)
        (folder / "my_cnn.py").write_text(text, encoding="utf-8")
        passed = dict.fromkeys(names if student == "a" else names[1:], {})
        (folder / "my_progress.json").write_text(json.dumps({"passed": passed}), encoding="utf-8")
    students = [trial.Student(name) for name in ("a", "b", "c")]
    trial.look(tmp_path, students, "03_padding_and_stride")
    first, second, third = (student.troubles for student in students)
    assert first == []
    assert second[0].startswith(f"passed {sorted(names[1:])}, not {sorted(names)}")
    assert second[1] == "my_cnn.py and the line of a"
    assert third[0].startswith("nothing was kept:")
    assert trial.report(students).endswith("1 of 3 students without any trouble")


# ------------------------------------------------------------------ what the guide says


GUIDE = (ROOT / "deploy" / "README.md").read_text(encoding="utf-8")


def test_binder_opens_the_first_practice_copy() -> None:
    # A folder binder or .binder would be read in place of the files at the top.
    assert not any((ROOT / name).exists() for name in ("binder", ".binder"))
    assert os.access(ROOT / "postBuild", os.X_OK) or os.name == "nt"
    assert "python -m cnnhelpers practice\n" in (ROOT / "postBuild").read_text(encoding="utf-8")
    place = f"{default_target().name}/{course_notebooks()[0].name}"
    assert f"/HEAD?urlpath=lab/tree/{place})" in GUIDE


@pytest.mark.parametrize(
    "command", re.findall(r"python -m cnnhelpers ([^`\n#\"]+)", GUIDE), ids=str.strip
)
def test_the_guides_commands_have_the_options_that_it_names(command: str, capsys) -> None:
    words = command.split()
    names = words[:2] if words[0] == "progress" else words[:1]
    with pytest.raises(SystemExit):
        command_line.main([*names, "--help"])
    said = capsys.readouterr().out
    for option in (word for word in words if word.startswith("--")):
        assert option in said
