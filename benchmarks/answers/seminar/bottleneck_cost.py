# %% wrong: sizes are rounded down, not up; shows when the stride does not divide height or width
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    big = height * width
    small = (height // stride) * (width // stride)
    first = in_channels * inner * (small if stride_first else big)
    return first + 9 * inner * inner * small + inner * out_channels * small
# %% wrong: stride_first is turned round, True counts the stride at the 3×3; shows for strides above 1
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    h2, w2 = math.ceil(height / stride), math.ceil(width / stride)
    if stride_first:
        a = height * width * in_channels * inner
    else:
        a = h2 * w2 * in_channels * inner
    b = h2 * w2 * inner * inner * 9
    c = h2 * w2 * inner * out_channels
    return a + b + c
# %% wrong: with the stride at the 3×3, the 3×3 is counted on the pixels that it reads, not on those of its answer; shows for strides above 1 without stride_first
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    H, W = height, width
    total = 0
    if stride_first:
        H, W = -(-H // stride), -(-W // stride)
    total += H * W * in_channels * inner
    total += H * W * 9 * inner**2
    if not stride_first:
        H, W = -(-H // stride), -(-W // stride)
    total += H * W * inner * out_channels
    return total
# %% wrong: only the height gets smaller by the stride, the width stays; shows for strides above 1
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    pixels = height * width
    after = (height + stride - 1) // stride * width
    squeeze = in_channels * inner * (after if stride_first else pixels)
    middle = 9 * inner * inner * after
    expand = inner * out_channels * after
    return squeeze + middle + expand
# %% right: three layers as a list with the stride of each; places counted by range
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    early, late = (stride, 1) if stride_first else (1, stride)
    rows, columns, macs = range(height), range(width), 0
    for weights, step in ((in_channels * inner, early), (inner * inner * 9, late),
                          (inner * out_channels, 1)):
        rows, columns = rows[::step], columns[::step]
        macs += weights * len(rows) * len(columns)
    return macs
