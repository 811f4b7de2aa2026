"""Every operation of cnnhelpers.functional, with a strategy that draws what PyTorch accepts too.

A drawn :class:`Case` runs on any namespace with our names, so that the same configurations test
the fast operations and the readable loops: sizes that the stride does not divide, not square,
dilated, grouped, a batch of one image or none, arrays of no numbers.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from compare import torch
from hypothesis import strategies as st

from cnnhelpers.shapes import per_axis

T = torch.nn.functional


class Case(NamedTuple):
    """One configuration of an operation of the arrays whose ``shapes`` are given."""

    shapes: list[tuple[int, ...]]
    forward: Callable  # (namespace, *arrays) -> output
    backward: Callable  # (namespace, grad_output, *arrays) -> the gradients of all arrays
    torch: Callable  # (*tensors) -> output
    prepare: Callable = lambda arrays: arrays  # from normal numbers to the numbers to use

    def arrays(self, seed, dtype):
        """Return random arrays of the shapes."""
        rng = np.random.default_rng(seed)
        return self.prepare([rng.standard_normal(s).astype(dtype) for s in self.shapes])


def simple(name, shapes, *first, torch_forward, prepare=lambda arrays: arrays, **options):
    """Return the case of ``name(x, *first, *others, **options)``; no backward reads the bias."""
    count = len(shapes)

    def forward(F, x, *others):
        return getattr(F, name)(x, *first, *others, **options)

    def backward(F, grad_output, x, *others):
        grads = getattr(F, f"{name}_backward")(grad_output, x, *first, *others[:1], **options)
        return grads[:count] if isinstance(grads, tuple) else grads

    return Case(shapes, forward, backward, torch_forward, prepare)


# Windows ----------------------------------------------------------------------------------------


def _each(draw, axes, low, high):
    return tuple(draw(st.integers(low, high)) for _ in range(axes))


@st.composite
def conv_cases(draw, axes):
    """Draw (x shape, weight shape, options) of a convolution."""
    if axes == 2 and draw(st.integers(0, 9)) == 9:
        return draw(wide_cases())
    groups = draw(st.sampled_from([1, 1, 1, 2, 3]))
    depth, filters = draw(st.integers(1, 3)), draw(st.integers(1, 3)) * groups
    kernel = _each(draw, axes, 1, 4 if axes < 3 else 3)
    padding = draw(st.sampled_from(["number", "number", "number", "same", "valid"]))
    stride = (1,) * axes if padding == "same" else _each(draw, axes, 1, 3)
    padding = _each(draw, axes, 0, 3) if padding == "number" else padding
    dilation = _each(draw, axes, 1, 2) if draw(st.booleans()) else (1,) * axes
    spans = [d * (k - 1) + 1 for k, d in zip(kernel, dilation)]
    sides = (0,) * axes if padding == "valid" else padding
    sides = tuple((s - 1) // 2 for s in spans) if padding == "same" else sides
    least = [max(1, s - 2 * p) for s, p in zip(spans, sides)]
    size = tuple(n + draw(st.integers(0, 6 if axes < 3 else 3)) for n in least)
    options = {"stride": stride, "padding": padding, "dilation": dilation, "groups": groups}
    if draw(st.booleans()) and not isinstance(padding, str):
        options["stride"] = options["stride"][0]  # one number for all axes
    batch = draw(st.sampled_from([0, 1, 1, 2, 3]))
    return (batch, depth * groups, *size), (filters, depth, *kernel), options


@st.composite
def wide_cases(draw):
    """Draw a 2-D convolution of many channels, for which there are faster algorithms."""
    depth, filters = draw(st.sampled_from([16, 33])), draw(st.sampled_from([16, 32]))
    taps, padding = draw(st.sampled_from([3, 5])), draw(st.integers(0, 2))
    options = {"stride": draw(st.sampled_from([1, 1, 2])), "padding": padding, "dilation": 1}
    options["groups"] = draw(st.sampled_from([1, 1, depth]))  # depthwise: each channel by itself
    if options["groups"] > 1:
        filters = depth
    shape = (draw(st.integers(1, 2)), depth, *_each(draw, 2, taps, 11))
    return shape, (filters, depth // options["groups"], taps, taps), options


@st.composite
def conv(draw, axes):
    x, weight, options = draw(conv_cases(axes))
    shapes = [x, weight, weight[:1]][: draw(st.integers(2, 3))]
    name = f"conv{axes}d"

    def torch_forward(*tensors):
        return getattr(T, name)(*tensors, **options)

    return simple(name, shapes, torch_forward=torch_forward, **options)


@st.composite
def conv_transpose2d(draw):
    def pair(low, high):
        return _each(draw, 2, low, high)

    groups, stride, dilation, kernel = draw(st.integers(1, 2)), pair(1, 3), pair(1, 2), pair(1, 3)
    extra = tuple(draw(st.integers(0, max(s, d) - 1)) for s, d in zip(stride, dilation))
    size, padding = pair(1, 5), pair(0, 2)
    size = tuple(  # large enough to leave something after the padding is cut off
        max(n, -(-(2 * p - d * (k - 1) - e) // s) + 1)
        for n, p, d, k, e, s in zip(size, padding, dilation, kernel, extra, stride)
    )
    depth, filters = draw(st.integers(1, 2)), draw(st.integers(1, 2))
    options = {"stride": stride, "padding": padding, "output_padding": extra}
    options |= {"dilation": dilation, "groups": groups}
    weight = (depth * groups, filters, *kernel)
    shapes = [(draw(st.integers(0, 2)), depth * groups, *size), weight, (filters * groups,)]
    shapes = shapes[: draw(st.integers(2, 3))]

    def torch_forward(*tensors):
        return T.conv_transpose2d(*tensors, **options)

    return simple("conv_transpose2d", shapes, torch_forward=torch_forward, **options)


@st.composite
def folding(draw, name):
    """Draw a case of unfold or fold: the same windows, seen from the other side."""
    _, (_, _, *kernel), options = draw(conv_cases(2))
    options = {key: value for key, value in options.items() if key != "groups"}
    if isinstance(options["padding"], str):
        options["padding"] = 0
    pads, strides, gaps = (per_axis(options[k], 2, k) for k in ("padding", "stride", "dilation"))
    kernel, spans = tuple(kernel), [d * (k - 1) + 1 for k, d in zip(kernel, gaps)]
    size = tuple(max(1, s - 2 * p) + draw(st.integers(0, 5)) for s, p in zip(spans, pads))
    count = [(n + 2 * p - s) // t + 1 for n, p, s, t in zip(size, pads, spans, strides)]
    batch, channels = draw(st.integers(0, 2)), draw(st.integers(1, 3))
    first = (kernel,) if name == "unfold" else (size, kernel)
    columns = (batch, channels * kernel[0] * kernel[1], count[0] * count[1])
    shapes = [(batch, channels, *size) if name == "unfold" else columns]

    def torch_forward(x):
        return getattr(T, name)(x, *first, **options)

    return simple(name, shapes, *first, torch_forward=torch_forward, **options)


@st.composite
def pool_cases(draw, axes, dilated):
    """Draw (x shape, kernel, options) of a pooling; every window sees a pixel of the image."""
    kernel = _each(draw, axes, 1, 4 if axes < 3 else 3)
    dilation = _each(draw, axes, 1, 2) if dilated else (1,) * axes
    spans = [d * (k - 1) + 1 for k, d in zip(kernel, dilation)]
    padding = tuple(draw(st.integers(0, k // 2)) for k in kernel)
    size = tuple(
        max(span if axes == 3 else d, span - 2 * p) + draw(st.integers(0, 6 if axes < 3 else 3))
        for span, p, d in zip(spans, padding, dilation)
    )
    options = {"padding": padding, "ceil_mode": draw(st.booleans())}
    options["stride"] = draw(st.sampled_from([None, "each", "each"]))
    options["stride"] = options["stride"] and _each(draw, axes, 1, 3)
    beyond = axes < 3 or dilated  # PyTorch's avg_pool3d alone refuses them
    if options["ceil_mode"] and beyond and dilation == (1,) * axes and draw(st.booleans()):
        # One window that hangs over: the kernel may be larger than the padded input.
        kernel = tuple(k + draw(st.integers(0, 3)) for k in kernel)
        least = [max(1, k - n - 2 * p + 1) for k, n, p in zip(kernel, size, padding)]
        options["stride"] = tuple(n + draw(st.integers(0, 2)) for n in least)
    if dilated:
        options["dilation"] = dilation
    else:
        options["count_include_pad"] = draw(st.booleans())
    return (draw(st.sampled_from([0, 1, 1, 2, 3])), draw(st.integers(1, 2)), *size), kernel, options


@st.composite
def pool(draw, name, axes):
    dilated = name == "max"
    shape, kernel, options = draw(pool_cases(axes, dilated))
    name, tied = f"{name}_pool{axes}d", dilated and draw(st.booleans())

    def torch_forward(x):
        chosen = dict(options)
        if name == "avg_pool1d":  # takes lists of one number, but not None
            chosen["stride"] = chosen["stride"] or kernel
        return getattr(T, name)(x, kernel, **chosen)

    def prepare(arrays):  # rounded: many windows have equal maxima
        return [np.round(x) for x in arrays] if tied else arrays

    return simple(name, [shape], kernel, torch_forward=torch_forward, prepare=prepare, **options)


@st.composite
def adaptive_avg_pool2d(draw):
    batch, channels, to = draw(st.integers(0, 2)), draw(st.integers(1, 2)), _each(draw, 2, 1, 9)
    shape = (batch, channels, *_each(draw, 2, 1, 9))

    def torch_forward(x):
        return T.adaptive_avg_pool2d(x, to)

    return simple("adaptive_avg_pool2d", [shape], to, torch_forward=torch_forward)


# Dense layers, activations, loss ----------------------------------------------------------------

SHAPES = st.lists(st.integers(0, 5), max_size=4).map(tuple)


@st.composite
def linear(draw):
    rows = draw(st.lists(st.integers(0, 4), max_size=3))
    features, outputs = draw(st.integers(0, 6)), draw(st.integers(0, 6))
    shapes = [(*rows, features), (outputs, features), (outputs,)][: draw(st.integers(2, 3))]
    return simple("linear", shapes, torch_forward=T.linear)


@st.composite
def flatten(draw):
    shape = draw(SHAPES)
    start = draw(st.integers(0, max(0, len(shape) - 1)))
    return simple("flatten", [shape], start, torch_forward=lambda x: torch.flatten(x, start))


@st.composite
def activation(draw, name, torch_forward, **options):
    scale = draw(st.sampled_from([1, 30]))
    options = {key: draw(st.sampled_from(values)) for key, values in options.items()}

    def prepare(arrays):  # the kink at 0 counts, too
        return [np.where(np.abs(x) < 0.1, 0, scale * x).astype(x.dtype) for x in arrays]

    return simple(
        name,
        [draw(SHAPES)],
        torch_forward=lambda x: torch_forward(x, **options),
        prepare=prepare,
        **options,
    )


@st.composite
def softmax(draw, name):
    shape = draw(SHAPES.filter(len))
    axis = draw(st.integers(-len(shape), len(shape) - 1))
    scale = draw(st.sampled_from([1, 300]))
    return simple(
        name,
        [shape],
        axis,
        torch_forward=lambda x: getattr(T, name)(x, dim=axis),
        prepare=lambda arrays: [(scale * x).astype(x.dtype) for x in arrays],
    )


@st.composite
def cross_entropy(draw):
    batch, classes = draw(st.integers(0, 6)), draw(st.integers(1, 5))
    labels = np.array(draw(st.lists(st.integers(0, classes - 1), min_size=batch, max_size=batch)))
    labels = labels.astype(np.int64)
    options = {
        "reduction": draw(st.sampled_from(["mean", "sum", "none"])),
        "label_smoothing": draw(st.sampled_from([0.0, 0.1, 1.0])),
    }

    return Case(
        [(batch, classes)],
        lambda F, x: F.cross_entropy(x, labels, **options),
        lambda F, g, x: F.cross_entropy_backward(x, labels, **options, grad_output=g),
        lambda x: T.cross_entropy(x, torch.tensor(labels), **options),
        lambda arrays: [(50 * x).astype(x.dtype) for x in arrays],
    )


@st.composite
def dropout(draw):
    """PyTorch's chance is another one: what is compared is its product with the same mask."""
    p, training = draw(st.sampled_from([0, 0.2, 0.5, 1.0])), draw(st.booleans())
    seed, shape = draw(st.integers(0, 99)), draw(SHAPES)

    def both(F, x):
        return F.dropout(x, p, training=training, rng=np.random.default_rng(seed))

    def torch_forward(x):
        if not training or p in (0, 1):
            return T.dropout(x, p, training)
        from cnnhelpers import functional

        mask = both(functional, np.ones(shape, str(x.dtype)[6:]))[1]
        kept = np.unique(mask)
        assert np.all(np.isin(kept, np.array([0, 1 / (1 - p)], mask.dtype)))
        return x * torch.tensor(mask)

    return Case(
        [shape],
        lambda F, x: both(F, x)[0],
        lambda F, g, x: F.dropout_backward(g, both(F, x)[1]),
        torch_forward,
    )


