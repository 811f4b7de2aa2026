"""The networks: published counts, tables, PyTorch twins, receptive fields computed and measured."""

import numpy as np
import pytest
from compare import SEEDS, assert_close, configurations, normal, torch
from hypothesis import assume, given
from hypothesis import strategies as st
from twin import assert_same_module, twin

from cnnhelpers import models, nn

PHOTO, DIGIT, SMALL = (1, 3, 224, 224), (1, 1, 28, 28), (1, 3, 32, 32)
# Parameters as published (papers, or torchvision's documentation); MACs in millions, as far as
# torchvision's documentation gives them ("GFLOPS"), LeNet's as notebook 13 works them out.
PUBLISHED = [
    (models.lenet, DIGIT, 1_256_080, 392_000 + 4_900_000 + 1_225_000 + 5_000),
    (models.alexnet, PHOTO, 61_100_840, 714e6),
    (models.alexnet_paper, (1, 3, 227, 227), 60_965_224, 724e6),
    (models.vgg11, PHOTO, 132_863_336, 7_609e6),
    (models.vgg16, PHOTO, 138_357_544, 15_470e6),
    (models.vgg19, PHOTO, 143_667_240, 19_632e6),
    (models.resnet18, PHOTO, 11_689_512, 1_814e6),
    (models.resnet34, PHOTO, 21_797_672, 3_664e6),
    (models.resnet50, PHOTO, 25_557_032, 4_089e6),
]


@pytest.mark.parametrize(("make", "shape", "parameters", "macs"), PUBLISHED)
def test_counts_are_the_published_ones(make, shape, parameters, macs):
    model = make()
    table = models.summary(model, shape)
    assert table.parameters == model.parameter_count() == parameters
    assert table.macs == pytest.approx(macs, abs=5e5 if macs > 1e8 else 0)
    classes = 10 if make is models.lenet else 1000
    assert table[-1].output_shape == (1, classes)
    assert models.summary(make(num_classes=7), shape)[-1].output_shape == (1, 7)


def test_batch_norm_variants_have_more():
    assert models.vgg11(batch_norm=True).parameter_count() == 132_868_840
    assert models.vgg16(batch_norm=True).parameter_count() == 138_365_992
    assert models.vgg19(batch_norm=True).parameter_count() == 143_678_248


@pytest.mark.parametrize(
    ("blocks", "millions"), [(3, 0.27), (5, 0.46), (7, 0.66), (9, 0.85), (18, 1.7)]
)
def test_small_resnets_have_the_papers_size(blocks, millions):
    model = models.resnet_cifar(blocks)
    exact = {3: 269_722, 5: 464_154, 7: 658_586, 9: 853_018, 18: 1_727_962}[blocks]
    assert model.parameter_count() == exact
    assert exact / 1e6 == pytest.approx(millions, abs=0.05 if blocks == 18 else 0.006)
    layers = [m for m in model.modules() if isinstance(m, (nn.Conv2d, nn.Linear))]
    assert len(layers) == 6 * blocks + 2
    plain = models.resnet_cifar(blocks, plain=True)
    assert plain.parameter_count() == model.parameter_count()
    assert not any(isinstance(module, nn.Residual) for module in plain.modules())


def test_lenet5_has_the_papers_numbers_layer_by_layer():
    table = models.summary(models.lenet5_1998(), (1, 1, 32, 32))
    paper = {"C1": 156, "S2": 12, "C3": 1516, "S4": 32, "C5": 48_120, "F6": 10_164}
    assert {name: table[name].parameters for name in paper} == paper
    assert sum(paper.values()) == 60_000
    connections = {"C1": 122_304, "C3": 151_600, "C5": 48_120}  # biases counted, too
    for name, count in connections.items():
        _, channels, height, width = table[name].output_shape
        assert table[name].macs + channels * height * width == count
    sizes = {"C1": (6, 28, 28), "S2": (6, 14, 14), "C3": (16, 10, 10), "S4": (16, 5, 5)}
    for name, size in sizes.items():
        assert table[name].output_shape == (1, *size)


