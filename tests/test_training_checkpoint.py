"""Checkpoints: whole or not at all, written and read; what does not fit changes nothing."""

import copy
import os
import pickle
import signal
import subprocess
import sys
import time
import tracemalloc
import zipfile

import numpy as np
import pytest

from cnnhelpers import nn, training


def network():
    nn.manual_seed(0)
    return nn.Sequential(nn.Flatten(), nn.BatchNorm1d(6), nn.Linear(6, 3))


def data(seed=0):
    rng = np.random.default_rng(seed)
    return rng.standard_normal((20, 1, 2, 3)).astype(np.float32), rng.integers(0, 3, 20)


def run(path, epochs=2, make=nn.Adam):
    model = network()
    optimiser = make(model.parameters(), 0.01)
    history = training.fit(
        model, *data(), epochs=epochs, optimiser=optimiser, checkpoint=path, progress=False
    )
    return model, optimiser, history


def everything(model, optimiser):
    return copy.deepcopy((model.state_dict(), optimiser.state_dict()))


def assert_unchanged(model, optimiser, before):
    for now, then in zip(everything(model, optimiser), before):
        assert list(now) == list(then)
        for name, value in now.items():
            np.testing.assert_array_equal(value, then[name])
            assert value.dtype == then[name].dtype


def parts_of(path):
    with np.load(path) as file:
        return dict(file)


LAST = "optimiser/1.square"  # read after all of the model
TAMPERED = [
    ({"model/2.bias": np.array([1, np.nan, 1], np.float32)}, "2.bias does not hold finite"),
    ({"model/2.bias": np.array(["a", "b", "c"])}, "2.bias does not hold finite numbers"),
    ({"model/2.bias": np.array([1, 2, 3j])}, "2.bias does not hold finite numbers"),
    ({"model/2.bias": np.zeros(4)}, r"2.bias has shape \(4,\), expected \(3,\)"),
    ({"model/2.bias": None}, "the state lacks 2.bias"),
    ({"model/9.bias": np.zeros(3)}, "has unexpected 9.bias"),
    ({"model/1.num_batches_tracked": np.array(0.5)}, "has numbers that int64 cannot hold"),
    ({"model/2.bias": np.array([1e300, 0, 0])}, "has numbers that float32 cannot hold"),
    ({LAST: np.zeros(5)}, r"1.square has shape \(5,\), expected \(6,\)"),
    ({LAST: np.full(6, np.inf)}, "1.square does not hold finite numbers"),
    ({LAST: None}, "parameter 1 lacks square, which Adam remembers"),
    ({"optimiser/1.steps": np.array(1.5)}, "1.steps must be a whole number, not 1.5"),
    ({"optimiser/1.steps": np.array(-1)}, "1.steps must be a whole number, not -1"),
    ({"optimiser/7.mean": np.zeros(3)}, "7.mean belongs to none of these 4 parameters"),
    ({"optimiser/one.mean": np.zeros(3)}, "one.mean belongs to none of these 4 parameters"),
    ({"optimiser/0.velocity": np.zeros(6)}, "0.velocity is nothing that Adam remembers"),
    ({"optimiser/steps": None}, "an optimiser's state has steps, lr and initial_lr"),
    ({"optimiser/steps": np.array(1.5)}, "steps must be a whole number, not 1.5"),
    ({"optimiser/lr": np.array(-1.0)}, "lr must be at least 0"),
    ({"optimiser/lr": np.array([1.0, 2.0])}, "lr must be one number, not 2"),
    ({"history/loss": np.array([1.0])}, "has an? .* that is not one number an epoch"),
    ({"history/loss": np.array(["1", "2"])}, "has a loss that is not one number an epoch"),
    ({"history/loss": np.array([1.0, np.nan])}, "has a loss that is not one number an epoch"),
    ({"history/loss": np.ones((2, 1))}, "has an? .* that is not one number an epoch"),
    ({"history/loss": None}, "its history has accuracy, learning_rate, .* instead of"),
    ({"history/more": np.ones(2)}, "its history has accuracy, .* instead of"),
    ({"history/validation_loss": np.ones(3)}, "has an? .* that is not one number an epoch"),
]


