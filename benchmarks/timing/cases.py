"""What is timed: convolutions, pooling, batch norm and a LeNet step; ours and PyTorch's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from timing.clock import Run


@dataclass(frozen=True)
class Conv:
    """A convolution: channels, filters, kernel, stride, padding, image size, batch."""

    channels: int
    filters: int
    kernel: int
    stride: int
    padding: int
    size: int
    batch: int
    groups: int = 1

    @property
    def name(self) -> str:
        if self.groups > 1:
            what = f"depthwise {self.channels}"
        else:
            what = f"{self.channels}→{self.filters}"
        stride = f" stride {self.stride}" if self.stride > 1 else ""
        return f"conv {what}, {self.kernel}×{self.kernel}{stride}, {self.size}² ({self.batch})"

    @property
    def operations(self) -> float:
        """Additions and multiplications of a forward pass, computed directly."""
        out = (self.size + 2 * self.padding - self.kernel) // self.stride + 1
        taps = self.channels // self.groups * self.kernel**2
        return 2.0 * self.batch * self.filters * taps * out**2


CONVS = [
    Conv(1, 20, 5, 1, 2, 28, 64),
    Conv(20, 50, 5, 1, 2, 14, 64),
    Conv(64, 64, 3, 1, 1, 56, 8),
    Conv(128, 128, 3, 2, 1, 56, 8),
    Conv(256, 256, 3, 1, 1, 14, 16),
    Conv(3, 64, 11, 4, 2, 224, 8),
    Conv(64, 64, 3, 1, 1, 112, 4),
    Conv(3, 16, 3, 1, 1, 32, 64),
    Conv(192, 16, 1, 1, 0, 28, 32),
    Conv(64, 64, 3, 1, 1, 56, 8, groups=64),
]
MEAN_OF = [conv.name for conv in CONVS if conv.kernel > 1 and conv.groups == 1]
POOL, NORM, LENET = "max pool 2×2, 64×28² (64)", "batch norm 64×56² (8)", "LeNet SGD step (64)"
DEPTHWISE = CONVS[-1].name
CASES = {conv.name: conv for conv in CONVS} | {name: name for name in (POOL, NORM, LENET)}
MEAN, WORST, LAST = "geometric mean of 8 convolutions", "worst of them", "LeNet to channels-last"


def runs(name: str, side: str) -> dict[str, Run]:
    """Return what to call for "forward" and for "both", forward and backward.

    ``side``: "ours", "torch" or "last", PyTorch with channels-last arrays.
    """
    case = CASES[name]
    if name == LENET:
        return {"both": lenet_step(side)}
    if isinstance(case, Conv):
        return conv_runs(case, side)
    return _pool(side) if name == POOL else _norm(side)


def normal(*shape: int):
    """Return an array of normal numbers, float32, the same each time."""
    import numpy as np

    return np.random.default_rng(sum(shape)).standard_normal(shape, dtype=np.float32)


def tensors(side: str, *arrays):
    """Return the arrays as tensors in the layout of ``side``."""
    import torch

    layout = torch.channels_last if side == "last" else torch.contiguous_format
    return [
        torch.tensor(a).to(memory_format=layout) if a.ndim == 4 else torch.tensor(a) for a in arrays
    ]


def _torch_runs(side: str, operation: Callable, arrays: list, output: tuple[int, ...]):
    import torch

    inputs = [tensor.requires_grad_() for tensor in tensors(side, *arrays)]
    (upstream,) = tensors(side, normal(*output))

    def forward():
        with torch.no_grad():
            return operation(*inputs)

    def both():
        return torch.autograd.grad(operation(*inputs), inputs, upstream)

    return {"forward": forward, "both": both}


def conv_runs(conv: Conv, side: str) -> dict[str, Run]:
    """Return what calls a convolution, as :func:`runs` does."""
    options = {"stride": conv.stride, "padding": conv.padding, "groups": conv.groups}
    x = normal(conv.batch, conv.channels, conv.size, conv.size)
    depth = conv.channels // conv.groups
    weight = normal(conv.filters, depth, conv.kernel, conv.kernel) / (depth**0.5 * conv.kernel)
    bias = normal(conv.filters)
    out = (conv.size + 2 * conv.padding - conv.kernel) // conv.stride + 1
    shape = conv.batch, conv.filters, out, out
    if side != "ours":
        import torch

        operation = partial(torch.nn.functional.conv2d, **options)
        return _torch_runs(side, operation, [x, weight, bias], shape)
    from cnnhelpers import functional as F

    upstream = normal(*shape)

    def both():
        return F.conv2d(x, weight, bias, **options), F.conv2d_backward(
            upstream, x, weight, **options
        )

    return {"forward": lambda: F.conv2d(x, weight, bias, **options), "both": both}


def _pool(side: str) -> dict[str, Run]:
    x = normal(64, 64, 28, 28)
    if side != "ours":
        import torch

        operation = partial(torch.nn.functional.max_pool2d, kernel_size=2)
        return _torch_runs(side, operation, [x], (64, 64, 14, 14))
    from cnnhelpers import functional as F

    upstream = normal(64, 64, 14, 14)
    return {
        "forward": lambda: F.max_pool2d(x, 2),
        "both": lambda: (F.max_pool2d(x, 2), F.max_pool2d_backward(upstream, x, 2)),
    }


def _norm(side: str) -> dict[str, Run]:
    x, weight, bias = normal(8, 64, 56, 56), normal(64), normal(64)
    if side != "ours":
        import torch

        def operation(x, weight, bias):
            return torch.nn.functional.batch_norm(x, None, None, weight, bias, training=True)

        return _torch_runs(side, operation, [x, weight, bias], x.shape)
    from cnnhelpers import functional as F

    upstream = normal(*x.shape)

    def forward():
        return F.batch_norm(x, None, None, weight, bias, training=True)

    def both():
        grads = F.batch_norm_backward(upstream, x, None, None, weight, training=True)
        return forward(), grads

    return {"forward": forward, "both": both}


def lenet_batch(batch: int = 64):
    """Return images (N, 1, 28, 28) and labels (N,) of a LeNet step."""
    import numpy as np

    return normal(batch, 1, 28, 28), np.arange(batch) % 10


def lenet_step(side: str, batch: int = 64) -> Run:
    """Return what takes an SGD step with LeNet on a batch of so many images."""
    images, labels = lenet_batch(batch)
    if side == "ours":
        from cnnhelpers import models, nn, training

        model = models.lenet()
        optimiser = nn.SGD(model.parameters(), 0.001)
        return lambda: training.train_step(model, images, labels, optimiser)
    import torch

    model = torch.nn.Sequential(
        torch.nn.Conv2d(1, 20, 5, padding=2),
        torch.nn.ReLU(),
        torch.nn.MaxPool2d(2),
        torch.nn.Conv2d(20, 50, 5, padding=2),
        torch.nn.ReLU(),
        torch.nn.MaxPool2d(2),
        torch.nn.Flatten(),
        torch.nn.Linear(2450, 500),
        torch.nn.ReLU(),
        torch.nn.Linear(500, 10),
    )
    if side == "last":
        model = model.to(memory_format=torch.channels_last)
    (inputs,), targets = tensors(side, images), torch.tensor(labels)
    optimiser = torch.optim.SGD(model.parameters(), 0.001)

    def step():
        optimiser.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(inputs), targets)
        loss.backward()
        optimiser.step()
        return loss.item()

    return step
