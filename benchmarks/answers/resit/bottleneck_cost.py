# %% wrong: two mistakes: sizes are rounded down instead of up, and a 3×3 kernel is counted with 3 weights instead of 9
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    small = (height // stride) * (width // stride)
    first = small if stride_first else height * width
    return first * in_channels * inner + small * 3 * inner * inner + small * inner * out_channels
# %% wrong: stride_first is taken the wrong way round
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    down, across = math.ceil(height / stride), math.ceil(width / stride)
    first = height * width if stride_first else down * across
    total = in_channels * inner * first
    total += 9 * inner**2 * down * across
    return total + inner * out_channels * down * across
# %% wrong: without stride_first the 3×3 is counted at the size of the input, not of its own, smaller answer
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    whole = height * width
    small = -(-height // stride) * -(-width // stride)
    if stride_first:
        return small * (in_channels * inner + 9 * inner * inner + inner * out_channels)
    return whole * (in_channels * inner + 9 * inner * inner) + small * inner * out_channels
# %% wrong: the stride is used for the height only; the width stays
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    rows = (height + stride - 1) // stride
    positions = {"in": height * width, "out": rows * width}
    first = positions["out" if stride_first else "in"]
    return in_channels * inner * first + (9 * inner + out_channels) * inner * positions["out"]
# %% right: counted with ranges
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    strides = (stride, 1, 1) if stride_first else (1, stride, 1)
    weights = (in_channels * inner, inner * inner * 3 * 3, inner * out_channels)
    rows, columns, total = range(height), range(width), 0
    for step, count in zip(strides, weights):
        rows, columns = rows[::step], columns[::step]
        total += count * len(rows) * len(columns)
    return total