# Normalisation ----------------------------------------------------------------------------------

TAILS = st.lists(st.integers(0, 4), max_size=3).map(tuple)
EPS = st.sampled_from([1e-5, 1e-2])


def spread(arrays):
    """Make neighbours differ: of two nearly equal ones, 1 / deviation is all rounding."""
    x, *others = arrays
    return [x + (np.arange(x.size) % 7).astype(x.dtype).reshape(x.shape), *others]


def affine(draw, shape):
    return [shape, shape][: 2 * draw(st.booleans())]


@st.composite
def batch_norm(draw):
    training = draw(st.booleans())
    batch, channels, tail = draw(st.integers(0, 4)), draw(st.integers(1, 4)), draw(TAILS)
    if training and batch * np.prod(tail) in (1, 2):
        batch += 3  # one number has no variance, two have one that depends on rounding alone
    rng = np.random.default_rng(draw(st.integers(0, 99)))
    mean, var = rng.standard_normal(channels), rng.uniform(0.1, 3, channels)
    options = {"training": training, "eps": draw(EPS)}

    def running(dtype):
        return mean.astype(dtype), var.astype(dtype)

    def forward(F, x, *others):
        return F.batch_norm(x, *running(wide(x)), *others, **options)

    def backward(F, grad_output, x, *others):
        kept = running(wide(x))
        grads = F.batch_norm_backward(grad_output, x, *kept, *others[:1], **options)
        return grads[: 1 + len(others)]

    def torch_forward(x, *others):
        kept = (torch.tensor(values).to(x.dtype) for values in (mean, var))
        return T.batch_norm(x, *kept, *others, **options)

    shapes = [(batch, channels, *tail), *affine(draw, (channels,))]
    return Case(shapes, forward, backward, torch_forward, spread)


