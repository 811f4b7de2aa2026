"""Layers and containers equal their PyTorch twins; state goes both ways; errors are sentences."""

from types import SimpleNamespace

import numpy as np
import pytest
from compare import assert_close, configurations, normal, torch
from hypothesis import given
from hypothesis import strategies as st
from twin import assert_same_module, twin

from cnnhelpers import functional, models, nn, training

IMAGES, SIGNALS, ROWS = (2, 4, 7, 6), (2, 4, 9), (3, 5)
LAYERS = [
    (nn.Conv2d(4, 6, 3), IMAGES),
    (nn.Conv2d(4, 6, (3, 2), stride=(2, 1), padding=(1, 0), dilation=(1, 2), groups=2), IMAGES),
    (nn.Conv2d(4, 2, 3, padding="same", bias=False), IMAGES),
    (nn.Conv1d(4, 6, 3, 2, 1), SIGNALS),
    (nn.Conv3d(2, 3, (2, 1, 3), (1, 2, 1), (1, 0, 1)), (2, 2, 3, 4, 4)),
    (nn.ConvTranspose2d(4, 6, 3, 2, 1, 1, 2), IMAGES),
    (nn.ConvTranspose2d(4, 2, (3, 2), (1, 2), bias=False, dilation=2), IMAGES),
    (nn.BatchNorm1d(5), ROWS),
    (nn.BatchNorm1d(4, affine=False), SIGNALS),
    (nn.BatchNorm2d(4, eps=1e-3, momentum=0.3), IMAGES),
    (nn.BatchNorm2d(4).eval(), IMAGES),
    (nn.BatchNorm3d(2), (1, 2, 4, 4, 4)),
    (nn.LayerNorm((7, 6)), IMAGES),
    (nn.LayerNorm(5), ROWS),
    (nn.GroupNorm(2, 4), IMAGES),
    (nn.InstanceNorm2d(4), IMAGES),
    (nn.InstanceNorm2d(4, affine=True), IMAGES),
    (nn.LocalResponseNorm(3, 0.5), IMAGES),
    (nn.Linear(5, 2), ROWS),
    (nn.Linear(5, 2, bias=False), ROWS),
    (nn.Flatten(), IMAGES),
    (nn.Identity(), IMAGES),
    (nn.MaxPool2d(2), IMAGES),
    (nn.MaxPool2d(3, 2, 1, ceil_mode=True), IMAGES),
    (nn.MaxPool1d(2), SIGNALS),
    (nn.MaxPool3d(2), (1, 2, 4, 4, 4)),
    (nn.AvgPool1d(2), SIGNALS),
    (nn.AvgPool2d((3, 2), 2, (1, 1), count_include_pad=False), IMAGES),
    (nn.AvgPool3d(2), (1, 2, 4, 4, 4)),
    (nn.AdaptiveAvgPool2d((3, 1)), IMAGES),
    (nn.ReLU(), IMAGES),
    (nn.LeakyReLU(0.2), IMAGES),
    (nn.GELU(), ROWS),
    (nn.GELU("tanh"), ROWS),
    (nn.Sigmoid(), ROWS),
    (nn.Tanh(), ROWS),
    (nn.Softmax(1), IMAGES),
    (nn.LogSoftmax(), ROWS),
    (nn.Sequential(nn.Conv2d(4, 3, 2), nn.ReLU(), nn.Flatten(), nn.Linear(90, 2)), IMAGES),
    (nn.Residual(nn.Sequential({"conv1": nn.Conv2d(4, 4, 3, 1, 1)})), IMAGES),
    (
        nn.Residual(
            nn.Sequential({"conv1": nn.Conv2d(4, 6, 3, 2, 1)}),
            nn.Sequential(nn.Conv2d(4, 6, 1, 2)),
            nn.ReLU(),
        ),
        IMAGES,
    ),
]


@pytest.mark.parametrize(("layer", "shape"), LAYERS, ids=lambda value: repr(value)[:40])
def test_equals_its_twin(layer, shape):
    assert_same_module(layer.astype(np.float64), *normal(0, np.float64, shape))


