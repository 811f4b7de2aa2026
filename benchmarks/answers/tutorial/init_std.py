# %% wrong: takes the kernel's size as shape[2] * shape[3], so a dense shape (out, in) raises IndexError (so does a one-dimensional kernel), and a third direction of the kernel is left out; right for two-dimensional convolutions
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    area = shape[2] * shape[3]
    fan = shape[1] * area if mode == "fan_in" else shape[0] // groups * area
    gain = {"linear": 1.0, "relu": math.sqrt(2), "tanh": 5 / 3}[nonlinearity]
    return gain / math.sqrt(fan)
# %% wrong: fan_out is counted without dividing shape[0] by groups, as PyTorch does it; right for one group and for fan_in
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    kernel = math.prod(shape[2:])
    fans = {"fan_in": shape[1] * kernel, "fan_out": shape[0] * kernel}
    gains = {"linear": 1, "relu": 2**0.5, "tanh": 5 / 3}
    return gains[nonlinearity] / fans[mode] ** 0.5
# %% wrong: the gain of tanh is written 5 // 3, which is 1; right for linear and relu
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    if nonlinearity == "relu":
        gain = np.sqrt(2)
    elif nonlinearity == "tanh":
        gain = 5 // 3
    else:
        gain = 1
    channels = shape[1] if mode == "fan_in" else shape[0] / groups
    return gain / np.sqrt(channels * np.prod(shape[2:]))
# %% wrong: two mistakes: the gain of relu is 2 instead of √2, and fan_in is divided by groups although shape[1] holds one group's channels already
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = dict(linear=1, relu=2, tanh=5 / 3)[nonlinearity]
    receptive = 1
    for size in shape[2:]:
        receptive *= size
    fan = (shape[1] if mode == "fan_in" else shape[0]) / groups * receptive
    return gain / math.sqrt(fan)
# %% right: variance first
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    out, read, *kernel = shape
    fan = read if mode == "fan_in" else out // groups
    for length in kernel:
        fan = fan * length
    squared_gain = {"linear": 1, "relu": 2, "tanh": 25 / 9}[nonlinearity]
    return math.sqrt(squared_gain / fan)
