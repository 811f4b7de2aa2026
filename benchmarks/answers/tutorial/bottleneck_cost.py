# %% wrong: counts positions by making an array of height / stride rows, a float: raises TypeError
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    small = np.zeros((height / stride, width / stride)).size
    large = np.zeros((height, width)).size
    first = in_channels * inner * (small if stride_first else large)
    return first + 9 * inner * inner * small + inner * out_channels * small
# %% wrong: stride_first is ignored, the first 1×1 always runs over the whole image; right without it and for stride 1
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    down, across = -(-height // stride), -(-width // stride)
    total = in_channels * inner * height * width
    total += inner * inner * 3 * 3 * down * across
    total += inner * out_channels * down * across
    return total
# %% wrong: the product of the sizes is divided by stride² and rounded up once, not each size by itself, so odd sizes come out too small; right where the stride divides both
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    pixels = height * width
    fewer = math.ceil(pixels / stride**2)
    return (in_channels * inner * (fewer if stride_first else pixels)
            + 9 * inner**2 * fewer + inner * out_channels * fewer)
# %% wrong: two mistakes: the 3×3 is counted with 9 · inner weights, as if it were depthwise, instead of 9 · inner², and sizes are rounded down
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    h, w = height // stride, width // stride
    area_first = h * w if stride_first else height * width
    macs = [in_channels * inner * area_first, 9 * inner * h * w, inner * out_channels * h * w]
    return sum(macs)
# %% right: count the places that are left with range
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    places = height * width
    kept = len(range(0, height, stride)) * len(range(0, width, stride))
    weights = [in_channels * inner, 9 * inner * inner, inner * out_channels]
    runs = [kept if stride_first else places, kept, kept]
    return sum(w * r for w, r in zip(weights, runs))