@pytest.mark.parametrize(
    ("layer", "text"),
    [
        (nn.Conv2d(1, 2, 3), "Conv2d(1, 2, 3)"),
        (nn.Conv2d(4, 2, (3, 2), (2, 2), bias=False), "Conv2d(4, 2, (3, 2), stride=2, bias=False)"),
        (
            nn.ConvTranspose2d(4, 6, 3, 2, 1, 1, 2, bias=False),
            "ConvTranspose2d(4, 6, 3, stride=2, padding=1, output_padding=1, groups=2, bias=False)",
        ),
        (nn.Linear(5, 2, bias=False), "Linear(5, 2, bias=False)"),
        (nn.MaxPool2d(3, 2, dilation=(1, 2)), "MaxPool2d(3, stride=2, dilation=(1, 2))"),
        (nn.AvgPool2d(2, count_include_pad=False), "AvgPool2d(2, count_include_pad=False)"),
        (nn.AdaptiveAvgPool2d((3, 1)), "AdaptiveAvgPool2d((3, 1))"),
        (nn.BatchNorm2d(4, momentum=0.3), "BatchNorm2d(4, momentum=0.3)"),
        (nn.LayerNorm((4, 4)), "LayerNorm([4, 4])"),
        (nn.LocalResponseNorm(5, k=2.0), "LocalResponseNorm(5, k=2.0)"),
        (nn.Dropout(), "Dropout()"),
        (nn.Sequential(nn.ReLU(), nn.Flatten()), "Sequential(ReLU(), Flatten())"),
        (nn.Sequential({"act": nn.Tanh()}), "Sequential({'act': Tanh()})"),
        (nn.Residual(nn.Sequential(nn.ReLU())), "Residual(Sequential(ReLU()))"),
        (models.Subsampling(6), "Subsampling(6)"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_layer_prints_the_call_that_makes_it(layer, text):
    assert repr(layer) == text


@pytest.mark.parametrize(("layer", "shape"), LAYERS, ids=lambda value: repr(value)[:40])
def test_what_is_printed_makes_the_same_layer(layer, shape):
    made = eval(repr(layer), vars(nn))
    assert repr(made) == repr(layer) and made.output_shape(shape) == layer.output_shape(shape)
    assert [p.shape for p in made.parameters()] == [p.shape for p in layer.parameters()]


DRAWN = [*(layer for layer, _ in LAYERS), models.Subsampling(4), models.PaddedShortcut(5, 2)]
DRAWN += [models.PartialConv2d(models.C3_TABLE, 6), nn.Dropout(), nn.AdaptiveAvgPool2d(2)]


@pytest.mark.parametrize("layer", DRAWN, ids=lambda layer: repr(layer)[:40])
def test_the_shape_of_the_output_is_said_and_refused_as_it_comes(layer):
    layer.astype(np.float32).train()

    @configurations(60)
    @given(st.lists(st.sampled_from([1, 2, 4, 5, 6, 7, 9]), min_size=2, max_size=5).map(tuple))
    def compare(shape):
        try:
            expected = layer(np.ones(shape, np.float32)).shape
        except ValueError as error:
            if "than one number" in str(error) or "a single number" in str(error):
                return  # fits, but has nothing to take a mean of
            with pytest.raises(ValueError, match=r"^[A-Z]\w+: "):
                layer.output_shape(shape)
        else:
            assert layer.output_shape(shape) == expected

    compare()


def small():
    return nn.Sequential(
        {
            "conv": nn.Conv2d(1, 3, 3),
            "relu": nn.ReLU(),
            "flatten": nn.Flatten(),
            "dense": nn.Linear(3 * 4 * 4, 2),
        }
    )


def test_state_goes_to_the_twin_and_back():
    model, other = small(), small()
    reference = twin(model)
    (x,) = normal(0, np.float32, (2, 1, 6, 6))
    other.load_state_dict(reference.state_dict())
    assert_close(other(x), reference(torch.tensor(x)), "output")
    np.testing.assert_array_equal(model(x), other(x))
    state = model.state_dict()
    assert list(state) == list(reference.state_dict())
    state["dense.bias"][...] = 7  # a copy: the model must not follow
    assert not np.any(model["dense"].bias.data == 7)
    with pytest.raises(ValueError, match="the state lacks dense.bias and has unexpected other"):
        model.load_state_dict({"other": 1, **{k: v for k, v in state.items() if k != "dense.bias"}})
    with pytest.raises(ValueError, match=r"dense.bias has shape \(3,\), expected \(2,\)"):
        model.load_state_dict({**state, "dense.bias": np.zeros(3)})


@pytest.mark.parametrize("kind", ["f8", "f2", "i4", "u1", ">f4"])
def test_a_loaded_state_keeps_the_models_dtype(kind):
    model, reference = small(), twin(small())
    state = {name: np.round(9 * value).astype(kind) for name, value in model.state_dict().items()}
    if kind != "u1":
        state["conv.bias"][:] = -3
    model.load_state_dict(state)
    native = {name: value.astype(value.dtype.newbyteorder("=")) for name, value in state.items()}
    reference.load_state_dict({name: torch.tensor(value) for name, value in native.items()})
    for name, value in model.state_dict().items():
        assert_close(value, reference.state_dict()[name], name)
        assert value.dtype == np.float32
    optimiser = nn.SGD(model.parameters(), 0.1)
    training.train_step(model, np.ones((3, 1, 6, 6), np.float32), np.array([0, 1, 1]), optimiser)


def test_buffers_keep_their_dtype_too():
    model = nn.Sequential(nn.BatchNorm2d(2))
    state = {name: value.astype(np.float64) for name, value in model.state_dict().items()}
    state["0.num_batches_tracked"] = 4.0
    model.load_state_dict(state)
    assert model[0].num_batches_tracked.dtype == np.int64 and model[0].num_batches_tracked == 4
    assert model[0].running_var.dtype == np.float32
    half = nn.Linear(2, 2).astype(np.float64)
    half.load_state_dict({"weight": np.ones((2, 2), np.float16), "bias": [1, 2]})
    assert half.weight.data.dtype == half.bias.data.dtype == np.float64


BAD_STATES = [
    ({"dense.bias": np.array(["a", "b"])}, TypeError, "dense.bias must be an array of real numbe"),
    ({"dense.bias": np.array([1, 2j])}, TypeError, "dense.bias must be an array of real numbers"),
    ({"dense.bias": np.array([1e300, 0])}, ValueError, "dense.bias has numbers that float32 can"),
    ({"dense.bias": [1, 2, 3]}, ValueError, r"dense.bias has shape \(3,\), expected \(2,\)"),
    ({"dense.bias": None}, TypeError, "dense.bias must be an array of real numbers, not NoneType"),
    ({"other": 1}, ValueError, "the state has unexpected other; load it into a model with the s"),
]


@pytest.mark.parametrize(("change", "error", "sentence"), BAD_STATES)
def test_a_state_that_does_not_fit_changes_nothing(change, error, sentence):
    model = small()
    before = model.state_dict()
    new = {name: value + 1 for name, value in before.items()} | change
    with pytest.raises(error, match=f"load_state_dict: .*{sentence}"):
        model.load_state_dict(new)
    for name, value in model.state_dict().items():
        np.testing.assert_array_equal(value, before[name])
    with pytest.raises(TypeError, match="state must be a dictionary of arrays by name, not 3"):
        model.load_state_dict(3)
    with pytest.raises(ValueError, match="an optimiser's state has steps, lr and initial_lr"):
        nn.SGD(model.parameters(), 0.1).load_state_dict({})


def test_without_strict_the_rest_is_named_as_in_torch():
    model = small()
    reference = twin(model)
    state = {"conv.weight": np.full((3, 1, 3, 3), 7.0), "dense.bias": np.ones(2), "odd.weight": 1}
    ours = model.load_state_dict(state, strict=False)
    theirs = reference.load_state_dict(
        {name: torch.tensor(value) for name, value in state.items()}, strict=False
    )
    assert ours.missing_keys == theirs.missing_keys == ["conv.bias", "dense.weight"]
    assert ours.unexpected_keys == theirs.unexpected_keys == ["odd.weight"]
    assert (model["conv"].weight.data == 7).all() and (model["dense"].bias.data == 1).all()
    assert model.load_state_dict(model.state_dict()) == ([], [])
    with pytest.raises(ValueError, match=r"dense.bias has shape \(3,\)"):  # PyTorch, too
        model.load_state_dict({"dense.bias": np.ones(3)}, strict=False)
    with pytest.raises(TypeError, match="strict must be True or False, not 'no'"):
        model.load_state_dict({}, strict="no")


# No part of a network may be lost ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("block", "names"),
    [
        (nn.Residual(nn.Conv2d(4, 4, 3, padding=1)), ["0.weight", "0.bias"]),
        (
            nn.Residual(nn.Conv2d(4, 4, 1, bias=False), nn.Conv2d(4, 4, 1), nn.BatchNorm2d(4)),
            ["0.weight", "downsample.weight", "downsample.bias", "after.weight", "after.bias"],
        ),
        (nn.Residual(nn.Residual(nn.Conv2d(4, 4, 1, bias=False))), ["0.0.weight"]),
    ],
    ids=["alone", "three parts", "nested"],
)
def test_a_block_of_bare_layers_has_all_their_parameters(block, names):
    assert [name for name, _ in block.named_parameters()] == names
    assert_same_module(block.astype(np.float64), *normal(0, np.float64, IMAGES))
    assert block.macs(IMAGES) == sum(row.macs for row in models.summary(block, IMAGES))


def test_a_bare_norm_in_a_block_heeds_the_mode():
    norm = nn.BatchNorm2d(4)
    nn.Residual(norm).eval()
    assert not norm.training


def test_modules_in_lists_and_dicts_of_ones_own_are_found():
    class Own(nn.Module):
        def __init__(self):
            self.stages = [[nn.Linear(2, 3)], {"top": nn.Linear(3, 1, bias=False)}]
            self.heads = {"scale": nn.Parameter((2,), nn.init.constant(1)), "words": "three"}

    names = ["heads.scale", "stages.0.0.weight", "stages.0.0.bias", "stages.1.top.weight"]
    assert [name for name, _ in Own().named_parameters()] == names


def test_what_a_subclass_adds_to_a_container_is_found():
    class Chain(nn.Sequential):
        def __init__(self):
            super().__init__(nn.Linear(2, 2, bias=False))
            self.extra = nn.Linear(2, 1, bias=False)

    class Block(nn.Residual):
        def __init__(self, body):
            super().__init__(body)
            self.gate = nn.Parameter((3,), nn.init.constant(1))

    assert [name for name, _ in Chain().named_parameters()] == ["0.weight", "extra.weight"]
    names = ["gate", "0.weight", "extra.weight"]
    assert [name for name, _ in Block(Chain()).named_parameters()] == names

    class Doubled(Chain):
        def forward(self, x):
            return 2 * super().forward(x)

    names = ["gate", "0.0.weight", "0.extra.weight"]  # it does more than its layers: it is one
    assert [name for name, _ in Block(Doubled()).named_parameters()] == names


def test_a_module_that_holds_itself_is_told_so():
    net = nn.Sequential(nn.Linear(2, 2))
    net[0].owner = {"net": net}
    assert [type(each).__name__ for each in net.modules()] == ["Sequential", "Linear"]
    with pytest.raises(ValueError, match="Sequential holds itself, as 0.owner.net; keep no module"):
        net.state_dict()
    layer = nn.Linear(2, 1, bias=False)
    layer.notes = ["a list that holds itself"]
    layer.notes.append(layer.notes)
    assert [name for name, _ in layer.named_parameters()] == ["weight"]


def test_two_parts_of_one_name_are_not_saved_as_one():
    net = nn.Sequential({"head": nn.Linear(2, 2)})
    net.head = nn.Linear(2, 3)
    with pytest.raises(ValueError, match="head.weight stands for two parts of Sequential; rename"):
        net.state_dict()


# Numbers of a parameter -------------------------------------------------------------------------


def test_a_parameter_takes_lists_and_whole_numbers_and_trains_on():
    layer = nn.Linear(2, 1)
    fixed = np.ones((1, 2), np.float32)
    fixed.setflags(write=False)
    for numbers, dtype in [
        ([[1, 2]], "f4"),
        (np.array([[1, 2]]), "f4"),
        (fixed, "f4"),
        (np.ones((1, 2)), "f8"),
    ]:
        expected = np.array(numbers) - 0.5
        layer.weight.data = numbers
        assert layer.weight.data.dtype == dtype
        layer.weight.grad = np.ones((1, 2))
        nn.SGD([layer.weight], 0.5).step()
        np.testing.assert_array_equal(layer.weight.data, expected)
    np.testing.assert_array_equal(fixed, 1)
    own = np.zeros((1, 2))
    layer.weight.data = own
    assert layer.weight.data is own  # no copy without need


def test_what_is_no_weight_is_refused():
    layer = nn.Linear(2, 1)
    with pytest.raises(TypeError, match="Parameter: data must be an array of real numbers, not st"):
        layer.weight.data = "ones"
    with pytest.raises(ValueError, match=r"of shape \(1, 2\) cannot hold \(2,\)"):
        layer.weight.data = [1, 2]


@pytest.mark.parametrize("dtype", [int, np.int64, bool, complex, "float23"])
def test_weights_cannot_become_whole_numbers(dtype):
    layer = nn.Linear(2, 1)
    with pytest.raises(TypeError, match="astype: dtype must be one of real numbers, such as np.fl"):
        layer.astype(dtype)
    assert layer.weight.data.dtype == np.float32 and layer.weight.data.any()


# Gradients and first numbers --------------------------------------------------------------------


def test_gradients_add_up_until_zeroed():
    layer = nn.Linear(2, 1)
    layer(np.ones((1, 2), np.float32))
    layer.backward(np.ones((1, 1), np.float32))
    layer.backward(np.ones((1, 1), np.float32))
    np.testing.assert_array_equal(layer.weight.grad, [[2, 2]])
    layer.zero_grad()
    assert layer.weight.grad is None


def test_backward_parameters_gives_the_same_gradients():
    model = nn.Sequential(nn.Identity(), *small())
    (x,) = normal(0, np.float32, (2, 1, 6, 6))
    grad = np.ones_like(model(x))
    model.backward(grad)
    full = [parameter.grad for parameter in model.parameters()]
    model.zero_grad()
    assert model.backward_parameters(grad) is None
    for ours, theirs in zip(model.parameters(), full):
        np.testing.assert_array_equal(ours.grad, theirs)


def test_seeded_weights_do_not_depend_on_the_order_of_asking():
    nn.manual_seed(3)
    first = small()
    nn.manual_seed(3)
    second = small()
    backwards = [parameter.data for parameter in reversed(list(second.parameters()))]
    for ours, theirs in zip(first.parameters(), reversed(backwards)):
        np.testing.assert_array_equal(ours.data, theirs)
    assert not np.array_equal(small()["conv"].weight.data, first["conv"].weight.data)


@pytest.mark.parametrize("seed", [range(3), np.array([4, 5]), [[1, 2], [3, 4]]], ids=str)
def test_a_seed_may_be_several_numbers(seed):
    with nn.init.seeded(seed):
        first = nn.init.generator().random(3)
    np.testing.assert_array_equal(first, np.random.default_rng(seed).random(3))


def test_a_table_of_a_large_layer_needs_no_memory():
    layer = nn.Linear(2**20, 2**20)
    assert layer.parameter_count() == 2**40 + 2**20


def test_default_initialisation_has_torchs_spread():
    ours, theirs = nn.Conv2d(16, 64, 3).weight.data, torch.nn.Conv2d(16, 64, 3).weight
    assert ours.dtype == np.float32
    assert abs(ours).max() == pytest.approx(1 / np.sqrt(144), rel=1e-2)
    assert ours.std() == pytest.approx(float(theirs.detach().std()), rel=0.05)


@pytest.mark.parametrize(
    ("name", "theirs", "options"),
    [
        ("kaiming_normal_", "kaiming_normal_", {"nonlinearity": "relu"}),
        ("kaiming_uniform_", "kaiming_uniform_", {"nonlinearity": "relu"}),
        ("xavier_normal_", "xavier_normal_", {}),
        ("xavier_uniform_", "xavier_uniform_", {}),
    ],
)
def test_initialisations_have_torchs_spread(name, theirs, options):
    layer, other = nn.Conv2d(16, 64, 3), torch.nn.Conv2d(16, 64, 3)
    getattr(nn.init, name)(layer.weight)
    getattr(torch.nn.init, theirs)(other.weight, **options)
    assert layer.weight.data.std() == pytest.approx(float(other.weight.detach().std()), rel=0.05)
    if "uniform" in name:
        largest = float(other.weight.detach().abs().max())
        assert abs(layer.weight.data).max() == pytest.approx(largest, 0.01)


NUMBERS = np.float64(0.5), np.float32(0.5), 1


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: type(number).__name__)
@pytest.mark.parametrize(
    "draw",
    [
        lambda weight, number: nn.init.normal_(weight, number, number),
        lambda weight, number: nn.init.constant_(weight, number),
        lambda weight, number: nn.init.xavier_normal_(weight, number),
        lambda weight, number: nn.init.xavier_uniform_(weight, number),
        lambda weight, number: weight.redraw(nn.init.uniform(number)),
        lambda weight, number: weight.redraw(nn.init.normal(number, number)),
        lambda weight, number: weight.redraw(nn.init.constant(number)),
    ],
)
def test_first_numbers_are_float32_whatever_number_they_are_drawn_by(draw, number):
    weight = nn.Linear(3, 2).weight
    draw(weight, number)
    said = weight.dtype
    assert weight.data.dtype == said == np.float32


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda layer: nn.init.kaiming_normal_(layer), "kaiming_normal_: parameter must be one of"),
        (lambda layer: nn.init.kaiming_uniform_(3), "kaiming_uniform_: parameter must be one of a"),
        (lambda layer: nn.init.xavier_normal_(layer), "xavier_normal_: parameter must be one of"),
        (lambda layer: nn.init.xavier_uniform_(layer), "xavier_uniform_: parameter must be one o"),
        (lambda layer: nn.init.normal_(layer), "such as layer.weight, not .*Linear"),
        (lambda layer: nn.init.constant_(None, 1), "constant_: parameter must be one of a layer"),
        (lambda layer: nn.init.normal_(layer.weight, std="a"), "normal_: std must be a number"),
        (lambda layer: nn.init.normal_(layer.weight, std=-1), "normal_: std must be at least 0"),
        (lambda layer: nn.init.constant_(layer.weight, "a"), "constant_: value must be a number"),
        (lambda layer: nn.init.xavier_normal_(layer.weight, "a"), "xavier_normal_: gain must be"),
        (
            lambda layer: nn.init.kaiming_normal_(layer.weight, nonlinearity="cube"),
            "kaiming_normal_: nonlinearity must be 'linear', 'sigmoid', 'tanh' or 'relu'",
        ),
        (lambda layer: nn.manual_seed(None), "manual_seed: seed must be a whole number, not None"),
        (lambda layer: nn.manual_seed(-1), "manual_seed: seed must be at least 0, not -1"),
        (lambda layer: nn.manual_seed([0, 1.5]), "manual_seed: seed must be a whole number, not"),
        (lambda layer: nn.init.seeded("a").__enter__(), "seeded: seed must be a whole number"),
    ],
)
def test_what_cannot_be_drawn_is_told(call, sentence):
    with pytest.raises((TypeError, ValueError), match=sentence):
        call(nn.Linear(2, 2))