def test_c3_reads_the_papers_maps():
    readers = [len(row) for row in models.C3_TABLE]
    assert readers == [3] * 6 + [4] * 9 + [6]
    assert all(len(set(row)) == len(row) for row in models.C3_TABLE)
    assert [sum(c in row for row in models.C3_TABLE) for c in range(6)] == [10] * 6


# Names are torchvision's, so that its state dicts load; written down here from its layout.


def resnet_names(counts, convolutions):
    kept = ["weight", "bias", "running_mean", "running_var", "num_batches_tracked"]
    names = ["conv1.weight", *(f"bn1.{k}" for k in kept)]
    for stage, count in enumerate(counts, 1):
        for block in range(count):
            at = f"layer{stage}.{block}."
            for number in range(1, convolutions + 1):
                names += [f"{at}conv{number}.weight", *(f"{at}bn{number}.{k}" for k in kept)]
            if block == 0 and (stage > 1 or convolutions == 3):
                names += [f"{at}downsample.0.weight"]
                names += [f"{at}downsample.1.{k}" for k in kept]
    return [*names, "fc.weight", "fc.bias"]


def names_of(model):
    return [name for name, _, _ in model.places()]


def test_names_are_torchvisions():
    assert names_of(models.resnet18()) == resnet_names((2, 2, 2, 2), 2)
    assert names_of(models.resnet34()) == resnet_names((3, 4, 6, 3), 2)
    assert names_of(models.resnet50()) == resnet_names((3, 4, 6, 3), 3)
    features = {"alexnet": (0, 3, 6, 8, 10), "vgg11": (0, 3, 6, 8, 11, 13, 16, 18)}
    dense = {"alexnet": (1, 4, 6), "vgg11": (0, 3, 6)}
    for name, numbers in features.items():
        places = [f"features.{i}" for i in numbers] + [f"classifier.{i}" for i in dense[name]]
        expected = [f"{place}.{kind}" for place in places for kind in ("weight", "bias")]
        assert names_of(getattr(models, name)()) == expected


# Against PyTorch


@pytest.mark.parametrize(
    ("make", "shape"),
    [
        (models.lenet, (2, 1, 28, 28)),
        (models.lenet5_1998, (2, 1, 32, 32)),
        (lambda: models.resnet_cifar(1), (3, 3, 16, 16)),
        (lambda: models.resnet_cifar(1, in_channels=1, plain=True), (3, 1, 12, 10)),
        (models.resnet18, (2, 3, 64, 48)),
        (lambda: models.alexnet()["features"], (1, 3, 95, 70)),
        (lambda: models.alexnet_paper()["features"], (1, 3, 95, 70)),
        (lambda: models.vgg11(batch_norm=True)["features"], (2, 3, 64, 32)),
    ],
    ids=["lenet", "lenet5", "cifar", "plain", "resnet18", "alexnet", "alexnet_paper", "vgg11"],
)
def test_outputs_and_gradients_equal_the_twins(make, shape):
    nn.manual_seed(1)
    assert_same_module(make().astype(np.float64), *normal(0, np.float64, shape), tolerance=1e-9)


def test_resnet50_in_evaluation_equals_the_twin():
    nn.manual_seed(2)
    model = models.resnet50().eval()
    (x,) = normal(0, np.float32, (1, 3, 64, 64))
    assert_close(model(x), twin(model)(torch.tensor(x)), "output")


@pytest.mark.slow
@pytest.mark.parametrize("make", [models.alexnet, models.alexnet_paper])
def test_whole_alexnet_equals_the_twin(make):
    model = make().eval()
    (x,) = normal(0, np.float32, (1, 3, 227, 227))
    assert_close(model(x), twin(model)(torch.tensor(x)), "output")


def test_state_goes_into_the_twin_and_back():
    for make, shape in [(models.lenet, DIGIT), (models.resnet18, SMALL)]:
        model, other = make().eval(), make().eval()
        reference = twin(model)
        (x,) = normal(0, np.float32, shape)
        assert not np.allclose(model(x), other(x))
        other.load_state_dict(reference.state_dict())
        np.testing.assert_array_equal(model(x), other(x))
        assert list(model.state_dict()) == list(reference.state_dict())


