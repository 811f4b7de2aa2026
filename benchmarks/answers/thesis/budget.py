# %% wrong: every layer is counted on the input image's size; height and width are not carried along; shows with two layers, the first of which changes the size
def budget(layers, height, width):
    params = macs = 0
    for cin, cout, k, s, p, g in layers:
        h = (height + 2 * p - k) // s + 1
        w = (width + 2 * p - k) // s + 1
        weights = cout * (cin // g) * k * k
        params += weights + cout
        macs += weights * h * w
    return params, macs
# %% wrong: the padding is added on one side only, n + p in place of n + 2p; shows with padding
def budget(layers, height, width):
    parameters, macs = 0, 0
    for (inp, out, kernel, stride, padding, groups) in layers:
        height = (height + padding - kernel) // stride + 1
        width = (width + padding - kernel) // stride + 1
        weights = inp // groups * kernel ** 2 * out
        parameters += weights + out
        macs += weights * height * width
    return parameters, macs
# %% wrong: the width is computed from the height, as if images were square; shows when they are not
def budget(layers, height, width):
    size = height
    total_p = total_m = 0
    for layer in layers:
        i, o, k, s, p, g = layer
        size = (size + 2 * p - k) // s + 1
        n = o * (i // g) * k**2
        total_p += n + o
        total_m += n * size**2
    return total_p, total_m
# %% wrong: the MACs count the bias, one product more for each number of the answer
def budget(layers, height, width):
    P = 0
    M = 0
    for c_in, c_out, k, stride, pad, groups in layers:
        height, width = ((n + 2 * pad - k) // stride + 1 for n in (height, width))
        p = c_out * (c_in // groups * k * k + 1)
        P += p
        M += p * height * width
    return P, M
# %% right: recursion over the layers
def budget(layers, height, width):
    if len(layers) == 0:
        return 0, 0
    (read, give, kernel, stride, padding, groups), *later = layers
    high, wide = (1 + (side - kernel + padding + padding) // stride for side in (height, width))
    weights = read * give * kernel * kernel // groups
    parameters, macs = budget(later, high, wide)
    return weights + give + parameters, weights * high * wide + macs
