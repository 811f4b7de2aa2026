# %% wrong: sizes are rounded down
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    h, w = height // stride, width // stride
    first = h * w if stride_first else height * width
    return first * in_channels * inner + h * w * 9 * inner * inner + h * w * inner * out_channels
# %% wrong: the stride acts before the first convolution in any case, stride_first changes nothing
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    pixels = math.ceil(height / stride) * math.ceil(width / stride)
    return pixels * (in_channels * inner + 9 * inner ** 2 + inner * out_channels)
# %% wrong: the 3×3 still runs over the whole image, only the last 1×1 is small
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    large = height * width
    small = len(range(0, height, stride)) * len(range(0, width, stride))
    if stride_first:
        return small * (in_channels * inner + 9 * inner * inner + inner * out_channels)
    return large * (in_channels * inner + 9 * inner * inner) + small * inner * out_channels
# %% wrong: the projection of the shortcut is counted
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    after = ((height + stride - 1) // stride) * ((width + stride - 1) // stride)
    before = after if stride_first else height * width
    way = before * in_channels * inner + after * 9 * inner ** 2 + after * inner * out_channels
    return way + after * in_channels * out_channels
# %% right: layer by layer, the stride given to one of them
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    steps = (stride, 1, 1) if stride_first else (1, stride, 1)
    layers = [(in_channels, inner, 1), (inner, inner, 3), (inner, out_channels, 1)]
    total, rows, columns = 0, range(height), range(width)
    for (read, give, k), step in zip(layers, steps):
        rows, columns = rows[::step], columns[::step]
        total += len(rows) * len(columns) * read * give * k * k
    return total
