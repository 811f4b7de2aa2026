# %% wrong: sizes are rounded down; shows when the stride does not divide the height or width
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    small = (height // stride) * (width // stride)
    big = height * width
    first = in_channels * inner * (small if stride_first else big)
    return first + 9 * inner * inner * small + inner * out_channels * small

# %% wrong: the first 1×1 is always counted at the reduced size, as if the stride were always first; shows for stride above 1 without stride_first
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    h = -(-height // stride)
    w = -(-width // stride)
    weights = in_channels * inner + inner * inner * 3 * 3 + inner * out_channels
    return weights * h * w

# %% wrong: without stride_first the 3×3 is counted at the input's size, the stride acts only behind it; shows for stride above 1
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    before = height * width
    after = math.ceil(height / stride) * math.ceil(width / stride)
    if stride_first:
        return after * (in_channels * inner + 9 * inner**2 + inner * out_channels)
    total = before * in_channels * inner
    total += before * 9 * inner**2
    total += after * inner * out_channels
    return total

# %% wrong: two mistakes: the two places of the stride are exchanged (shows for stride above 1), and the 3×3 has 3 weights instead of 9
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    h2 = (height + stride - 1) // stride
    w2 = (width + stride - 1) // stride
    if stride_first:
        a = in_channels * inner * height * width
    else:
        a = in_channels * inner * h2 * w2
    b = inner * inner * 3 * h2 * w2
    c = inner * out_channels * h2 * w2
    return a + b + c

# %% right: a loop over (weights, stride), positions counted with range
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    layers = [(in_channels * inner, stride if stride_first else 1),
              (9 * inner * inner, 1 if stride_first else stride),
              (inner * out_channels, 1)]
    rows, columns, macs = range(height), range(width), 0
    for weights, step in layers:
        rows, columns = rows[::step], columns[::step]
        macs += weights * len(rows) * len(columns)
    return macs
