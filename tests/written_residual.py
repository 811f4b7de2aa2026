"""Answers to the exercises of notebook 16 as learners write them, right and wrong."""

from __future__ import annotations

import numpy as np
from check_tools import Written

from cnnhelpers import functional, nn
from cnnhelpers.functional import conv2d, conv2d_backward, relu

book = Written()
FEWEST = {
    "residual_block": 16,
    "residual_block_backward": 14,
    "downsampling_block": 14,
    "padded_shortcut": 12,
    "resnet_table": 12,
    "bottleneck_cost": 14,
}


# residual_block ---------------------------------------------------------------------------------


@book.right("residual_block")
def _(x, weight1, weight2):
    out = conv2d(x, weight1, padding=1)
    out = np.where(out > 0, out, 0)
    out = conv2d(out, weight2, padding=1)
    out += x
    return np.where(out > 0, out, 0)


@book.right("residual_block")
def _(x, weight1, weight2):
    identity = x.copy()
    for weight in (weight1, weight2):
        x = conv2d(x if weight is weight1 else relu(x), weight, padding=1)
    return (x + identity).clip(min=0)


@book.right("residual_block")
def _(x, weight1, weight2):
    around = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    inner = np.maximum(0, functional.conv2d(around, weight1))
    around = np.pad(inner, ((0, 0), (0, 0), (1, 1), (1, 1)))
    return np.maximum(0, functional.conv2d(around, weight2) + x)


@book.right("residual_block")
def _(x, weight1, weight2):
    first = nn.Conv2d(x.shape[1], x.shape[1], 3, padding=1, bias=False)
    second = nn.Conv2d(x.shape[1], x.shape[1], 3, padding=1, bias=False)
    first.weight.data, second.weight.data = weight1, weight2
    return nn.Residual(nn.Sequential(first, nn.ReLU(), second), after=nn.ReLU())(x)


@book.right("residual_block")
def _(x, weight1, weight2):
    """The identity as one more kernel of the second convolution."""
    channels = x.shape[1]
    keep = np.zeros((channels, channels, 3, 3))
    keep[range(channels), range(channels), 1, 1] = 1
    both = np.concatenate([relu(conv2d(x, weight1, padding=1)), x], axis=1)
    return relu(conv2d(both, np.concatenate([weight2, keep], axis=1), padding=1))


@book.wrong("residual_block", "relu-before-sum")
def _(x, weight1, weight2):
    out = relu(conv2d(x, weight1, padding=1))
    out = relu(conv2d(out, weight2, padding=1))
    return out + x


@book.wrong("residual_block", "last-relu-missing")
def _(x, weight1, weight2):
    out = relu(conv2d(x, weight1, padding=1))
    return conv2d(out, weight2, padding=1) + x


@book.wrong("residual_block", "shortcut-after-relu")
def _(x, weight1, weight2):
    x = np.maximum(x, 0)  # as a ReLU in place of the layer before leaves it
    out = relu(conv2d(x, weight1, padding=1))
    return relu(conv2d(out, weight2, padding=1) + x)


@book.wrong("residual_block", "shortcut-from-inside")
def _(x, weight1, weight2):
    x = relu(conv2d(x, weight1, padding=1))
    return relu(conv2d(x, weight2, padding=1) + x)


@book.wrong("residual_block", "second-reads-input")
def _(x, weight1, weight2):
    out = relu(conv2d(x, weight1, padding=1))
    out = conv2d(x, weight2, padding=1)
    return relu(out + x)


@book.wrong("residual_block", "shortcut-twice")
def _(x, weight1, weight2):
    out = conv2d(relu(conv2d(x, weight1, padding=1)), weight2, padding=1)
    out = out + x
    return relu(out + x)


@book.wrong("residual_block", "larger-taken")
def _(x, weight1, weight2):
    out = conv2d(relu(conv2d(x, weight1, padding=1)), weight2, padding=1)
    return relu(np.where(out > x, out, x))


