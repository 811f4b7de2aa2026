# %% wrong: the size is not carried along, every layer is counted on the first image
def budget(layers, height, width):
    p = m = 0
    for cin, cout, k, s, pad, g in layers:
        h, w = (height + 2 * pad - k) // s + 1, (width + 2 * pad - k) // s + 1
        per = cin // g * k * k
        p += cout * (per + 1)
        m += cout * per * h * w
    return p, m
# %% wrong: batch norm is counted with scale and shift, two numbers for each channel
def budget(layers, height, width):
    parameters, macs = 0, 0
    for read, give, kernel, stride, padding, groups in layers:
        height = (height + 2 * padding - kernel) // stride + 1
        width = (width + 2 * padding - kernel) // stride + 1
        weights = give * (read // groups) * kernel ** 2
        parameters += weights + 2 * give
        macs += weights * height * width
    return parameters, macs
# %% wrong: products at the input's pixels, the size changes after the count
def budget(layers, height, width):
    total_p, total_m = 0, 0
    for (i, o, k, s, p, g) in layers:
        n = (i // g) * o * k * k
        total_p, total_m = total_p + n + o, total_m + n * height * width
        height, width = (height + 2 * p - k) // s + 1, (width + 2 * p - k) // s + 1
    return total_p, total_m
# %% wrong: in groups both channels are divided, in // g · out // g
def budget(layers, height, width):
    counts = []
    for i, o, k, s, p, g in layers:
        height, width = 1 + (height - k + 2 * p) // s, 1 + (width - k + 2 * p) // s
        w = (i // g) * (o // g) * k * k
        counts.append((w + o, w * height * width))
    return tuple(map(sum, zip(*counts)))
# %% wrong: biases only for the last layer
def budget(layers, height, width):
    parameters, macs = 0, 0
    for index, (i, o, k, s, p, g) in enumerate(layers):
        height = math.floor((height + 2 * p - k) / s) + 1
        width = math.floor((width + 2 * p - k) / s) + 1
        weights = o * i * k * k // g
        parameters += weights
        macs += weights * height * width
        if index == len(layers) - 1:
            parameters += o
    return parameters, macs
# %% right: recursive, first layer and the rest
def budget(layers, height, width):
    if len(layers) == 0:
        return 0, 0
    (read, give, kernel, stride, padding, groups), *rest = layers
    down = (height + 2 * padding - kernel) // stride + 1
    across = (width + 2 * padding - kernel) // stride + 1
    weights = give * read // groups * kernel * kernel
    parameters, macs = budget(rest, down, across)
    return parameters + weights + give, macs + weights * down * across