# Tables


def test_the_tables_shapes_are_those_of_a_forward_pass():
    for model, shape in [
        (models.lenet(), (2, 1, 28, 28)),
        (models.lenet5_1998(), (2, 1, 32, 32)),
        (models.resnet_cifar(1), (2, 3, 19, 17)),
        (models.resnet18(), (2, 3, 65, 61)),
    ]:
        seen = []

        def record(module, seen=seen):
            forward = module.forward

            def recorded(x):
                output = forward(x)
                seen.append((module, output.shape))
                return output

            module.forward = recorded

        table = models.summary(model, shape)
        for row in table:
            record(row.layer)
        model(np.zeros(shape, np.float32))
        shapes = {id(module): output for module, output in seen}
        assert len(shapes) == len(table)
        for row in table:
            assert shapes[id(row.layer)] == row.output_shape, row.name


def test_the_table_of_lenet():
    table = models.summary(models.lenet())
    shapes = [row.output_shape[1:] for row in table if row.parameters or "Pool" in str(row.layer)]
    assert shapes == [(20, 28, 28), (20, 14, 14), (50, 14, 14), (50, 7, 7), (500,), (10,)]
    assert [row.macs for row in table if row.macs] == [392_000, 4_900_000, 1_225_000, 5_000]
    fields = [row.receptive_field[0].size for row in table]
    assert fields == [5, 5, 6, 14, 14, 16, 16, 28, 28, 28]
    lines = repr(table).splitlines()
    assert lines[0].split("  ")[0] == "layer" and len(lines) == 10 + 5
    assert lines[3].split() == "0 Conv2d (1, 20, 28, 28) 520 392,000 5×5".split()
    assert lines[-1].split() == ["total", "1,256,080", "6,522,000"]
    assert max(map(len, lines)) < 90
    shown = table._repr_html_()
    assert shown.count("<tr>") == 10 + 3 and "1,256,080" in shown


def test_the_table_of_a_batch_counts_every_image():
    assert models.summary(models.lenet(), (8, 1, 28, 28)).macs == 8 * 6_522_000


def test_depth_joins_rows():
    whole = models.summary(models.resnet18(), PHOTO)
    parts = models.summary(models.resnet18(), PHOTO, depth=1)
    blocks = models.summary(models.resnet18(), PHOTO, depth=2)
    assert [row.name for row in parts][4:8] == ["layer1", "layer2", "layer3", "layer4"]
    assert [row.name for row in blocks][4:6] == ["layer1.0", "layer1.1"]
    assert len(models.summary(models.lenet(), depth=0)) == 1
    for table in (parts, blocks):
        assert (table.parameters, table.macs) == (whole.parameters, whole.macs)
        for row in table:
            if f"{row.name}.1.after" in {other.name for other in whole}:
                assert row[2] == whole[f"{row.name}.1.after"].output_shape
                assert row.receptive_field == whole[f"{row.name}.1.after"].receptive_field


def test_where_there_is_no_field_the_table_has_a_dash():
    model = nn.Sequential(nn.Conv2d(1, 2, 3), nn.ConvTranspose2d(2, 1, 2, 2), nn.ReLU())
    table = models.summary(model, (1, 1, 8, 8))
    assert [row.receptive_field is None for row in table] == [False, True, True]
    assert [line.split()[-1] for line in repr(table).splitlines()[3:6]] == ["3×3", "–", "–"]
    assert models.measured_receptive_field(model, (1, 1, 8, 8), (4, 5)) == ((2, 4), (2, 4))
    model[2].windows = lambda shape: 1 + "one"  # a mistake must not look like a dash
    with pytest.raises(TypeError, match="unsupported operand"):
        models.summary(nn.Sequential(model[2]), (1, 1, 8, 8))