@book.wrong("residual_block", "inner-relu-missing")
def _(x, weight1, weight2):
    out = conv2d(conv2d(x, weight1, padding=1), weight2, padding=1)
    return relu(out + x)


@book.wrong("residual_block", "concatenated")
def _(x, weight1, weight2):
    out = conv2d(relu(conv2d(x, weight1, padding=1)), weight2, padding=1)
    return relu(np.concatenate((out, x), axis=1))


@book.wrong("residual_block", "padding-missing")
def _(x, weight1, weight2):
    out = conv2d(relu(conv2d(x, weight1)), weight2)
    return relu(out + x)


@book.wrong("residual_block", "one-padding-missing")
def _(x, weight1, weight2):
    out = relu(conv2d(x, weight1, padding=1))
    out = conv2d(out, weight2)
    return relu(out + x)


# residual_block_backward ------------------------------------------------------------------------


@book.right("residual_block_backward")
def _(grad_output, x, weight1, weight2):
    a = conv2d(x, weight1, padding=1)
    h = relu(a)
    s = conv2d(h, weight2, padding=1) + x
    g = grad_output * (s > 0)
    dh, dw2, _ = conv2d_backward(g, h, weight2, padding=1)
    dx, dw1, _ = conv2d_backward(dh * (a > 0), x, weight1, padding=1)
    return dx + g, dw1, dw2


@book.right("residual_block_backward")
def _(grad_output, x, weight1, weight2):
    channels = x.shape[1]
    first = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
    second = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
    first.weight.data, second.weight.data = weight1, weight2
    block = nn.Residual(nn.Sequential(first, nn.ReLU(), second), after=nn.ReLU())
    block(x)
    return block.backward(grad_output), first.weight.grad, second.weight.grad


@book.right("residual_block_backward")
def _(grad_output, x, weight1, weight2):
    import torch

    given = [
        torch.tensor(v, dtype=torch.float64, requires_grad=True) for v in (x, weight1, weight2)
    ]
    conv = torch.nn.functional.conv2d
    out = conv(conv(given[0], given[1], padding=1).relu(), given[2], padding=1) + given[0]
    out.relu().backward(torch.tensor(grad_output, dtype=torch.float64))
    return tuple(each.grad.numpy() for each in given)


@book.right("residual_block_backward")
def _(grad_output, x, weight1, weight2):
    inside = conv2d(x, weight1, padding=1)
    total = x + conv2d(inside * (inside > 0), weight2, padding=1)
    grad = np.where(total > 0, grad_output, 0.0)
    grad_x = grad.copy()  # the shortcut
    grad_inside, grad_weight2 = conv2d_backward(grad, np.maximum(inside, 0), weight2, padding=1)[:2]
    grad_inside[inside <= 0] = 0
    more, grad_weight1 = conv2d_backward(grad_inside, x, weight1, padding=1)[:2]
    grad_x += more
    return grad_x, grad_weight1, grad_weight2


@book.right("residual_block_backward")
def _(grad_output, x, weight1, weight2):
    """Image by image."""
    grads, dw1, dw2 = [], 0, 0
    for g, one in zip(grad_output, x):
        a = conv2d(one[None], weight1, padding=1)
        total = conv2d(relu(a), weight2, padding=1) + one
        g = g[None] * (total > 0)
        dh, more2, _ = conv2d_backward(g, relu(a), weight2, padding=1)
        dx, more1, _ = conv2d_backward(dh * (a > 0), one[None], weight1, padding=1)
        grads.append((dx + g)[0])
        dw1, dw2 = dw1 + more1, dw2 + more2
    return np.array(grads), dw1, dw2


@book.wrong("residual_block_backward", "identity-forgotten")
def _(grad_output, x, weight1, weight2):
    a = conv2d(x, weight1, padding=1)
    h = relu(a)
    g = grad_output * (conv2d(h, weight2, padding=1) + x > 0)
    dh, dw2, _ = conv2d_backward(g, h, weight2, padding=1)
    dx, dw1, _ = conv2d_backward(dh * (a > 0), x, weight1, padding=1)
    return dx, dw1, dw2