def test_pytorchs_further_places_are_not_taken_for_others():
    """Where PyTorch has an argument between that is not ours, the next has to be named."""
    for call in (
        lambda: nn.InstanceNorm2d(4, 1e-5, True),  # momentum
        lambda: nn.MaxPool2d(2, 2, 0, 1, True),  # return_indices
        lambda: nn.SGD(nn.Linear(1, 1).parameters(), 0.1, 0.9, 0.1),  # dampening
        lambda: nn.init.kaiming_normal_(nn.Linear(2, 2).weight, "relu"),  # a
    ):
        with pytest.raises(TypeError, match="positional argument"):
            call()


def test_dropout_scales_what_it_keeps_and_stops_in_evaluation():
    layer, x = nn.Dropout(0.25), np.ones((100, 100), np.float32)
    nn.manual_seed(0)
    output = layer(x)
    assert set(np.unique(output)) == {np.float32(0), np.float32(1 / 0.75)}
    assert np.mean(output == 0) == pytest.approx(0.25, abs=0.02)
    np.testing.assert_array_equal(layer.backward(x), output)
    layer.eval()
    np.testing.assert_array_equal(layer(x), x)
    np.testing.assert_array_equal(layer.backward(x), x)
    nn.manual_seed(0)
    np.testing.assert_array_equal(layer.train()(x), output)
    with pytest.raises(ValueError, match="Dropout: p must be at least 0 and at most 1, not 1.5"):
        nn.Dropout(1.5)
    assert nn.Dropout(np.float32(0.5)).p == 0.5
    for p in (-0.1, float("nan")):
        with pytest.raises(ValueError, match="p must be"):
            functional.dropout(x, p, rng=np.random.default_rng(0))