def wide(x):
    return x.dtype if isinstance(x, np.ndarray) and x.dtype.kind == "f" else np.float64


def norm(name, shapes, *first, eps, torch_forward):
    return simple(name, shapes, *first, torch_forward=torch_forward, prepare=spread, eps=eps)


@st.composite
def layer_norm(draw):
    last = (*draw(st.lists(st.integers(1, 4), max_size=2)), draw(st.sampled_from([0, 3, 4, 5])))
    shapes, eps = [(*draw(TAILS), *last), *affine(draw, last)], draw(EPS)

    def torch_forward(x, *others):
        return T.layer_norm(x, last, *others, eps=eps)

    return norm("layer_norm", shapes, last, eps=eps, torch_forward=torch_forward)


@st.composite
def group_norm(draw):
    groups, depth = draw(st.integers(1, 3)), draw(st.integers(0, 3))
    tail = (*draw(TAILS), draw(st.integers(3, 4)))
    channels, eps = groups * depth, draw(EPS)
    shapes = [(draw(st.integers(0, 3)), channels, *tail), *affine(draw, (channels,))]
    if not np.prod(shapes[0]):
        shapes = shapes[:1]  # PyTorch: NaN for the gradient of the weight; a sum of nothing is 0

    def torch_forward(x, *others):
        return T.group_norm(x, groups, *others, eps=eps)

    return norm("group_norm", shapes, groups, eps=eps, torch_forward=torch_forward)


