# %% wrong: returns the variance (gain squared / fan) instead of the standard deviation
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = {"linear": 1.0, "relu": math.sqrt(2), "tanh": 5 / 3}[nonlinearity]
    area = math.prod(shape[2:])
    if mode == "fan_in":
        fan = shape[1] * area
    else:
        fan = shape[0] // groups * area
    return gain ** 2 / fan
# %% wrong: fan_in is divided by groups once more although shape[1] is C_in / groups already; shows with groups above 1
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gains = dict(linear=1, relu=np.sqrt(2), tanh=5 / 3)
    k = np.prod(shape[2:])
    channels = shape[1] if mode == "fan_in" else shape[0]
    return gains[nonlinearity] / np.sqrt(channels / groups * k)
# %% wrong: fan_out ignores the groups and counts all output channels; shows for fan_out with groups above 1
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    n = 1
    for size in shape[2:]:
        n *= size
    n *= shape[1] if mode == "fan_in" else shape[0]
    if nonlinearity == "relu":
        return math.sqrt(2 / n)
    if nonlinearity == "tanh":
        return 5 / 3 / math.sqrt(n)
    return 1 / math.sqrt(n)
# %% wrong: two mistakes: the gain of tanh is 1 instead of 5/3, and the kernel counts as shape[2] squared, right only for square kernels in two dimensions
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    kernel = shape[2] ** 2 if len(shape) > 2 else 1
    fan_in = shape[1] * kernel
    fan_out = shape[0] / groups * kernel
    gain = 2 ** 0.5 if nonlinearity == "relu" else 1
    return gain / (fan_in if mode == "fan_in" else fan_out) ** 0.5
# %% right: squared gain over fan, one square root at the end
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    out, inputs, *kernel = shape
    reached = {"fan_in": inputs, "fan_out": out / groups}[mode]
    for side in kernel:
        reached = reached * side
    squared = {"linear": 1, "relu": 2, "tanh": 25 / 9}[nonlinearity]
    return math.sqrt(squared / reached)