def test_a_learners_functions_are_used_where_they_exist():
    class Mine:
        @staticmethod
        def relu(x):
            return x + 100

    model = nn.Sequential(nn.ReLU(), nn.Flatten()).use(Mine)
    np.testing.assert_array_equal(model(np.zeros((1, 1, 2))), [[100, 100]])
    np.testing.assert_array_equal(nn.ReLU()(np.zeros(1)), [0])


def test_a_function_that_counts_as_false_is_used_all_the_same():
    class Failed:
        """What a failed check returns: it can be called, and is false."""

        def __call__(self, x):
            return x + 100

        def __bool__(self):
            return False

    layer = nn.ReLU().use(SimpleNamespace(relu=Failed()))
    np.testing.assert_array_equal(layer(np.zeros(2)), [100, 100])


def test_every_layer_of_the_models_uses_the_learners_functions():
    called = []

    def recorder(name):
        def record(*arguments, **options):
            called.append(name)
            return getattr(functional, name)(*arguments, **options)

        return record

    names = [f"{op}{back}" for op in ("conv2d", "avg_pool2d") for back in ("", "_backward")]
    mine = SimpleNamespace(**{name: recorder(name) for name in names})
    x, grad = np.ones((1, 6, 8, 8), np.float32), np.ones((1, 6, 4, 4), np.float32)
    layer = models.Subsampling(6).use(mine)
    layer(x)
    layer.backward(grad)
    assert called == ["avg_pool2d", "avg_pool2d", "avg_pool2d_backward"]
    called.clear()
    layer = models.PartialConv2d(models.C3_TABLE, 6).use(mine)
    layer.backward(np.ones_like(layer(x)))
    assert called == ["conv2d", "conv2d_backward"]


