# %% wrong: sizes are rounded down
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    large, small = height * width, (height // stride) * (width // stride)
    first = small if stride_first else large
    return first * in_channels * inner + small * 9 * inner * inner + small * inner * out_channels
# %% wrong: the number of pixels is divided by stride² and rounded up, instead of each side
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    large, small = height * width, math.ceil(height * width / stride ** 2)
    first = small if stride_first else large
    return first * in_channels * inner + small * 9 * inner ** 2 + small * inner * out_channels
# %% wrong: the first 1×1 always runs on the small image, stride_first is ignored
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    pixels = math.ceil(height / stride) * math.ceil(width / stride)
    return pixels * (in_channels * inner + 9 * inner * inner + inner * out_channels)
# %% wrong: the 3×3 is charged at the size of what it reads, not of its output
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    large = height * width
    small = -(-height // stride) * -(-width // stride)
    middle = small if stride_first else large
    first = small if stride_first else large
    return first * in_channels * inner + middle * 9 * inner ** 2 + small * inner * out_channels
# %% wrong: the 3×3 is counted with 3 weights a pair of channels instead of 9
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    large = height * width
    small = -(-height // stride) * -(-width // stride)
    return (small if stride_first else large) * in_channels * inner + small * (3 * inner ** 2 + inner * out_channels)
# %% wrong: a projection shortcut is counted where the channels or the size change
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    large = height * width
    small = -(-height // stride) * -(-width // stride)
    total = (small if stride_first else large) * in_channels * inner
    total += small * 9 * inner ** 2 + small * inner * out_channels
    if stride != 1 or in_channels != out_channels:
        total += small * in_channels * out_channels
    return total
# %% right: sizes as lengths of ranges
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    after = len(range(0, height, stride)) * len(range(0, width, stride))
    before = after if stride_first else height * width
    return inner * (in_channels * before + 9 * inner * after + out_channels * after)
