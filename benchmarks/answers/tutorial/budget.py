# %% wrong: takes five numbers from each layer, but there are six (groups are forgotten): raises ValueError (too many values to unpack)
def budget(layers, height, width):
    parameters = macs = 0
    for c_in, c_out, k, stride, padding in layers:
        height = (height + 2 * padding - k) // stride + 1
        width = (width + 2 * padding - k) // stride + 1
        weights = c_in * c_out * k * k
        parameters += weights + c_out
        macs += weights * height * width
    return parameters, macs
# %% wrong: every filter is counted with all input channels, groups are ignored; right for one group
def budget(layers, height, width):
    total = np.zeros(2, dtype=int)
    for layer in layers:
        inside, outside, kernel, stride, pad, _ = layer
        height, width = [(n + 2 * pad - kernel) // stride + 1 for n in (height, width)]
        weights = inside * outside * kernel**2
        total += [weights + outside, weights * height * width]
    return int(total[0]), int(total[1])
# %% wrong: sizes are not rounded down from layer to layer (true division), so where a stride leaves something over the MACs are too many and not whole; right where all fits exactly
def budget(layers, height, width):
    counts = []
    for read, filters, k, s, p, g in layers:
        height = (height + 2 * p - k) / s + 1
        width = (width + 2 * p - k) / s + 1
        weights = filters * (read // g) * k * k
        counts.append((weights + filters, weights * height * width))
    return sum(c[0] for c in counts), sum(c[1] for c in counts)
# %% wrong: two mistakes: the MACs of a layer are counted at the places of its input instead of its output, and the biases count as MACs, too
def budget(layers, height, width):
    parameters, macs = 0, 0
    for i, o, k, stride, padding, groups in layers:
        here = o * (i // groups) * k**2 + o
        parameters += here
        macs += here * height * width
        height = (height + 2 * padding - k) // stride + 1
        width = (width + 2 * padding - k) // stride + 1
    return parameters, macs
# %% right: recursion from layer to layer
def budget(layers, height, width):
    if not layers:
        return 0, 0
    (read, out, k, stride, padding, groups), *rest = layers
    height, width = ((n + 2 * padding - k) // stride + 1 for n in (height, width))
    weights = k * k * read * out // groups
    parameters, macs = budget(rest, height, width)
    return parameters + weights + out, macs + weights * height * width