@book.wrong("residual_block_backward", "input-changed")
def _(grad_output, x, weight1, weight2):
    a = conv2d(x, weight1, padding=1)
    h = relu(a)
    grad_output *= conv2d(h, weight2, padding=1) + x > 0
    dh, dw2, _ = conv2d_backward(grad_output, h, weight2, padding=1)
    dx, dw1, _ = conv2d_backward(dh * (a > 0), x, weight1, padding=1)
    return dx + grad_output, dw1, dw2


@book.wrong("residual_block_backward", "shortcut-gated-inside")
def _(grad_output, x, weight1, weight2):
    a = conv2d(x, weight1, padding=1)
    h = relu(a)
    g = grad_output * (conv2d(h, weight2, padding=1) + x > 0)
    dh, dw2, _ = conv2d_backward(g, h, weight2, padding=1)
    mask = a > 0
    dx, dw1, _ = conv2d_backward(dh * mask, x, weight1, padding=1)
    return dx + g * mask, dw1, dw2


@book.wrong("residual_block_backward", "last-relu-ignored")
def _(grad_output, x, weight1, weight2):
    a = conv2d(x, weight1, padding=1)
    h = relu(a)
    dh, dw2, _ = conv2d_backward(grad_output, h, weight2, padding=1)
    dx, dw1, _ = conv2d_backward(dh * (a > 0), x, weight1, padding=1)
    return dx + grad_output, dw1, dw2


@book.wrong("residual_block_backward", "gate-of-another")
def _(grad_output, x, weight1, weight2):
    a = conv2d(x, weight1, padding=1)
    h = relu(a)
    g = grad_output * (conv2d(h, weight2, padding=1) > 0)
    dh, dw2, _ = conv2d_backward(g, h, weight2, padding=1)
    dx, dw1, _ = conv2d_backward(dh * (a > 0), x, weight1, padding=1)
    return dx + g, dw1, dw2


# downsampling_block -----------------------------------------------------------------------------


@book.right("downsampling_block")
def _(x, weight1, weight2, projection, stride=2):
    out = relu(conv2d(x, weight1, stride=stride, padding=1))
    out = conv2d(out, weight2, padding=1)
    return relu(out + conv2d(x, projection, stride=stride))


@book.right("downsampling_block")
def _(x, weight1, weight2, projection, stride=2):
    short = np.einsum("oc,nchw->nohw", projection[:, :, 0, 0], x[:, :, ::stride, ::stride])
    out = np.maximum(conv2d(x, weight1, None, stride=stride, padding=1), 0)
    return np.maximum(conv2d(out, weight2, None, padding=1) + short, 0)


@book.right("downsampling_block")
def _(x, weight1, weight2, projection, stride=2):
    """The stride as leaving out what was computed."""
    out = relu(conv2d(x, weight1, padding=1))[:, :, ::stride, ::stride]
    short = conv2d(x, projection)[:, :, ::stride, ::stride]
    return relu(conv2d(out, weight2, padding=1) + short)


@book.right("downsampling_block")
def _(x, weight1, weight2, projection, stride=2):
    def layer(weight, step, padding):
        made = nn.Conv2d(*weight.shape[1::-1], weight.shape[2], step, padding, bias=False)
        made.weight.data = weight
        return made

    body = nn.Sequential(layer(weight1, stride, 1), nn.ReLU(), layer(weight2, 1, 1))
    return nn.Residual(body, layer(projection, stride, 0), nn.ReLU())(x)


@book.right("downsampling_block")
def _(x, weight1, weight2, projection, stride=2):
    sum_ = conv2d(x, projection, stride=stride)
    sum_ = sum_ + conv2d(relu(conv2d(x, weight1, stride=stride, padding=1)), weight2, padding=1)
    return sum_ * (sum_ > 0)


