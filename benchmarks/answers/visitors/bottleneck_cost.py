# %% wrong: sizes are rounded down, not up
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    h, w = height // stride, width // stride
    first = h * w if stride_first else height * width
    return in_channels * inner * first + 9 * inner * inner * h * w + inner * out_channels * h * w

# %% wrong: stride_first is ignored, all three convolutions are counted on the small map
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    positions = math.ceil(height / stride) * math.ceil(width / stride)
    weights = in_channels * inner + 3 * 3 * inner * inner + inner * out_channels
    return positions * weights

# %% wrong: each convolution is counted at the positions that it reads, not at those that it answers
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    steps = (stride, 1, 1) if stride_first else (1, stride, 1)
    weights = (in_channels * inner, 9 * inner ** 2, inner * out_channels)
    macs = 0
    for step, weight in zip(steps, weights):
        macs += weight * height * width
        height, width = -(-height // step), -(-width // step)
    return macs

# %% right: kept rows and columns as ranges
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    small = len(range(0, height, stride)) * len(range(0, width, stride))
    large = small if stride_first else height * width
    return int(np.dot([in_channels * inner, inner * inner * 9, inner * out_channels],
                      [large, small, small]))
