# %% wrong: sizes rounded down (odd sizes with stride 2)
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    small = (height // stride) * (width // stride)
    first = small if stride_first else height * width
    return in_channels * inner * first + 9 * inner * inner * small + inner * out_channels * small
# %% wrong: the 3×3 still runs over the whole image; only the last 1×1 is small
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    import math
    full = height * width
    small = math.ceil(height / stride) * math.ceil(width / stride)
    if stride_first:
        return (in_channels * inner + 9 * inner ** 2 + inner * out_channels) * small
    return (in_channels * inner + 9 * inner ** 2) * full + inner * out_channels * small
# %% wrong: ignores stride_first: the first 1×1 always at the small size
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    h, w = -(-height // stride), -(-width // stride)
    return h * w * (in_channels * inner + 9 * inner * inner + inner * out_channels)
# %% wrong: stride_first applies the stride twice
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    up = lambda n: (n + stride - 1) // stride
    h, w = height, width
    if stride_first:
        h, w = up(h), up(w)
    total = in_channels * inner * h * w
    h, w = up(h), up(w)
    return total + 9 * inner ** 2 * h * w + inner * out_channels * h * w
# %% wrong: rounds the product of the sizes up, not each size: ceil(H * W / stride**2)
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    full = height * width
    small = -(-full // stride ** 2)
    return in_channels * inner * (small if stride_first else full) + small * (9 * inner ** 2 + inner * out_channels)
# %% wrong: the 3×3 with 3 weights per pair instead of 9
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    ho, wo = (height - 1) // stride + 1, (width - 1) // stride + 1
    a = in_channels * inner * (ho * wo if stride_first else height * width)
    return a + inner * inner * 3 * ho * wo + inner * out_channels * ho * wo
# %% wrong: counts the projection shortcut when the channels differ
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    ho, wo = (height - 1) // stride + 1, (width - 1) // stride + 1
    a = in_channels * inner * (ho * wo if stride_first else height * width)
    total = a + inner * inner * 9 * ho * wo + inner * out_channels * ho * wo
    if in_channels != out_channels or stride > 1:
        total += in_channels * out_channels * ho * wo
    return total
# %% wrong: valid 3×3: takes two off the size before the stride
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    s1, s2 = (stride, 1) if stride_first else (1, stride)
    h, w = -(-height // s1), -(-width // s1)
    ops = in_channels * inner * h * w
    h, w = (h - 3) // s2 + 1, (w - 3) // s2 + 1
    return ops + (9 * inner + out_channels) * inner * h * w
# %% right: negative floor division
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    small = -(-height // stride) * -(-width // stride)
    first = small if stride_first else height * width
    return inner * (in_channels * first + (9 * inner + out_channels) * small)
# %% right: layer list with the padding formula
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    s1, s2 = (stride, 1) if stride_first else (1, stride)
    total = 0
    h, w = height, width
    for c, o, k, s in [(in_channels, inner, 1, s1), (inner, inner, 3, s2), (inner, out_channels, 1, 1)]:
        h, w = ((n + 2 * (k // 2) - k) // s + 1 for n in (h, w))
        total += c * o * k * k * h * w
    return total
