# %% wrong: sizes behind the stride are rounded down instead of up
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    small = (height // stride) * (width // stride)
    first = small if stride_first else height * width
    return in_channels * inner * first + 9 * inner * inner * small + inner * out_channels * small
# %% wrong: stride_first is read the wrong way round: True puts the stride at the 3×3, False at the first 1×1
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    h, w = math.ceil(height / stride), math.ceil(width / stride)
    if stride_first:
        a = in_channels * inner * height * width
    else:
        a = in_channels * inner * h * w
    b = inner * inner * 9 * h * w
    c = inner * out_channels * h * w
    return a + b + c
# %% wrong: with the stride at the 3×3, the 3×3 is counted at the positions of its input instead of those of its output
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    large, small = height * width, -(-height // stride) * -(-width // stride)
    before = small if stride_first else large
    return before * (in_channels * inner + 9 * inner**2) + small * inner * out_channels
# %% wrong: two mistakes: the 3×3 kernel counts 3 instead of 9 weights, and the projection shortcut (in_channels · out_channels at the output's positions) is added
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    out_h, out_w = (height + stride - 1) // stride, (width + stride - 1) // stride
    macs = in_channels * inner * (out_h * out_w if stride_first else height * width)
    macs += 3 * inner * inner * out_h * out_w
    macs += inner * out_channels * out_h * out_w
    macs += in_channels * out_channels * out_h * out_w
    return macs
# %% right: three rows, positions counted with range
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    cost = 0
    rows, cols = range(height), range(width)
    steps = (stride, 1, 1) if stride_first else (1, stride, 1)
    for read, give, kernel, s in zip((in_channels, inner, inner), (inner, inner, out_channels), (1, 9, 1), steps):
        rows, cols = rows[::s], cols[::s]
        cost += read * give * kernel * len(rows) * len(cols)
    return cost
