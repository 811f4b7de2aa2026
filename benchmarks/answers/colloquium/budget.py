# %% wrong: the MACs of a layer are counted at the pixels of its input, not of its output
def budget(layers, height, width):
    parameters = macs = 0
    for c_in, c_out, k, stride, padding, groups in layers:
        weights = c_out * (c_in // groups) * k * k
        parameters += weights + c_out
        macs += weights * height * width
        height = (height + 2 * padding - k) // stride + 1
        width = (width + 2 * padding - k) // stride + 1
    return parameters, macs
# %% wrong: the groups count in the parameters but not in the MACs
def budget(layers, height, width):
    params, macs = 0, 0
    for i, o, k, s, p, g in layers:
        height, width = [(n + 2 * p - k) // s + 1 for n in (height, width)]
        params += o * (i // g * k**2 + 1)
        macs += o * i * k**2 * height * width
    return params, macs
# %% wrong: two numbers of batch norm (scale and shift) are counted for each output channel instead of one bias
def budget(layers, height, width):
    total, mults = 0, 0
    for layer in layers:
        cin, cout, kernel, stride, pad, groups = layer
        height = 1 + (height + 2 * pad - kernel) // stride
        width = 1 + (width + 2 * pad - kernel) // stride
        w = cout * cin // groups * kernel * kernel
        total += w + 2 * cout
        mults += w * height * width
    return total, mults
# %% wrong: the width of each output is computed from the height, so the image is taken for square
def budget(layers, height, width):
    P = M = 0
    for n_in, n_out, size, step, border, groups in layers:
        height = (height - size + 2 * border) // step + 1
        width = height
        per_filter = (n_in // groups) * size * size
        P += n_out * (per_filter + 1)
        M += n_out * per_filter * height * width
    return P, M
# %% right: recursion over the list
def budget(layers, height, width):
    if not len(layers):
        return 0, 0
    (c, out, k, stride, padding, groups), *rest = layers
    h, w = (len(range(0, n + 2 * padding - k + 1, stride)) for n in (height, width))
    reads = k * k * (c // groups)
    more = budget(rest, h, w)
    return out * (reads + 1) + more[0], out * reads * h * w + more[1]