@pytest.mark.parametrize(
    ("call", "error", "sentence"),
    [
        (lambda: nn.Conv2d(1, 2, 0), ValueError, "Conv2d: kernel_size must be at least 1"),
        (lambda: nn.Conv2d(1, 2, 3, stride=0), ValueError, "Conv2d: stride must be at least 1"),
        (lambda: nn.Conv2d(1, 2, 3, padding="all"), ValueError, "'valid' or 'same'"),
        (lambda: nn.Conv2d(3, 2, 3, groups=2), ValueError, "groups do not divide"),
        (lambda: nn.Conv2d(1.0, 2, 3), TypeError, "in_channels must be a whole number"),
        (lambda: nn.MaxPool2d(2, padding=2), ValueError, "MaxPool2d: padding 2×2 is more than"),
        (lambda: nn.Linear(0, 2), ValueError, "in_features must be at least 1"),
        (lambda: nn.BatchNorm2d(3)(np.zeros((2, 3, 4))), ValueError, "BatchNorm2d: the input has"),
        (lambda: nn.BatchNorm2d(3, momentum=2), ValueError, "momentum must be at least 0"),
        (lambda: nn.GroupNorm(2, 3), ValueError, "2 groups do not divide 3 channels"),
        (lambda: nn.LayerNorm(0), ValueError, "normalized_shape must be at least 1"),
        (lambda: nn.ConvTranspose2d(3, 2, 0), ValueError, "kernel_size must be at least 1"),
        (lambda: nn.Sequential(nn.ReLU), TypeError, r"0 is the class ReLU; make one: ReLU\("),
        (lambda: nn.Sequential(3), TypeError, "Sequential: 0 must be a layer or a network, not 3"),
        (lambda: nn.Residual([nn.ReLU()]), TypeError, "Residual: body must be a layer or a netw"),
        (lambda: nn.Residual(None), TypeError, "Residual: body must be a layer or a network"),
        (lambda: nn.Residual(nn.ReLU(), nn.ReLU), TypeError, "Residual: shortcut is the class Re"),
        (lambda: nn.Residual(nn.ReLU(), after=3), TypeError, "Residual: after must be a layer"),
        (lambda: nn.Conv2d(0, 1, 3), ValueError, "Conv2d: in_channels must be at least 1"),
        (lambda: nn.Conv2d(3, 2, 3, groups=2), ValueError, "Conv2d: 2 groups do not divide"),
        (lambda: nn.Conv2d(3, 2, 3, bias="no"), TypeError, "Conv2d: bias must be True or False"),
        (lambda: nn.Linear(3, 2, bias=0), TypeError, "Linear: bias must be True or False"),
        (lambda: nn.BatchNorm2d(3, affine=1), TypeError, "affine must be True or False"),
        (lambda: nn.InstanceNorm2d(3, affine=1), TypeError, "affine must be True or False"),
        (lambda: nn.AvgPool2d(2, count_include_pad="no"), TypeError, "AvgPool2d: count_include_pa"),
        (lambda: nn.Dropout("a"), TypeError, "Dropout: p must be a number"),
        (lambda: nn.LeakyReLU("a"), TypeError, "LeakyReLU: negative_slope must be a number"),
        (lambda: nn.GELU("a"), ValueError, "GELU: approximate must be 'none' or 'tanh'"),
        (lambda: nn.LocalResponseNorm(5, alpha="a"), TypeError, "LocalResponseNorm: alpha must"),
        (lambda: nn.ConvTranspose2d(3, 2, 3, 0), ValueError, "ConvTranspose2d: stride must be at"),
        (lambda: nn.ConvTranspose2d(3, 2, 3, padding="same"), TypeError, "padding must be a whole"),
        (lambda: nn.ConvTranspose2d(3, 2, 3, 2, 0, 2), ValueError, "output_padding .2, 2. must be"),
        (lambda: nn.ConvTranspose2d(0, 2, 3), ValueError, "ConvTranspose2d: in_channels must be"),
        (lambda: nn.ConvTranspose2d(3, 2, 3, groups=2), ValueError, "ConvTranspose2d: 2 groups"),
        (lambda: nn.ReLU().backward(np.ones(1)), RuntimeError, "call the layer first"),
        (lambda: nn.Module()(1), NotImplementedError, "needs a method forward"),
        (lambda: nn.Linear(3, 1).output_shape((2, 4)), ValueError, "reads 3 features"),
        (lambda: nn.Conv2d(3, 1, 1).output_shape((1, 2, 5, 5)), ValueError, "reads 3 channels"),
        (
            lambda: nn.Residual(nn.Sequential(nn.MaxPool2d(2)))(np.zeros((1, 1, 4, 4))),
            ValueError,
            "the body gives shape",
        ),
        (lambda: nn.SGD([], 0.1), ValueError, "needs parameters"),
        (lambda: nn.SGD(nn.Linear(1, 1).parameters(), -1), ValueError, "lr must be at least 0"),
        (lambda: nn.SGD(nn.Linear(1, 1).parameters(), "a"), TypeError, "lr must be a number"),
        (
            lambda: nn.SGD(nn.Linear(1, 1).parameters(), 0.1, nesterov=True),
            ValueError,
            "needs a momentum",
        ),
    ],
)
def test_one_clear_sentence(call, error, sentence):
    with pytest.raises(error, match=sentence):
        call()