@st.composite
def instance_norm(draw):
    channels, eps = draw(st.integers(1, 3)), draw(EPS)
    tail = (*draw(TAILS), draw(st.integers(3, 4)))
    shapes = [(draw(st.integers(0, 3)), channels, *tail), *affine(draw, (channels,))]
    if not np.prod(shapes[0]):
        shapes = shapes[:1]  # PyTorch fails

    def torch_forward(x, weight=None, bias=None):
        return T.instance_norm(x, weight=weight, bias=bias, eps=eps)

    return norm("instance_norm", shapes, eps=eps, torch_forward=torch_forward)


@st.composite
def local_response_norm(draw):
    size = draw(st.sampled_from([1, 2, 3, 4, 5, 9, 14]))  # also more than there are channels
    options = {"alpha": draw(st.sampled_from([1e-4, 0.5])), "beta": 0.6, "k": 1.5}
    shape = (draw(st.integers(0, 3)), draw(st.integers(0, 6)), *draw(TAILS), 2)

    def torch_forward(x):
        return T.local_response_norm(x, size, **options)

    return simple("local_response_norm", [shape], size, torch_forward=torch_forward, **options)


OPERATIONS = {
    "conv1d": conv(1),
    "conv2d": conv(2),
    "conv3d": conv(3),
    "conv_transpose2d": conv_transpose2d(),
    "unfold": folding("unfold"),
    "fold": folding("fold"),
    "max_pool1d": pool("max", 1),
    "max_pool2d": pool("max", 2),
    "max_pool3d": pool("max", 3),
    "avg_pool1d": pool("avg", 1),
    "avg_pool2d": pool("avg", 2),
    "avg_pool3d": pool("avg", 3),
    "adaptive_avg_pool2d": adaptive_avg_pool2d(),
    "linear": linear(),
    "flatten": flatten(),
    "relu": activation("relu", T.relu),
    "leaky_relu": activation("leaky_relu", T.leaky_relu, negative_slope=[0.01, 0.2, -0.5]),
    "gelu": activation("gelu", T.gelu, approximate=["none", "tanh"]),
    "sigmoid": activation("sigmoid", torch.sigmoid),
    "tanh": activation("tanh", torch.tanh),
    "softmax": softmax("softmax"),
    "log_softmax": softmax("log_softmax"),
    "cross_entropy": cross_entropy(),
    "dropout": dropout(),
    "batch_norm": batch_norm(),
    "layer_norm": layer_norm(),
    "group_norm": group_norm(),
    "instance_norm": instance_norm(),
    "local_response_norm": local_response_norm(),
}