@book.wrong("downsampling_block", "last-for-first")
def _(x, weight1, weight2, projection, stride=2):
    inside = np.maximum(conv2d(x, weight1, stride=stride, padding=1), 0)
    last = x[:, :, stride - 1 :: stride, stride - 1 :: stride]
    return np.maximum(conv2d(inside, weight2, padding=1) + conv2d(last, projection), 0)


@book.wrong("downsampling_block", "projection-without-stride")
def _(x, weight1, weight2, projection, stride=2):
    out = relu(conv2d(x, weight1, stride=stride, padding=1))
    out = conv2d(out, weight2, padding=1)
    return relu(out + conv2d(x, projection))


@book.wrong("downsampling_block", "stride-in-second")
def _(x, weight1, weight2, projection, stride=2):
    out = relu(conv2d(x, weight1, padding=1))
    out = conv2d(out, weight2, stride=stride, padding=1)
    return relu(out + conv2d(x, projection, stride=stride))


@book.wrong("downsampling_block", "stride-in-both")
def _(x, weight1, weight2, projection, stride=2):
    out = relu(conv2d(x, weight1, stride=stride, padding=1))
    out = conv2d(out, weight2, stride=stride, padding=1)
    return relu(out + conv2d(x, projection, stride=stride))


@book.wrong("downsampling_block", "pooled-for-strided")
def _(x, weight1, weight2, projection, stride=2):
    out = relu(conv2d(x, weight1, stride=stride, padding=1))
    out = conv2d(out, weight2, padding=1)
    n, c, height, width = x.shape
    h, w = out.shape[2:]
    short = np.zeros((n, c, h, w))
    for i in range(h):
        for j in range(w):
            part = x[:, :, i * stride : (i + 1) * stride, j * stride : (j + 1) * stride]
            short[:, :, i, j] = part.mean(axis=(2, 3))
    return relu(out + conv2d(short, projection))


@book.wrong("downsampling_block", "relu-before-sum")
def _(x, weight1, weight2, projection, stride=2):
    out = relu(conv2d(x, weight1, stride=stride, padding=1))
    out = relu(conv2d(out, weight2, padding=1))
    return out + conv2d(x, projection, stride=stride)


# padded_shortcut --------------------------------------------------------------------------------


