# %% wrong: a product and its addition counted as one operation
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c_in, h, w = x_shape
    c_out, c_group, k_h, k_w = weight_shape
    h_out = (h + 2 * padding - k_h) // stride + 1
    w_out = (w + 2 * padding - k_w) // stride + 1
    outputs = n * c_out * h_out * w_out
    numbers = n * c_in * h * w + c_out * c_group * k_h * k_w + outputs
    return outputs * c_group * k_h * k_w / (4 * numbers)
# %% wrong: the input is counted with its padding, although zeros of the padding are not moved
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c_in, h, w = x_shape
    c_out, c_group, k_h, k_w = weight_shape
    h, w = h + 2 * padding, w + 2 * padding
    outputs = n * c_out * ((h - k_h) // stride + 1) * ((w - k_w) // stride + 1)
    operations = 2 * outputs * c_group * k_h * k_w
    return operations / 4 / (n * c_in * h * w + np.prod(weight_shape) + outputs)
# %% wrong: every output reads all C_in channels of x, also with groups
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c_in, h, w = x_shape
    c_out, _, k_h, k_w = weight_shape
    h_out = (h + 2 * padding - k_h) // stride + 1
    w_out = (w + 2 * padding - k_w) // stride + 1
    outputs = n * c_out * h_out * w_out
    numbers = n * c_in * h * w + math.prod(weight_shape) + outputs
    return 2 * outputs * c_in * k_h * k_w / (4 * numbers)
# %% wrong: the output is not counted among the numbers that are moved
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c_in, h, w = x_shape
    c_out, c_group, k_h, k_w = weight_shape
    h_out = (h + 2 * padding - k_h) // stride + 1
    w_out = (w + 2 * padding - k_w) // stride + 1
    operations = 2 * n * c_out * h_out * w_out * c_group * k_h * k_w
    return operations / (4 * (math.prod(x_shape) + math.prod(weight_shape)))
# %% wrong: the quotient turned over, bytes for each operation
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c_in, h, w = x_shape
    c_out, c_group, k_h, k_w = weight_shape
    h_out = (h + 2 * padding - k_h) // stride + 1
    w_out = (w + 2 * padding - k_w) // stride + 1
    outputs = n * c_out * h_out * w_out
    moved = 4 * (math.prod(x_shape) + math.prod(weight_shape) + outputs)
    return moved / (2 * outputs * c_group * k_h * k_w)
# %% wrong: the weight is moved once for every image of the batch
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c_in, h, w = x_shape
    c_out, c_group, k_h, k_w = weight_shape
    h_out = (h + 2 * padding - k_h) // stride + 1
    w_out = (w + 2 * padding - k_w) // stride + 1
    macs = c_out * h_out * w_out * c_group * k_h * k_w
    moved = 4 * (c_in * h * w + c_out * c_group * k_h * k_w + c_out * h_out * w_out)
    return 2 * macs / moved
# %% right: by np.prod of the shapes
def intensity(x_shape, weight_shape, stride=1, padding=0):
    sizes = [(each + 2 * padding - kernel) // stride + 1
             for each, kernel in zip(x_shape[2:], weight_shape[2:])]
    outputs = x_shape[0] * weight_shape[0] * sizes[0] * sizes[1]
    operations = 2 * outputs * int(np.prod(weight_shape[1:]))
    return operations / (4 * (int(np.prod(x_shape)) + int(np.prod(weight_shape)) + outputs))