def test_tables_draw_no_numbers():
    model = models.vgg16()
    models.summary(model, PHOTO)
    assert all(parameter._data is None for parameter in model.parameters())


@pytest.mark.parametrize(
    ("make", "shape", "rows", "sentence"),
    [
        (models.lenet, (1, 1, 32, 32), 7, "before 7 Linear: Linear: the input has shape (1, 3200)"),
        (models.lenet, SMALL, 0, "before 0 Conv2d: Conv2d: the input has shape (1, 3, 32, 32)"),
        (
            models.alexnet,
            SMALL,
            12,
            "before features.12 MaxPool2d: MaxPool2d: kernel 3×3 is larger than the padded",
        ),
        (
            lambda: nn.Sequential(nn.Residual(nn.Sequential({"conv": nn.Conv2d(1, 1, 3)}))),
            DIGIT,
            1,
            "before 0 Residual: Residual: the body gives shape (1, 1, 26, 26), the shortcut",
        ),
    ],
    ids=["dense", "channels", "pooling", "residual"],
)
def test_the_table_stops_where_a_layer_does_not_fit(make, shape, rows, sentence):
    table = models.summary(make(), shape)
    assert len(table) == rows
    lines = repr(table).splitlines()
    assert lines[-2].startswith("so far") and lines[-1].startswith(f"The table stops {sentence}")
    assert table.stopped == lines[-1] and f"<p>{table.stopped[:16]}" in table._repr_html_()
    assert models.summary(models.lenet()).stopped is None


# A learner's own modules


class Net(nn.Module):
    """Layers that are called in forward, one of them twice, and flattened without a layer."""

    def __init__(self):
        self.conv, self.same = nn.Conv2d(1, 4, 3), nn.Conv2d(4, 4, 3, padding=1)
        self.relu, self.pool, self.dense = nn.ReLU(), nn.MaxPool2d(2), nn.Linear(4 * 13 * 13, 10)

    def forward(self, x):
        x = self.relu(self.conv(x))
        x = self.pool(self.relu(self.same(x)))
        return self.dense(x.reshape(len(x), -1))


def test_a_network_of_a_learners_own_is_tried():
    model = Net()
    same = nn.Sequential(
        nn.Conv2d(1, 4, 3), nn.ReLU(), nn.Conv2d(4, 4, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)
    )
    same = nn.Sequential(*same, nn.Flatten(), nn.Linear(4 * 13 * 13, 10))
    assert model.output_shape((2, 1, 28, 28)) == (2, 10)
    assert model.macs(DIGIT) == same.macs(DIGIT)
    assert models.receptive_field(model, DIGIT) == models.receptive_field(same, DIGIT)
    table, expected = models.summary(model), models.summary(same)
    assert (table.parameters, table.macs) == (expected.parameters, expected.macs)
    assert [row.name for row in table] == ["conv", "relu", "same", "relu", "pool", "dense"]
    assert [row.output_shape for row in table] == [
        row.output_shape for row in expected if not isinstance(row.layer, nn.Flatten)
    ]
    assert table["pool"].receptive_field == expected["4"].receptive_field
    assert len(models.summary(nn.Sequential(Net(), nn.ReLU()), depth=1)) == 2
    assert models.summary(model, (1, 1, 30, 30)).stopped.startswith("The table stops before Net")


def test_trying_leaves_a_network_as_it_was():
    model = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), Net())
    net = model[2]
    net.conv = nn.Conv2d(2, 4, 5)
    net.notes = "mine"
    model[1](np.ones((2, 2, 30, 30), np.float32))
    grad = np.ones((2, 2, 30, 30), np.float32)
    expected, before = model[1].backward(grad), model.state_dict()
    models.summary(model, (1, 1, 32, 32))
    np.testing.assert_array_equal(model[1].backward(grad), expected)
    assert net.training and net.notes == "mine"
    for name, value in model.state_dict().items():
        np.testing.assert_array_equal(value, before[name])


class Halved(nn.Module):
    """Says nothing, has no layers, and is not elementwise."""

    def forward(self, x):
        return x[:, :, ::2]


