# %% wrong: takes the channels that a filter reads from x_shape, not from weight_shape, so with groups there are too many products and too many weight bytes; right without groups
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c_in, h, w = x_shape
    c_out, _, kh, kw = weight_shape
    oh = (h + 2 * padding - kh) // stride + 1
    ow = (w + 2 * padding - kw) // stride + 1
    products = n * c_out * oh * ow * c_in * kh * kw
    numbers = n * c_in * h * w + c_out * c_in * kh * kw + n * c_out * oh * ow
    return 2 * products / (4 * numbers)
# %% wrong: the weights are counted once for each image of the batch, but they move only once; right for one image
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c, h, w = x_shape
    out, per_group, kh, kw = weight_shape
    down = (h + 2 * padding - kh) // stride + 1
    across = (w + 2 * padding - kw) // stride + 1
    one_image = c * h * w + math.prod(weight_shape) + out * down * across
    operations = 2 * n * out * down * across * per_group * kh * kw
    return operations / (4 * n * one_image)
# %% wrong: treats stride and padding as pairs (stride[0], padding[1]), but they are one number each: raises TypeError
def intensity(x_shape, weight_shape, stride=1, padding=0):
    sizes = [(x_shape[2 + a] + 2 * padding[a] - weight_shape[2 + a]) // stride[a] + 1 for a in (0, 1)]
    output = x_shape[0] * weight_shape[0] * sizes[0] * sizes[1]
    macs = output * np.prod(weight_shape[1:])
    moved = 4 * (np.prod(x_shape) + np.prod(weight_shape) + output)
    return 2 * macs / moved
# %% wrong: two mistakes: a product with its addition is counted as one operation, and the output size is not rounded down where a stride leaves something over
def intensity(x_shape, weight_shape, stride=1, padding=0):
    height = (x_shape[2] + 2 * padding - weight_shape[2]) / stride + 1
    width = (x_shape[3] + 2 * padding - weight_shape[3]) / stride + 1
    outputs = x_shape[0] * weight_shape[0] * height * width
    operations = outputs * weight_shape[1] * weight_shape[2] * weight_shape[3]
    numbers = math.prod(x_shape) + math.prod(weight_shape) + outputs
    return operations / numbers / 4
# %% right: products of shapes
def intensity(x_shape, weight_shape, stride=1, padding=0):
    output_shape = [x_shape[0], weight_shape[0]]
    for length, kernel in zip(x_shape[2:], weight_shape[2:]):
        output_shape.append((length - kernel + 2 * padding) // stride + 1)
    operations = 2 * math.prod(output_shape) * math.prod(weight_shape[1:])
    moved = sum(math.prod(shape) for shape in (x_shape, weight_shape, output_shape))
    return operations / (4 * moved)
