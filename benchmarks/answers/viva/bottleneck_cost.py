# %% wrong: the positions behind the stride are height * width // stride squared, instead of each side divided and rounded up (right where the stride divides both)
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    full = height * width
    small = full // stride**2
    first = in_channels * inner * (small if stride_first else full)
    return first + 9 * inner * inner * small + inner * out_channels * small
# %% wrong: the 3x3 is counted as going from inner to out_channels, instead of from inner to inner
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    h, w = -(-height // stride), -(-width // stride)
    macs = in_channels * inner * (h * w if stride_first else height * width)
    macs += inner * out_channels * 9 * h * w
    macs += inner * out_channels * h * w
    return macs
# %% wrong: the flag is turned round: with stride_first the first 1x1 runs over the whole image, without it over the small one
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    small = math.ceil(height / stride) * math.ceil(width / stride)
    if stride_first:
        reduce_positions = height * width
    else:
        reduce_positions = small
    return (in_channels * inner * reduce_positions
            + 9 * inner**2 * small + inner * out_channels * small)
# %% wrong: without stride_first the 3x3 is counted at the pixels of its input, the whole image, instead of its output behind the stride
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    out_h = (height - 1) // stride + 1
    out_w = (width - 1) // stride + 1
    mid_h, mid_w = (out_h, out_w) if stride_first else (height, width)
    down = in_channels * inner * mid_h * mid_w
    middle = 9 * inner * inner * mid_h * mid_w
    up = inner * out_channels * out_h * out_w
    return down + middle + up
# %% right: (weights, stride) of the three layers in a row, positions counted with range
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    weights = in_channels * inner, 9 * inner * inner, inner * out_channels
    strides = (stride, 1, 1) if stride_first else (1, stride, 1)
    rows, columns, macs = range(height), range(width), 0
    for each, step in zip(weights, strides):
        rows, columns = rows[::step], columns[::step]
        macs += each * len(rows) * len(columns)
    return macs