@pytest.mark.parametrize(("change", "sentence"), TAMPERED, ids=lambda value: str(value)[:60])
def test_a_file_that_does_not_fit_changes_nothing(tmp_path, change, sentence):
    path = tmp_path / "run.npz"
    run(path)
    parts = {k: v for k, v in (parts_of(path) | change).items() if v is not None}
    np.savez(path, **parts)
    model = network()
    optimiser = nn.Adam(model.parameters(), 0.5)
    training.fit(model, *data(1), epochs=1, optimiser=optimiser, progress=False)
    before = everything(model, optimiser)
    with pytest.raises(ValueError, match="run.npz does not fit, and nothing was changed: .*"):
        training.load_checkpoint(path, model, optimiser)
    with pytest.raises(ValueError, match=sentence):
        training.load_checkpoint(path, model, optimiser)
    assert_unchanged(model, optimiser, before)


def test_a_file_with_one_count_for_all_parameters_is_read(tmp_path):
    """Adam's files had no counts of each parameter once."""
    path = tmp_path / "run.npz"
    _, optimiser, _ = run(path)
    np.savez(path, **{k: v for k, v in parts_of(path).items() if not k.endswith(".steps")})
    model = network()
    again = nn.Adam(model.parameters(), 0.5)
    training.load_checkpoint(path, model, again)
    assert again.steps == optimiser.steps > 0
    for ours, theirs in zip(again.state, optimiser.state):
        assert ours["steps"] == theirs["steps"] == again.steps


def test_what_is_no_run_leaves_the_file_alone(tmp_path):
    path = tmp_path / "run.npz"
    model, optimiser, history = run(path)
    kept = path.read_bytes()
    for wrong, sentence in (
        ((optimiser, model, history), "save_checkpoint: model must be a layer or a network, not"),
        ((model, model, history), "save_checkpoint: optimiser must be one of cnnhelpers.nn, not"),
        ((model, optimiser, []), r"save_checkpoint: history must be a History, not \[\]"),
        ((model, optimiser, None), "save_checkpoint: history must be a History, not None"),
        (
            (model, optimiser, training.History(loss=[1.0])),
            "save_checkpoint: history has .*; pass the one that fit returned",
        ),
    ):
        with pytest.raises((TypeError, ValueError), match=sentence):
            training.save_checkpoint(path, *wrong)
        assert path.read_bytes() == kept
    with pytest.raises(TypeError, match="load_checkpoint: model must be a layer or a network, not"):
        training.load_checkpoint(path, optimiser, model)


def test_an_optimiser_of_ones_own_may_remember_anything():
    class Counting(nn.Optimiser):
        def update(self, parameter, state):
            state["steps"] = state.get("steps", np.zeros_like(parameter.data)) + 1

    layer = nn.Linear(2, 1)
    layer.weight.grad, layer.bias.grad = np.ones((1, 2)), np.ones(1)
    first, again = (Counting(layer.parameters(), 0.1) for _ in range(2))
    first.step()
    again.load_state_dict(first.state_dict())
    assert again.state[0]["steps"].tolist() == [[1, 1]]


def test_another_model_or_optimiser_is_refused(tmp_path):
    path = tmp_path / "run.npz"
    model, optimiser, _ = run(path)
    before = everything(model, optimiser)
    other = nn.Sequential(nn.Flatten(), nn.Linear(6, 3))
    with pytest.raises(ValueError, match="the state has unexpected 1.running_mean"):
        training.load_checkpoint(path, other, nn.Adam(other.parameters(), 0.1))
    with pytest.raises(ValueError, match="0.mean is nothing that SGD remembers; make the same"):
        training.load_checkpoint(path, model, nn.SGD(model.parameters(), 0.1))
    with pytest.raises(ValueError, match="0.mean has shape .6,., expected .3, 6."):
        training.load_checkpoint(path, model, nn.Adam(model[2].parameters()))
    assert_unchanged(model, optimiser, before)


