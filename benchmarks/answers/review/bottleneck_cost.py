# %% wrong: sizes are rounded down
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    whole, reduced = height * width, (height // stride) * (width // stride)
    first = reduced if stride_first else whole
    return first * in_channels * inner + reduced * (9 * inner ** 2 + inner * out_channels)
# %% wrong: stride_first is read the wrong way round
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    small = -(-height // stride) * -(-width // stride)
    first = height * width if stride_first else small
    return first * in_channels * inner + small * 9 * inner * inner + small * inner * out_channels
# %% wrong: the number of pixels is divided by the stride once, not in both directions
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    pixels = height * width
    fewer = math.ceil(pixels / stride)
    cost = (fewer if stride_first else pixels) * in_channels * inner
    cost += fewer * inner * inner * 9
    cost += fewer * inner * out_channels
    return cost
# %% right: the rows and columns that are left, counted by range
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    after = len(range(0, height, stride)) * len(range(0, width, stride))
    before = after if stride_first else height * width
    return before * in_channels * inner + after * inner * (9 * inner + out_channels)
