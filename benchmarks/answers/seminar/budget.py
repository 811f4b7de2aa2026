# %% wrong: the groups are ignored, a filter reads all channels; shows with groups above 1
def budget(layers, height, width):
    parameters = macs = 0
    for cin, cout, k, stride, padding, groups in layers:
        height = (height + 2 * padding - k) // stride + 1
        width = (width + 2 * padding - k) // stride + 1
        weights = cin * cout * k * k
        parameters += weights + cout
        macs += weights * height * width
    return parameters, macs
# %% wrong: each layer's MACs are counted on the image that it reads, not on its output
def budget(layers, height, width):
    params = 0
    macs = 0
    h, w = height, width
    for layer in layers:
        i, o, k, s, p, g = layer
        n = o * (i // g) * k ** 2
        params += n + o
        macs += n * h * w
        h = (h + 2 * p - k) // s + 1
        w = (w + 2 * p - k) // s + 1
    return params, macs
# %% wrong: the next layer does not read the output of the one before: each is computed from the first height and width; shows from the second layer on
def budget(layers, height, width):
    total_p, total_m = 0, 0
    for a, b, k, s, pad, g in layers:
        out_h = (height + 2 * pad - k) // s + 1
        out_w = (width + 2 * pad - k) // s + 1
        w = b * k * k * (a // g)
        total_p += w + b
        total_m += w * out_h * out_w
    return total_p, total_m
# %% wrong: two mistakes: batch norm is counted as scale and shift, so two numbers for each output channel, and a bias costs a MAC at each pixel
def budget(layers, height, width):
    numbers = []
    products = []
    for in_c, out_c, kernel, stride, padding, groups in layers:
        height, width = [(side + 2 * padding - kernel) // stride + 1 for side in (height, width)]
        per_filter = in_c // groups * kernel * kernel
        numbers.append(out_c * (per_filter + 2))
        products.append(out_c * (per_filter + 1) * height * width)
    return sum(numbers), sum(products)
# %% right: recursive, the first layer and then the rest
def budget(layers, height, width):
    if len(layers) == 0:
        return 0, 0
    read, give, k, step, pad, groups = layers[0]
    rows = len(range(0, height + 2 * pad - k + 1, step))
    columns = len(range(0, width + 2 * pad - k + 1, step))
    weights = read * give * k * k // groups
    later_parameters, later_macs = budget(layers[1:], rows, columns)
    return weights + give + later_parameters, weights * rows * columns + later_macs
