# %% wrong: two mistakes: a product and its addition are counted as one operation, and the padding is left out of the size of the output
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c_in, h, w = x_shape
    c_out, channels, k_h, k_w = weight_shape
    down, across = (h - k_h) // stride + 1, (w - k_w) // stride + 1
    operations = n * c_out * down * across * channels * k_h * k_w
    moved = n * c_in * h * w + c_out * channels * k_h * k_w + n * c_out * down * across
    return operations / (4 * moved)
# %% wrong: the products are counted with the channels of x instead of the second number of the weight's shape: too many with groups
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, channels, h, w = x_shape
    filters, _, rows, columns = weight_shape
    down = (h + 2 * padding - rows) // stride + 1
    across = (w + 2 * padding - columns) // stride + 1
    output = n * filters * down * across
    products = output * channels * rows * columns
    numbers = math.prod(x_shape) + math.prod(weight_shape) + output
    return 2 * products / (4 * numbers)
# %% wrong: the output is not counted among the moved numbers
def intensity(x_shape, weight_shape, stride=1, padding=0):
    k = np.array(weight_shape[2:])
    places = (np.array(x_shape[2:]) + 2 * padding - k) // stride + 1
    operations = 2 * x_shape[0] * places.prod() * np.prod(weight_shape)
    return operations / (4 * (np.prod(x_shape) + np.prod(weight_shape)))
# %% wrong: the operations are those of one image, while input and output are counted for the whole batch
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c_in, h, w = x_shape
    c_out, per_group, k_h, k_w = weight_shape
    down, across = [(side + 2 * padding - k) // stride + 1 for side, k in ((h, k_h), (w, k_w))]
    operations = 2 * c_out * per_group * k_h * k_w * down * across
    numbers = n * c_in * h * w + c_out * per_group * k_h * k_w + n * c_out * down * across
    return operations / numbers / 4
# %% right: counting with ranges
def intensity(x_shape, weight_shape, stride=1, padding=0):
    sides = [len(range(0, side + 2 * padding - k + 1, stride)) for side, k in zip(x_shape[2:], weight_shape[2:])]
    places = x_shape[0] * math.prod(sides)
    moved = sum(map(math.prod, (x_shape, weight_shape, (places, weight_shape[0]))))
    return math.prod(weight_shape) * places / moved / 2