@book.right("padded_shortcut")
def _(x, out_channels, stride=2):
    n, c, height, width = x.shape
    output = np.zeros((n, out_channels, -(-height // stride), -(-width // stride)))
    output[:, :c] = x[:, :, ::stride, ::stride]
    return output


@book.right("padded_shortcut")
def _(x, out_channels, stride=2):
    kept = x[:, :, ::stride, ::stride]
    zeros = np.zeros_like(kept[:, :1]).repeat(out_channels - x.shape[1], axis=1)
    return np.concatenate([kept, zeros], axis=1)


@book.right("padded_shortcut")
def _(x, out_channels, stride=2):
    eye = np.eye(out_channels, x.shape[1])[:, :, None, None]
    return conv2d(x, eye, stride=stride)


@book.right("padded_shortcut")
def _(x, out_channels, stride=2):
    rows = range(0, x.shape[2], stride)
    columns = range(0, x.shape[3], stride)
    output = np.zeros((len(x), out_channels, len(rows), len(columns)))
    for i, row in enumerate(rows):
        for j, column in enumerate(columns):
            output[:, : x.shape[1], i, j] = x[:, :, row, column]
    return output


@book.right("padded_shortcut")
def _(x, out_channels, stride=2):
    wide = np.pad(x, ((0, 0), (0, out_channels - x.shape[1]), (0, 0), (0, 0)))
    return wide[..., ::stride, ::stride]


@book.wrong("padded_shortcut", "first-pixel-left-out")
def _(x, out_channels, stride=2):
    kept = x[:, :, 1::stride, 1::stride]
    out = np.zeros((len(x), out_channels, *kept.shape[2:]))
    out[:, : x.shape[1]] = kept
    return out


@book.wrong("padded_shortcut", "channels-on-both-sides")
def _(x, out_channels, stride=2):
    half = (out_channels - x.shape[1]) // 2
    rest = out_channels - x.shape[1] - half
    return np.pad(x[:, :, ::stride, ::stride], ((0, 0), (half, rest), (0, 0), (0, 0)))


@book.wrong("padded_shortcut", "channels-in-front")
def _(x, out_channels, stride=2):
    output = np.zeros((len(x), out_channels, *x[0, 0, ::stride, ::stride].shape))
    output[:, -x.shape[1] :] = x[:, :, ::stride, ::stride]
    return output


@book.wrong("padded_shortcut", "channels-repeated")
def _(x, out_channels, stride=2):
    kept = x[:, :, ::stride, ::stride]
    return kept[:, np.arange(out_channels) % x.shape[1]]


@book.wrong("padded_shortcut", "pooled-for-strided")
def _(x, out_channels, stride=2):
    height, width = -(-x.shape[2] // stride), -(-x.shape[3] // stride)
    output = np.zeros((len(x), out_channels, height, width))
    for i in range(height):
        for j in range(width):
            window = x[:, :, i * stride : (i + 1) * stride, j * stride : (j + 1) * stride]
            output[:, : x.shape[1], i, j] = window.max(axis=(2, 3))
    return output


@book.wrong("padded_shortcut", "pooled-for-strided")
def _(x, out_channels, stride=2):
    """Means of whole windows; what is left over at the end is cut off."""
    n, c, height, width = x.shape
    rows, columns = height // stride, width // stride
    whole = x[:, :, : rows * stride, : columns * stride]
    means = whole.reshape(n, c, rows, stride, columns, stride).mean(axis=(3, 5))
    return np.concatenate([means, np.zeros((n, out_channels - c, rows, columns))], axis=1)


# resnet_table -----------------------------------------------------------------------------------


@book.right("resnet_table")
def _(counts, expansion=1):
    table, channels, width = [], 64, 64
    for stage in range(len(counts)):
        for block in range(counts[stage]):
            stride = 2 if stage > 0 and block == 0 else 1
            table.append((channels, width * expansion, stride))
            channels = width * expansion
        width *= 2
    return table


@book.right("resnet_table")
def _(counts, expansion=1):
    outs = [64 * 2**k * expansion for k, n in enumerate(counts) for _ in range(n)]
    firsts = set(np.cumsum((0, *counts))[1:-1].tolist())
    strides = [2 if n in firsts else 1 for n in range(len(outs))]
    return list(zip([64, *outs[:-1]], outs, strides))


@book.right("resnet_table")
def _(counts, expansion=1):
    rows = np.ones((sum(counts), 3), int)
    rows[:, 1] = np.repeat(64 * expansion * 2 ** np.arange(len(counts)), counts)
    rows[0, 0] = 64
    rows[1:, 0] = rows[:-1, 1]
    rows[np.cumsum(counts)[:-1], 2] = 2
    return rows


@book.right("resnet_table")
def _(counts, expansion=1):
    def stage(k):
        out = 64 * 2**k * expansion
        before = 64 if k == 0 else out // 2
        return [(before, out, min(k + 1, 2))] + [(out, out, 1)] * (counts[k] - 1)

    return [row for k in range(len(counts)) for row in stage(k)]


@book.right("resnet_table")
def _(counts, expansion=1):
    table = []
    for stage, count in enumerate(counts):
        out = expansion * 64 << stage
        while count:
            first = len(table) == sum(counts[:stage])
            table.append([table[-1][1] if table else 64, out, 1 + (first and stage > 0)])
            count -= 1
    return table


@book.wrong("resnet_table", "nested")
def _(counts, expansion=1):
    table, before = [], 64
    for stage, count in enumerate(counts):
        out = 2**stage * 64 * expansion
        first = (before, out, 2 if stage else 1)
        table.append([first] + [(out, out, 1)] * (count - 1))
        before = out
    return table


@book.wrong("resnet_table", "stride-in-first-stage")
def _(counts, expansion=1):
    table, channels = [], 64
    for stage, count in enumerate(counts):
        for block in range(count):
            out = 64 * 2**stage * expansion
            table.append((channels, out, 2 if block == 0 else 1))
            channels = out
    return table


@book.wrong("resnet_table", "expansion-forgotten")
def _(counts, expansion=1):
    table, channels = [], 64
    for stage, count in enumerate(counts):
        for block in range(count):
            table.append((channels, 64 * 2**stage, 2 if stage and block == 0 else 1))
            channels = 64 * 2**stage
    return table


@book.wrong("resnet_table", "stride-of-the-channels")
def _(counts, expansion=1):
    table, channels = [], 64
    for stage, count in enumerate(counts):
        for _ in range(count):
            out = 64 * 2**stage * expansion
            table.append((channels, out, 1 if channels == out else 2))
            channels = out
    return table


@book.wrong("resnet_table", "all-counts-alike")
def _(counts, expansion=1):
    table, channels = [], 64
    for stage in range(len(counts)):
        for block in range(counts[0]):  # 6n + 2: the same in each stage
            out = 64 * 2**stage * expansion
            table.append((channels, out, 2 if stage and block == 0 else 1))
            channels = out
    return table


# bottleneck_cost --------------------------------------------------------------------------------


@book.right("bottleneck_cost")
def _(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    small = ((height - 1) // stride + 1) * ((width - 1) // stride + 1)
    first = small if stride_first else height * width
    return first * in_channels * inner + small * (inner * inner * 9 + inner * out_channels)


@book.right("bottleneck_cost")
def _(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    total, places = 0, [(height, width)]
    places.append(tuple(int(np.ceil(n / stride)) for n in places[0]))
    layers = [(in_channels, inner, 1), (inner, inner, 3), (inner, out_channels, 1)]
    for number, (i, o, k) in enumerate(layers):
        h, w = places[1 if stride_first or number else 0]
        total += h * w * i * o * k**2
    return total


@book.right("bottleneck_cost")
def _(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    s1, s2 = (stride, 1) if stride_first else (1, stride)
    body = nn.Sequential(
        nn.Conv2d(in_channels, inner, 1, s1, bias=False),
        nn.Conv2d(inner, inner, 3, s2, 1, bias=False),
        nn.Conv2d(inner, out_channels, 1, bias=False),
    )
    return body.macs((1, in_channels, height, width))


@book.right("bottleneck_cost")
def _(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    small = len(range(0, height, stride)) * len(range(0, width, stride))
    down = in_channels * inner * (small if stride_first else height * width)
    return down + 9 * inner**2 * small + small * inner * out_channels


@book.right("bottleneck_cost")
def _(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    small = -(-height // stride) * -(-width // stride)
    macs = small * inner * (9 * inner + out_channels)
    if stride_first:
        return macs + small * inner * in_channels
    return macs + height * width * inner * in_channels


@book.wrong("bottleneck_cost", "rounded-together")
def _(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    large = height * width
    small = -(-large // stride**2)
    first = small if stride_first else large
    return in_channels * inner * first + (9 * inner + out_channels) * inner * small


@book.wrong("bottleneck_cost", "stride-never-first")
def _(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    small = -(-height // stride) * -(-width // stride)
    return height * width * in_channels * inner + small * (9 * inner**2 + inner * out_channels)


@book.wrong("bottleneck_cost", "kernel-in-all")
def _(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    small = -(-height // stride) * -(-width // stride)
    first = small if stride_first else height * width
    return 9 * (first * in_channels * inner + small * (inner**2 + inner * out_channels))


@book.wrong("bottleneck_cost", "rounded-down")
def _(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    small = (height // stride) * (width // stride)
    first = small if stride_first else height * width
    return first * in_channels * inner + small * (9 * inner**2 + inner * out_channels)


@book.wrong("bottleneck_cost", "wide-middle")
def _(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    small = -(-height // stride) * -(-width // stride)
    first = small if stride_first else height * width
    return first * in_channels * inner + small * (
        9 * in_channels * out_channels + inner * out_channels
    )
