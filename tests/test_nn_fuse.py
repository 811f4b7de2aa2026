"""Batch norm folded into the layer before it: the same answers; what cannot be folded stays."""

import numpy as np
import pytest
from compare import SEEDS, assert_close, configurations, normal, torch
from hypothesis import given
from hypothesis import strategies as st
from twin import twin

from cnnhelpers import models, nn


def settled(model, shape, seed=0):
    """Give every batch norm statistics and numbers of its own, then go to evaluation."""
    rng = np.random.default_rng(seed)
    for module in model.modules():
        if "BatchNorm" in type(module).__name__:
            size = module.num_features
            module.running_mean = rng.standard_normal(size)
            module.running_var = rng.uniform(0.2, 3, size)
            if module.weight is not None:
                module.weight.data = rng.standard_normal(size)
                module.bias.data = rng.standard_normal(size)
    return model.astype(np.float64).eval()


MAKERS = {
    "Conv1d": (lambda **k: nn.Conv1d(2, 3, 3, 2, 1, **k), nn.BatchNorm1d, (2, 2, 9)),
    "Conv2d": (lambda **k: nn.Conv2d(2, 4, 3, 2, 1, groups=2, **k), nn.BatchNorm2d, (2, 2, 6, 5)),
    "Conv3d": (lambda **k: nn.Conv3d(2, 3, 2, **k), nn.BatchNorm3d, (2, 2, 3, 4, 3)),
    "Linear": (lambda **k: nn.Linear(4, 3, **k), nn.BatchNorm1d, (5, 4)),
}


@pytest.mark.parametrize("name", MAKERS)
def test_one_layer_does_the_work_of_two(name):
    make, norm, shape = MAKERS[name]

    @configurations(60)
    @given(st.booleans(), st.booleans(), st.sampled_from([1e-5, 1e-2]), SEEDS)
    def compare(bias, affine, eps, seed):
        layer = make(bias=bias)
        pair = nn.Sequential(layer, norm(len(layer.weight.data), eps=eps, affine=affine))
        settled(pair, shape, seed)
        before = pair.state_dict()
        (x,) = normal(seed, np.float64, shape)
        fused = nn.fuse_conv_bn(*pair)
        assert type(fused) is type(layer)
        assert_close(fused(x), pair(x), "output")
        for key, value in pair.state_dict().items():
            np.testing.assert_array_equal(value, before[key], err_msg="the layer was changed")

    compare()


def test_it_equals_torchs_fusion():
    pair = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4, eps=1e-3))
    settled(pair, (1, 3, 5, 5))
    expected = torch.nn.utils.fusion.fuse_conv_bn_eval(*twin(pair))
    fused = nn.fuse_conv_bn(*pair)
    assert_close(fused.weight.data, expected.weight, "weight")
    assert_close(fused.bias.data, expected.bias, "bias")


@pytest.mark.parametrize(
    ("make", "shape", "folded"),
    [
        (models.resnet18, (1, 3, 40, 40), 20),
        (lambda: models.resnet_cifar(2), (2, 3, 16, 16), 13),
        (lambda: models.vgg11(batch_norm=True)["features"], (1, 3, 32, 32), 8),
    ],
)
def test_whole_networks_in_float32(make, shape, folded):
    model = settled(make(), shape).astype(np.float32)
    (x,) = normal(0, np.float32, shape)
    fused = nn.fuse(model)
    assert type(fused) is type(model)

    def norms(of):
        return sum("BatchNorm" in type(module).__name__ for module in of.modules())

    assert (norms(model), norms(fused)) == (folded, 0)
    assert_close(fused(x), model(x), "output", 1e-5)
    table, smaller = models.summary(model, shape), models.summary(fused, shape)
    assert smaller.macs == table.macs and len(smaller) == len(table) - folded
    assert_close(fused(x), twin(fused)(torch.tensor(x)), "the twin of the folded network")


def test_a_norm_after_anything_else_stays():
    model = nn.Sequential(
        nn.BatchNorm2d(2), nn.Conv2d(2, 3, 3), nn.ReLU(), nn.BatchNorm2d(3), nn.Flatten()
    )
    settled(model, (1, 2, 5, 5))
    fused = nn.fuse(model)
    assert [type(layer) for layer in fused] == [type(layer) for layer in model]
    (x,) = normal(0, np.float64, (2, 2, 5, 5))
    np.testing.assert_array_equal(fused(x), model(x))


def test_folding_the_forgotten_eval_is_refused():
    layer, norm = nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2)
    with pytest.raises(ValueError, match=r"call eval\(\) first"):
        nn.fuse_conv_bn(layer, norm)
    with pytest.raises(ValueError, match=r"call eval\(\) first"):
        nn.fuse(nn.Sequential(layer, norm))
    norm.eval()
    with pytest.raises(TypeError, match="pass a convolution or dense layer and a batch norm"):
        nn.fuse_conv_bn(norm, layer)
    with pytest.raises(TypeError, match="pass a convolution or dense layer"):
        nn.fuse_conv_bn(nn.ConvTranspose2d(1, 2, 3), norm)
    with pytest.raises(ValueError, match="the layer has 3 outputs, the norm 2"):
        nn.fuse_conv_bn(nn.Conv2d(1, 3, 3), norm)


def test_a_norm_behind_the_sum_of_a_block_is_folded_too():
    after = nn.Sequential(nn.Conv2d(2, 3, 1), nn.BatchNorm2d(3))
    block = settled(nn.Residual(nn.Conv2d(2, 2, 1), after=after), (4, 2, 5, 5))
    folded = nn.fuse(block)
    assert not any(isinstance(module, nn.BatchNorm2d) for module in folded.modules())
    (x,) = normal(0, np.float32, (4, 2, 5, 5))
    assert_close(folded(x), block(x), "output", 1e-5)