def array_file(dtype, length, content):
    """Return a .npy file: what its header says, and what really follows."""
    header = f"{{'descr': '{dtype}', 'fortran_order': False, 'shape': ({length},), }}"
    header = header.ljust(117) + "\n"
    return b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header.encode() + content


def header_bomb(path, dtype="<f8", length=2**27):
    """A small file whose array's header asks for 1 GB."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("model/0.weight.npy", array_file(dtype, length, bytes(64)))


def archive_bomb(path):
    """The same, and the archive's table of contents confirms it."""
    header_bomb(path)
    said = array_file("<f8", 2**27, b"")
    archive = path.read_bytes()
    true, false = len(said) + 64, len(said) + 2**30
    table = archive.rindex(b"PK\x01\x02")
    sizes = slice(table + 20, table + 28)  # compressed, and as it was
    assert archive[sizes] == 2 * true.to_bytes(4, "little")
    forged = 2 * false.to_bytes(4, "little")
    path.write_bytes(archive[: sizes.start] + forged + archive[sizes.stop :])


def empty_text_bomb(path):
    """Texts of no length take no room in the file, and one byte each in memory."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("model/0.weight.npy", array_file("|S0", 2**30, b""))


BOMBS = {"header": header_bomb, "archive": archive_bomb, "empty texts": empty_text_bomb}


@pytest.mark.parametrize("name", BOMBS)
def test_a_small_file_does_not_ask_for_much_memory(tmp_path, name):
    path = tmp_path / "run.npz"
    model, optimiser, _ = run(path)
    BOMBS[name](path)
    assert path.stat().st_size < 1000
    tracemalloc.start()
    try:
        with pytest.raises(ValueError, match="run.npz is not a checkpoint; pass a file that save"):
            training.load_checkpoint(path, model, optimiser)
        assert tracemalloc.get_traced_memory()[1] < 10**7  # bytes, at the highest
    finally:
        tracemalloc.stop()


class Runs:
    """Makes a folder when it is unpickled."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.mkdir, (self.path,)


def test_nothing_in_a_file_is_run(tmp_path):
    path, made = tmp_path / "run.npz", tmp_path / "made"
    model, optimiser, _ = run(path)
    content = pickle.dumps(Runs(str(made)))
    content += bytes(-len(content) % 8)  # as long as its header says
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("model/0.weight.npy", array_file("|O", len(content) // 8, content))
    with pytest.raises(ValueError, match="run.npz is not a checkpoint; pass a file that save_ch"):
        training.load_checkpoint(path, model, optimiser)
    assert not made.exists()


def compressed(path):
    np.savez_compressed(path, **{"model/0.weight": np.zeros(10**6)})


def pickled(path):
    np.savez(path, **{"model/0.weight": np.array([{}], object)})


def single(path):
    np.save(path.with_suffix(".npy"), np.ones(3))
    path.with_suffix(".npy").rename(path)


NO_CHECKPOINTS = {
    "text": lambda path: path.write_bytes(b"not an archive"),
    "empty": lambda path: path.write_bytes(b""),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:900]),
    "one bit": lambda path: path.write_bytes(
        path.read_bytes()[:200] + bytes([path.read_bytes()[200] ^ 1]) + path.read_bytes()[201:]
    ),
    "other names": lambda path: np.savez(path, numbers=np.ones(3)),
    "one array": single,
    "compressed": compressed,
    "pickled": pickled,
}


@pytest.mark.parametrize("name", NO_CHECKPOINTS)
def test_what_is_no_checkpoint_is_refused_in_one_sentence(tmp_path, name):
    path = tmp_path / "run.npz"
    model, optimiser, _ = run(path)
    before = everything(model, optimiser)
    NO_CHECKPOINTS[name](path)
    with pytest.raises(ValueError, match="run.npz is not a checkpoint; pass a file that save_ch"):
        training.load_checkpoint(path, model, optimiser)
    assert_unchanged(model, optimiser, before)


