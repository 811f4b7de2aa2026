# %% wrong: sizes are rounded down instead of up
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    small = (height // stride) * (width // stride)
    first = small if stride_first else height * width
    return in_channels * inner * first + 9 * inner * inner * small + inner * out_channels * small
# %% wrong: stride_first is read the other way round: False puts the stride at the first 1x1, True at the 3x3
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    h, w = math.ceil(height / stride), math.ceil(width / stride)
    macs = 0
    if stride_first:
        macs += height * width * in_channels * inner
    else:
        macs += h * w * in_channels * inner
    macs += h * w * 9 * inner**2
    macs += h * w * inner * out_channels
    return macs
# %% wrong: with the stride at the 3x3, the 3x3 is counted at the input's positions instead of those of its output
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    h, w = height, width
    if stride_first:
        h, w = -(-h // stride), -(-w // stride)
    total = h * w * in_channels * inner
    total += h * w * inner * inner * 9
    if not stride_first:
        h, w = -(-h // stride), -(-w // stride)
    total += h * w * inner * out_channels
    return total
# %% wrong: two mistakes: the 3x3 is counted with 3 weights a kernel instead of 9, and the last 1x1 as inner times inner instead of inner times out_channels
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    out_h, out_w = (height + stride - 1) // stride, (width + stride - 1) // stride
    before, after = height * width, out_h * out_w
    down = in_channels * inner * (after if stride_first else before)
    middle = 3 * inner * inner * after
    up = inner * inner * after
    return down + middle + up
# %% right: a loop over three layers that carries the rows and columns left
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    rows, columns, macs = range(height), range(width), 0
    steps = (stride, 1, 1) if stride_first else (1, stride, 1)
    weights = (in_channels * inner, 9 * inner * inner, inner * out_channels)
    for step, count in zip(steps, weights):
        rows, columns = rows[::step], columns[::step]
        macs += count * len(rows) * len(columns)
    return macs