class Scaled(nn.Module):
    """Parameters of its own, and no word on what it costs."""

    def __init__(self):
        self.scale = nn.Parameter((), nn.init.constant(2))

    def forward(self, x):
        return x * self.scale.data


def test_what_nobody_can_know_is_not_made_up():
    assert Halved().output_shape((1, 2, 5, 4)) == (1, 2, 3, 4)
    assert Scaled().output_shape((1, 2, 5, 4)) == (1, 2, 5, 4)
    with pytest.raises(TypeError, match=r"Scaled has parameters but no method macs\(self, shape\)"):
        Scaled().macs((1, 2))
    with pytest.raises(TypeError, match=r"Halved has no method windows\(self, shape\)"):
        models.receptive_field(Halved(), DIGIT)
    table = models.summary(nn.Sequential(Halved(), Scaled(), nn.Conv2d(1, 1, 3)))
    assert [row.macs for row in table] == [0, None, 1 * 12 * 26 * 9]
    assert [row.receptive_field for row in table] == [None, None, None]
    assert repr(table).splitlines()[-1] == (
        "The total leaves out what Scaled cost: no method macs says it."
    )

    class Sum(nn.Module):
        def __init__(self):
            self.one, self.other = nn.Conv2d(1, 1, 3, padding=1), nn.Conv2d(1, 1, 5, padding=2)

        def forward(self, x):
            return self.one(x) + self.other(x)

    assert Sum().output_shape(DIGIT) == DIGIT and Sum().macs(DIGIT) == 784 * (9 + 25)
    with pytest.raises(TypeError, match="Sum joins its layers in a way that cannot be followed"):
        models.receptive_field(Sum(), DIGIT)


def test_a_layer_with_two_places_counts_once_and_is_shown_twice():
    conv, relu = nn.Conv2d(2, 2, 3, padding=1), nn.ReLU()
    table = models.summary(nn.Sequential(conv, relu, conv, relu), (1, 2, 5, 6))
    assert table.parameters == 2 * 2 * 9 + 2 and table.macs == 2 * (30 * 4 * 9)
    assert [row.parameters for row in table] == [38, 0, 0, 0]
    assert repr(table).splitlines()[5].startswith("2 Conv2d (again)")
    assert [row.receptive_field[0].size for row in table] == [3, 3, 5, 5]


def test_what_comes_after_a_residual_block_counts():
    body = nn.Sequential(nn.Conv2d(2, 4, 3, padding=1))
    block = nn.Residual(body, nn.Conv2d(2, 4, 1), after=nn.MaxPool2d(2))
    assert block.output_shape((1, 2, 8, 8)) == (1, 4, 4, 4) == block(np.ones((1, 2, 8, 8))).shape
    after = nn.Sequential(nn.MaxPool2d(2), nn.Conv2d(4, 1, 3))
    block = nn.Residual(body, nn.Conv2d(2, 4, 1), after=after)
    assert block.macs((1, 2, 8, 8)) == 64 * 2 * 4 * (9 + 1) + 2 * 2 * 4 * 9
    table = models.summary(block, (1, 2, 8, 8))
    assert [row.name for row in table] == ["0", "downsample", "after.0", "after.1"]
    assert [row.output_shape[2] for row in table] == [8, 8, 4, 2]
    assert table.macs == block.macs((1, 2, 8, 8))
    assert models.receptive_field(block, (1, 2, 8, 8))[0] == table[-1].receptive_field[0]


