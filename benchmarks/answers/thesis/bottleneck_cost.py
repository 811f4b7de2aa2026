# %% wrong: sizes are rounded down; shows when height or width is no multiple of the stride
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    h2, w2 = height // stride, width // stride
    if stride_first:
        first = in_channels * inner * h2 * w2
    else:
        first = in_channels * inner * height * width
    return first + 9 * inner * inner * h2 * w2 + inner * out_channels * h2 * w2
# %% wrong: stride_first the wrong way round; shows with a stride above 1
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    small = math.ceil(height / stride) * math.ceil(width / stride)
    big = height * width
    cost = in_channels * inner * (big if stride_first else small)
    cost += inner * inner * 9 * small
    cost += inner * out_channels * small
    return cost
# %% wrong: without stride_first the last 1×1 still runs over the whole image; shows with a stride above 1
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    full = height * width
    strided = -(-height // stride) * -(-width // stride)
    if stride_first:
        return strided * (in_channels * inner + 9 * inner**2 + inner * out_channels)
    return full * in_channels * inner + strided * 9 * inner**2 + full * inner * out_channels
# %% wrong: two mistakes: the 3×3 is counted with 3 products, and the last 1×1 goes back to in_channels, not out_channels
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    def up(n):
        return (n + stride - 1) // stride
    before = height * width
    after = up(height) * up(width)
    where = after if stride_first else before
    return in_channels * inner * where + 3 * inner * inner * after + inner * in_channels * after
# %% right: walks through the three layers, positions as ranges
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    rows, columns, macs = range(height), range(width), 0
    layers = ((in_channels, inner, 1, stride_first), (inner, inner, 9, not stride_first),
              (inner, out_channels, 1, False))
    for read, give, window, strided in layers:
        if strided:
            rows, columns = rows[::stride], columns[::stride]
        macs += read * give * window * len(rows) * len(columns)
    return macs
