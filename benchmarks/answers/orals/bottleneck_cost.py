# %% wrong: the sizes behind the stride are rounded down, wrong where height or width is no multiple of it
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    after = (height // stride) * (width // stride)
    first = after if stride_first else height * width
    return in_channels * inner * first + 9 * inner * inner * after + inner * out_channels * after
# %% wrong: stride_first has its meaning turned round: True puts the stride at the 3×3, False at the first 1×1
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    small = math.ceil(height / stride) * math.ceil(width / stride)
    large = height * width
    down = in_channels * inner * (large if stride_first else small)
    middle = 9 * inner**2 * small
    up = inner * out_channels * small
    return down + middle + up
# %% wrong: the projection of the shortcut is counted, too (in_channels · out_channels at each position of the answer)
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    new_height, new_width = -(-height // stride), -(-width // stride)
    if stride_first:
        height, width = new_height, new_width
    macs = in_channels * inner * height * width
    macs += inner * inner * 3 * 3 * new_height * new_width
    macs += inner * out_channels * new_height * new_width
    macs += in_channels * out_channels * new_height * new_width
    return macs
# %% wrong: without stride_first the 3×3 that has the stride is counted at all positions of its input in place of those of its answer
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    def up(n):
        return (n + stride - 1) // stride

    h, w, total = height, width, 0
    for place, weights in enumerate([in_channels * inner, 9 * inner * inner, inner * out_channels]):
        if place == 0 and stride_first:
            h, w = up(h), up(w)
        total += weights * h * w
        if place == 1 and not stride_first:
            h, w = up(h), up(w)
    return total
# %% right: positions are counted with len(range()), layers as a list of (weights, strides so far)
def bottleneck_cost(in_channels, inner, out_channels, height, width, stride=1, stride_first=False):
    layers = [(in_channels * inner, stride if stride_first else 1),
              (inner * 9 * inner, stride),
              (inner * out_channels, stride)]
    return sum(weights * len(range(0, height, step)) * len(range(0, width, step))
               for weights, step in layers)