def test_one_clear_sentence():
    with pytest.raises(TypeError, match="summary: model must be a layer or a network, not 3"):
        models.summary(3)
    with pytest.raises(TypeError, match="receptive_field: model must be a layer or a network"):
        models.receptive_field("m", (1, 1, 5, 5))
    with pytest.raises(TypeError, match="influence: model is the class Linear; make one: Linear"):
        models.influence(nn.Linear, (1, 1, 5, 5))
    for wrong in (28, (28,), "28"):
        with pytest.raises(ValueError, match="input_size must be the shape of a batch"):
            models.summary(models.lenet(), wrong)
    with pytest.raises(ValueError, match="summary: depth must be at least 0"):
        models.summary(models.lenet(), depth=-1)
    with pytest.raises(ValueError, match=r"position \(7, 0\) lies outside the output of size"):
        models.influence(nn.MaxPool2d(4), DIGIT, (7, 0))
    with pytest.raises(TypeError, match="a transposed convolution has no regular field"):
        models.receptive_field(nn.ConvTranspose2d(1, 1, 2), DIGIT)
    uneven = nn.Residual(nn.Sequential(nn.Conv2d(1, 1, 1, 2)), nn.AdaptiveAvgPool2d(2))
    with pytest.raises(ValueError, match="Residual: the body gives shape .* the shortcut"):
        models.receptive_field(uneven, (1, 1, 4, 6))


# Receptive fields


def spatial(model):
    """The layers before the first that has no place in the image any more."""
    kept = []
    for layer in model:
        if isinstance(layer, (nn.AdaptiveAvgPool2d, nn.Flatten)):
            break
        kept.append(layer)
    return nn.Sequential(*kept)


@pytest.mark.parametrize(
    ("make", "size"),
    [
        (lambda: models.alexnet()["features"], 195),
        (lambda: models.vgg16()["features"], 212),
        (lambda: spatial(models.resnet18()), 435),
        # 11 after the pooling, then K - 1 = 2 times the jump for each 3×3: 3 at 4, 1 at 4 and 3 at
        # 8, 1 at 8 and 5 at 16, 1 at 16 and 2 at 32.
        (lambda: spatial(models.resnet50()), 11 + 2 * (12 + 4 + 24 + 8 + 80 + 16 + 64)),
    ],
)
def test_receptive_fields_are_the_published_ones(make, size):
    """AlexNet, VGG-16: Araujo, Norris and Sim (2019), table 1; their ResNet strides elsewhere."""
    assert [field.size for field in models.receptive_field(make(), PHOTO)] == [size, size]


def test_stacks_of_3x3():
    stack = [nn.Conv2d(1, 1, 3) for _ in range(3)]
    for count, size in [(1, 3), (2, 5), (3, 7)]:
        field, _ = models.receptive_field(nn.Sequential(*stack[:count]), (1, 1, 9, 9))
        assert field == (size, 1, 0)
    strided = nn.Sequential(nn.Conv2d(1, 1, 3, 2, 1), nn.Conv2d(1, 1, (3, 1), 1, (1, 0), 2))
    assert models.receptive_field(strided, (1, 1, 20, 21)) == ((11, 2, -3), (3, 2, -1))


