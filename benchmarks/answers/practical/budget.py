# %% wrong: height and width are not carried along: every layer is counted on the size of the first image
def budget(layers, height, width):
    parameters = macs = 0
    for c_in, c_out, k, s, p, g in layers:
        weights = c_out * (c_in // g) * k * k
        h = (height + 2 * p - k) // s + 1
        w = (width + 2 * p - k) // s + 1
        parameters += weights + c_out
        macs += weights * h * w
    return parameters, macs
# %% wrong: the biases count as MACs, too: (weights + biases) · places
def budget(layers, height, width):
    params, macs = [], []
    for inn, out, kernel, stride, padding, groups in layers:
        height, width = [(n + 2 * padding - kernel) // stride + 1 for n in (height, width)]
        params.append(inn // groups * out * kernel ** 2 + out)
        macs.append(params[-1] * height * width)
    return sum(params), sum(macs)
# %% wrong: two mistakes: two numbers a channel are counted for batch norm in place of the one bias of folding, and the MACs are divided by the groups twice
def budget(layers, height, width):
    total = np.zeros(2, dtype=int)
    for inn, out, k, s, p, groups in layers:
        height = (height + 2 * p - k) // s + 1
        width = (width + 2 * p - k) // s + 1
        w = out * (inn // groups) * k * k
        total += w + 2 * out, w * height * width // groups
    return int(total[0]), int(total[1])
# %% wrong: the width of the answer is set to its height: right for square images only
def budget(layers, height, width):
    if not layers:
        return 0, 0
    c, o, k, s, p, g = layers[0]
    height = (height + 2 * p - k) // s + 1
    width = height
    weights = o * c // g * k * k
    more = budget(layers[1:], height, width)
    return weights + o + more[0], weights * height * width + more[1]
# %% right: recursion, a generator for the places
def budget(layers, height, width):
    if len(layers) == 0:
        return 0, 0
    (c, o, k, s, p, g), rest = layers[0], layers[1:]
    h, w = (1 + (side + p + p - k) // s for side in (height, width))
    weights = (c // g) * o * k ** 2
    parameters, macs = budget(rest, h, w)
    return parameters + weights + o, macs + weights * h * w
