"""The PyTorch twin of one of our models: the same layers, made by PyTorch."""

from compare import torch

from cnnhelpers import nn


def twin(module):
    """Return torch.nn's version of ``module``, with the same state."""
    made = _twin(module)
    state = {name: torch.tensor(value) for name, value in module.state_dict().items()}
    made.load_state_dict(state)  # strict: every name and shape must be PyTorch's
    return made.train(module.training)


def _twin(module):
    kind = type(module).__name__
    if isinstance(module, nn.Sequential):
        children = {name: _twin(child) for name, child in module.named_children()}
        made = torch.nn.Sequential()
        for name, child in children.items():
            made.add_module(name, child)
        return made
    if isinstance(module, nn.Residual):
        return Residual(module)
    if kind in OF_MODELS:
        return OF_MODELS[kind](module).to(dtype(module))
    make = getattr(torch.nn, kind)
    if "Conv" in kind:
        sizes = module.in_channels, module.out_channels, module.kernel_size
        return make(*sizes, **module.options, bias=module.bias is not None).to(dtype(module))
    if kind == "Linear":
        made = make(module.in_features, module.out_features, bias=module.bias is not None)
        return made.to(dtype(module))
    if "Norm" in kind:
        return make(*module.arguments).to(dtype(module))
    if kind in ("Softmax", "LogSoftmax"):
        return make(dim=module.options[0])
    if kind == "GELU":
        return make(approximate=module.options[0])
    if kind == "LeakyReLU":
        return make(module.options[0])
    if kind == "Dropout":
        return make(module.p)
    if kind.startswith("Adaptive"):
        return make(module.output_size)
    if "Pool" in kind:
        options = dict(module.options)
        options["stride"] = module.kernel_size if options["stride"] is None else options["stride"]
        return make(module.kernel_size, **options)
    return make()


def dtype(module):
    for value in module.state_dict().values():
        if value.dtype.kind == "f":
            return getattr(torch, str(value.dtype))
    return torch.float32


class Residual(torch.nn.Module):
    def __init__(self, module):
        super().__init__()
        self.body = [name for name, _ in module.body.named_children()]
        for name, child in module.named_children():
            self.add_module(name, _twin(child))

    def forward(self, x):
        change = x
        for name in self.body:
            change = getattr(self, name)(change)
        total = change + (self.downsample(x) if hasattr(self, "downsample") else x)
        return self.after(total) if hasattr(self, "after") else total


class Subsampling(torch.nn.Module):
    """LeNet-5's pooling, in PyTorch's operations."""

    def __init__(self, module):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.ones(module.weight.shape))
        self.bias = torch.nn.Parameter(torch.zeros(module.bias.shape))

    def forward(self, x):
        mean = torch.nn.functional.avg_pool2d(x, 2)
        return mean * self.weight[:, None, None] + self.bias[:, None, None]


class PartialConv2d(torch.nn.Module):
    """One small convolution for each output map, of the maps that it reads."""

    def __init__(self, module):
        super().__init__()
        self.filters, self.channels = module.filters, module.channels
        self.weight = torch.nn.Parameter(torch.zeros(module.weight.shape))
        self.bias = torch.nn.Parameter(torch.zeros(module.bias.shape))

    def forward(self, x):
        maps = []
        for o, bias in enumerate(self.bias):
            mine = self.filters == o
            weight = self.weight[mine][None]
            maps.append(torch.nn.functional.conv2d(x[:, self.channels[mine]], weight) + bias)
        return torch.cat(maps, 1)


class PaddedShortcut(torch.nn.Module):
    def __init__(self, module):
        super().__init__()
        self.channels, self.stride = module.channels, module.stride

    def forward(self, x):
        x = torch.nn.functional.avg_pool2d(x, 1, self.stride)
        return torch.nn.functional.pad(x, (0, 0, 0, 0, 0, self.channels - x.shape[1]))


OF_MODELS = {
    "Subsampling": Subsampling,
    "PartialConv2d": PartialConv2d,
    "PaddedShortcut": PaddedShortcut,
}


def assert_same_module(module, x, tolerance=1e-10, seed=0):
    """Assert that outputs, all gradients and the buffers after the step equal the twin's."""
    import numpy as np
    from compare import assert_close

    other = twin(module)
    tensor = torch.tensor(x, requires_grad=True)
    theirs = other(tensor)
    ours = module(x)
    assert_close(ours, theirs, "output", tolerance)
    assert module.output_shape(x.shape) == ours.shape
    grad = np.random.default_rng(seed).standard_normal(ours.shape).astype(x.dtype)
    theirs.backward(torch.tensor(grad))
    module.zero_grad()
    assert_close(module.backward(grad), tensor.grad, "gradient of x", tolerance)
    expected = dict(other.named_parameters())
    for name, parameter in module.named_parameters():
        assert_close(parameter.grad, expected[name].grad, f"gradient of {name}", tolerance)
    for name, value in module.state_dict().items():
        assert_close(value, other.state_dict()[name], name, tolerance)