@st.composite
def layers(draw, axes, channels=2, depth=0):
    """Draw a layer that keeps the number of channels."""
    kind = draw(st.sampled_from(["conv", "conv", "max", "avg", "relu", "norm", "residual"]))

    def each(low, high):
        return tuple(draw(st.integers(low, high)) for _ in range(axes))

    if kind == "conv":
        kernel, dilation = each(1, 3), each(1, 2)
        place = {"stride": each(1, 2), "padding": each(0, 2), "dilation": dilation}
        return getattr(nn, f"Conv{axes}d")(channels, channels, kernel, **place)
    if kind == "relu":
        return draw(st.sampled_from([nn.ReLU(), nn.Tanh(), nn.LeakyReLU(), nn.Sigmoid()]))
    if kind == "norm":
        return getattr(nn, f"BatchNorm{axes}d")(channels)
    if kind == "residual" and not depth:
        stride, kernel = draw(st.integers(1, 2)), draw(st.sampled_from([1, 3, 5]))
        first = getattr(nn, f"Conv{axes}d")(channels, channels, kernel, stride, kernel // 2)
        body = nn.Sequential(first, nn.ReLU(), nn.Conv2d(2, 2, 3, 1, 1) if axes == 2 else nn.Tanh())
        cut = getattr(nn, f"Conv{axes}d")(channels, channels, 1, stride) if stride > 1 else None
        return nn.Residual(body, cut, nn.ReLU())
    kernel = each(1, 3)
    options = {"stride": each(1, 2), "padding": tuple(draw(st.integers(0, k // 2)) for k in kernel)}
    options["ceil_mode"] = draw(st.booleans())
    return getattr(nn, f"{'Avg' if kind == 'avg' else 'Max'}Pool{axes}d")(kernel, **options)


@pytest.mark.parametrize("axes", [1, 2])
def test_computed_and_measured_fields_agree(axes):
    met = []

    @configurations(100)
    @given(st.data(), SEEDS)
    def compare(data, seed):
        nn.manual_seed(seed)
        model = nn.Sequential(*data.draw(st.lists(layers(axes), min_size=1, max_size=4)))
        shape = (1, 2, *(44, 49)[:axes])
        fields = models.receptive_field(model, shape)
        middle = tuple(n // 2 for n in model.output_shape(shape)[2:])
        computed = tuple(field.of(at) for field, at in zip(fields, middle))
        assume(all(low >= 0 and high < n for (low, high), n in zip(computed, shape[2:])))
        assert models.measured_receptive_field(model, shape) == computed
        met.append(model)

    compare()
    assert len(met) >= 60
    assert any(isinstance(layer, nn.Residual) for model in met for layer in model)


def measured(model, shape):
    """Return the fields along the first axis, of each position."""
    count = model.output_shape(shape)[2]
    return [models.measured_receptive_field(model, shape, (at, 0))[0] for at in range(count)]


@pytest.mark.parametrize("size", range(1, 9))
@pytest.mark.parametrize("count", range(1, 6))
def test_fields_of_adaptive_pooling_are_the_measured_ones(size, count):
    model, shape = nn.AdaptiveAvgPool2d((count, 1)), (1, 1, size, 2)
    field, _ = models.receptive_field(model, shape)
    fields = measured(model, shape)
    assert [field.of(at) for at in range(count)] == fields
    assert field.size == max(last - first + 1 for first, last in fields)


def test_the_widest_window_of_five_in_three_is_three():
    field, _ = models.receptive_field(nn.AdaptiveAvgPool2d((3, 1)), (1, 1, 5, 5))
    assert field.size == 3 and field.of(0) == (0, 1) and field.of(1) == (1, 3)
    with pytest.raises(TypeError, match=r"not equally far apart; use .of\(position\)"):
        repr(field.jump)


@pytest.mark.parametrize(
    "model",
    [
        nn.Sequential(nn.Conv2d(1, 1, 3), nn.AdaptiveAvgPool2d(4), nn.Conv2d(1, 1, 2)),
        nn.Sequential(nn.AdaptiveAvgPool2d(5), nn.MaxPool2d(2, 1), nn.AdaptiveAvgPool2d(3)),
        nn.Sequential(nn.AdaptiveAvgPool2d(5), nn.Conv2d(1, 1, 3, 2, 1), nn.ReLU()),
        nn.Sequential(nn.Conv2d(1, 1, 2, 2), nn.AdaptiveAvgPool2d(3), nn.AdaptiveAvgPool2d(1)),
        nn.Residual(nn.Sequential(nn.AdaptiveAvgPool2d(5)), nn.Conv2d(1, 1, 7, padding=0)),
        nn.Residual(nn.Sequential(nn.Conv2d(1, 1, 1, 2)), nn.Conv2d(1, 1, 6)),  # uneven steps
        nn.Sequential(nn.AdaptiveAvgPool2d(4), nn.Softmax(2), nn.Conv2d(1, 1, 2)),
    ],
    ids=lambda model: repr(model)[:50],
)
def test_fields_through_uneven_ones_are_the_measured_ones(model):
    shape = (1, 1, 11, 11)
    field, _ = models.receptive_field(model, shape)
    fields = measured(model, shape)
    inside = [(max(0, low), min(10, high)) for low, high in map(field.of, range(len(fields)))]
    assert inside == fields
    assert models.summary(model, shape)[-1].receptive_field[0].size == field.size


def test_a_softmax_along_the_image_sees_all_of_it():
    model = nn.Sequential(nn.Conv2d(1, 2, 3), nn.Softmax(-1))
    assert [f.size for f in models.receptive_field(model, (1, 1, 6, 9))] == [3, 9]
    assert [f.size for f in models.receptive_field(nn.Softmax(1), (1, 2, 6, 9))] == [1, 1]
    assert models.measured_receptive_field(model, (1, 1, 6, 9)) == ((2, 4), (0, 8))


def test_skip_connections_keep_the_larger_field():
    body = nn.Sequential(nn.Conv2d(1, 1, 3, padding=1), nn.Conv2d(1, 1, 3, padding=1))
    block, shape = nn.Residual(body), (1, 1, 11, 11)
    assert models.receptive_field(block, shape)[0] == (5, 1, -2)
    assert models.measured_receptive_field(block, shape)[0] == (3, 7)
    wide = nn.Residual(nn.Sequential(nn.Conv2d(1, 1, 1)), nn.Conv2d(1, 1, 5, padding=2))
    assert models.receptive_field(wide, shape)[0] == (5, 1, -2)
    assert models.measured_receptive_field(wide, shape)[0] == (3, 7)


@pytest.mark.parametrize(
    "model",
    [
        nn.GroupNorm(1, 2),
        nn.InstanceNorm2d(2),
        nn.LayerNorm((6, 7)),
        nn.AdaptiveAvgPool2d(1),
        nn.Sequential(nn.Flatten(), nn.Linear(2 * 6 * 7, 3)),
        nn.Sequential(nn.Conv2d(2, 2, 3, padding=1), nn.MaxPool2d(2), nn.InstanceNorm2d(2)),
    ],
    ids=lambda model: repr(model)[:30],
)
def test_some_layers_see_the_whole_image(model):
    shape = (1, 2, 6, 7)
    fields = models.receptive_field(model, shape)
    computed = tuple((field.of(0)[0], field.of(0)[1]) for field in fields)
    assert models.measured_receptive_field(model, shape) == computed
    assert computed[0] == (0, 5)


def test_a_dense_layer_does_not_see_what_no_window_reads():
    model = nn.Sequential(nn.Conv2d(1, 1, 2, stride=3), nn.Flatten(), nn.Linear(9, 2))
    field, _ = models.receptive_field(model, (1, 1, 10, 10))
    assert field == (8, 0, 0)
    assert models.measured_receptive_field(model, (1, 1, 10, 10))[0] == (0, 7)


def test_a_rectified_path_and_a_negative_weight_hide_nothing():
    model = nn.Sequential(nn.Conv2d(1, 2, 3), nn.ReLU(), nn.MaxPool2d(3, 1), nn.Conv2d(2, 1, 2))
    for layer in (model[0], model[3]):
        layer.weight.data = -abs(layer.weight.data)
    model[0].bias.data = np.full(2, -100, np.float32)
    before = model.state_dict()
    assert models.measured_receptive_field(model, DIGIT, (4, 5)) == ((4, 9), (5, 10))
    assert models.influence(model, DIGIT, (4, 5), samples=1).sum() == 0  # as it is, it is dead
    for name, value in model.state_dict().items():
        np.testing.assert_array_equal(value, before[name])


def test_the_effective_field_is_heaviest_in_the_middle():
    nn.manual_seed(0)
    model = nn.Sequential(*[nn.Conv2d(1, 1, 3, padding=1, bias=False) for _ in range(8)])
    for layer in model:
        layer.weight.data = np.ones((1, 1, 3, 3), np.float32)
    seen = models.influence(model, (1, 1, 31, 31), samples=1)
    assert seen.shape == (31, 31) and np.count_nonzero(seen) == 17**2
    middle = seen[11:20, 11:20].sum() / seen.sum()
    assert middle > 0.85  # 81 of 289 pixels
    np.testing.assert_array_equal(seen, models.influence(model, (1, 1, 31, 31), samples=1))