def test_no_file_no_folder_no_name(tmp_path):
    model, optimiser, history = run(tmp_path / "run.npz")
    for path, error in [(tmp_path / "none.npz", FileNotFoundError), (tmp_path, IsADirectoryError)]:
        with pytest.raises(error, match=f"load_checkpoint: {path} could not be read"):
            training.load_checkpoint(path, model, optimiser)
    with pytest.raises(FileNotFoundError, match="save_checkpoint: .* could not be written"):
        training.save_checkpoint(tmp_path / "no" / "run.npz", model, optimiser, history)
    with pytest.raises(TypeError, match="save_checkpoint: path must be the name of a file, not 3"):
        training.save_checkpoint(3, model, optimiser, history)
    trained = model.state_dict()
    for path in (tmp_path / "no" / "run.npz", tmp_path):
        with pytest.raises(OSError, match="fit: checkpoint: .* cannot be written"):
            training.fit(model, *data(), checkpoint=path, progress=False)  # before it trains
    for name, value in model.state_dict().items():
        np.testing.assert_array_equal(value, trained[name])


def test_what_is_not_finite_is_not_saved(tmp_path):
    path = tmp_path / "run.npz"
    model, optimiser, history = run(path)
    kept = path.read_bytes()
    model[2].bias.data[1] = np.inf
    with pytest.raises(ValueError, match="model/2.bias has numbers that are not finite"):
        training.save_checkpoint(path, model, optimiser, history)
    assert path.read_bytes() == kept and os.listdir(tmp_path) == ["run.npz"]


# The disk ---------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix", reason="needs a limit on the size of files")
def test_a_disk_that_is_full_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "run.npz"
    run(path)
    kept = path.read_bytes()
    program = f"""
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
import numpy as np
from cnnhelpers import nn, training
model = nn.Sequential(nn.Flatten(), nn.Linear(6, 3000))
optimiser = nn.SGD(model.parameters(), 0.1)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    training.save_checkpoint({str(path)!r}, model, optimiser, training.History())
except OSError as error:
    print(error)
"""
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert "could not be written (File too large); nothing was changed" in said.stdout, said
    assert path.read_bytes() == kept and os.listdir(tmp_path) == ["run.npz"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that kills")
def test_a_kill_in_the_middle_leaves_a_whole_file(tmp_path, monkeypatch):
    path = tmp_path / "run.npz"
    program = f"""
import numpy as np
from cnnhelpers import nn, training
model = nn.Sequential(nn.Flatten(), nn.Linear(600, 300))
optimiser, history = nn.SGD(model.parameters(), 0.1), training.History()
model[1].bias.data[...] = 0
print("ready", flush=True)
while True:
    model[1].weight.data += 1
    model[1].bias.data += 1
    training.save_checkpoint({str(path)!r}, model, optimiser, history)
"""
    model = nn.Sequential(nn.Flatten(), nn.Linear(600, 300))
    first = model[1].weight.data.copy()
    for delay in (0.003, 0.011, 0.02):
        process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
        process.stdout.readline()
        until = time.monotonic() + 20
        while not path.exists() and time.monotonic() < until:
            time.sleep(0.001)
        time.sleep(delay)
        process.kill()
        process.wait()
        training.load_checkpoint(path, model, nn.SGD(model.parameters(), 0.1))
        rounds = model[1].bias.data
        assert rounds[0] >= 1 and (rounds == rounds[0]).all()  # of one moment
        assert first.shape == model[1].weight.shape
    monkeypatch.setattr("cnnhelpers.files.LEFT_BEHIND", 0)  # seconds
    training.save_checkpoint(path, model, nn.SGD(model.parameters(), 0.1), training.History())
    assert os.listdir(tmp_path) == ["run.npz"]