# Optimisers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("SGD", {"lr": 0.1}),
        ("SGD", {"lr": 0.1, "momentum": 0.9}),
        ("SGD", {"lr": 0.1, "momentum": 0.9, "nesterov": True, "weight_decay": 0.1}),
        ("Adam", {"lr": 0.01}),
        ("Adam", {"lr": 0.01, "betas": (0.8, 0.99), "eps": 1e-3, "weight_decay": 0.1}),
    ],
)
def test_optimiser_equals_torch_over_many_steps(name, options):
    model = nn.Sequential(nn.Linear(4, 3), nn.Tanh(), nn.Linear(3, 2)).astype(np.float64)
    other = twin(model)
    ours = getattr(nn, name)(model.parameters(), **options)
    theirs = getattr(torch.optim, name)(other.parameters(), **options)
    for seed in range(20):
        x, target = normal(seed, np.float64, (5, 4), (5, 2))
        ours.zero_grad()
        model.backward(model(x) - target)
        ours.step()
        theirs.zero_grad()
        (0.5 * (other(torch.tensor(x)) - torch.tensor(target)) ** 2).sum().backward()
        theirs.step()
    for parameter, expected in zip(model.parameters(), other.parameters()):
        assert_close(parameter.data, expected, name, 1e-10)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("SGD", {"lr": 0.1, "momentum": 0.9, "nesterov": True, "weight_decay": 0.1}),
        ("Adam", {"lr": 0.01}),
    ],
)
def test_a_parameter_whose_gradients_come_late_equals_torchs(name, options):
    """Counts are a parameter's own: its first gradient is its first step."""
    late, steady = nn.Linear(3, 2).astype(np.float64), nn.Linear(3, 2).astype(np.float64)
    others = [twin(late), twin(steady)]
    ours = getattr(nn, name)([*late.parameters(), *steady.parameters()], **options)
    theirs = getattr(torch.optim, name)(
        [parameter for other in others for parameter in other.parameters()], **options
    )
    for step in range(12):
        ours.zero_grad()
        theirs.zero_grad()
        for layer, other in zip((late, steady), others):
            if layer is late and (step < 5 or step == 8):
                continue
            grads = normal(step, np.float64, (2, 3), (2,))
            for parameter, expected, grad in zip(layer.parameters(), other.parameters(), grads):
                parameter.grad, expected.grad = grad, torch.tensor(grad)
        if step == 7:  # resumed in between
            kept = ours.state_dict()
            ours = getattr(nn, name)([*late.parameters(), *steady.parameters()], **options)
            ours.load_state_dict(kept)
            for layer in (late, steady):
                for parameter, grad in zip(layer.parameters(), normal(7, np.float64, (2, 3), (2,))):
                    parameter.grad = grad
        ours.step()
        theirs.step()
    for layer, other in zip((late, steady), others):
        for parameter, expected in zip(layer.parameters(), other.parameters()):
            assert_close(parameter.data, expected, name, 1e-10)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("StepLR", (3, 0.5)),
        ("MultiStepLR", ([2, 5, 5], 0.1)),
        ("ExponentialLR", (0.9,)),
        ("CosineAnnealingLR", (8, 0.01)),
    ],
)
def test_schedule_equals_torch(name, arguments):
    ours = nn.SGD(nn.Linear(1, 1).parameters(), 0.3)
    theirs = torch.optim.SGD(torch.nn.Linear(1, 1).parameters(), 0.3)
    schedule = getattr(nn, name)(ours, *arguments)
    expected = getattr(torch.optim.lr_scheduler, name)(theirs, *arguments)
    for _ in range(9):
        assert ours.lr == pytest.approx(theirs.param_groups[0]["lr"], abs=1e-12)
        schedule.step()
        theirs.step()
        expected.step()
