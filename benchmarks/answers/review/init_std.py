# %% wrong: fan_in is divided by the groups once more
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = {"linear": 1, "relu": 2 ** 0.5, "tanh": 5 / 3}[nonlinearity]
    kernel = math.prod(shape[2:])
    fan = shape[1] // groups * kernel if mode == "fan_in" else shape[0] // groups * kernel
    return gain / math.sqrt(fan)
# %% wrong: returns the variance, gain² / fan
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = {"linear": 1, "relu": np.sqrt(2), "tanh": 5 / 3}[nonlinearity]
    places = np.prod(shape[2:])
    fan = shape[1] * places if mode == "fan_in" else shape[0] // groups * places
    return gain ** 2 / fan
# %% wrong: the shape is unpacked as that of a 2-D convolution (ValueError for a dense layer, not enough values to unpack)
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    c_out, c_in, kh, kw = shape
    gain = {"linear": 1, "relu": np.sqrt(2), "tanh": 5 / 3}[nonlinearity]
    fan = c_in * kh * kw if mode == "fan_in" else c_out // groups * kh * kw
    return gain / np.sqrt(fan)
# %% right: if and a loop over the kernel's sizes
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    if mode == "fan_out":
        fan = shape[0] / groups
    else:
        fan = shape[1]
    for size in shape[2:]:
        fan *= size
    if nonlinearity == "relu":
        return math.sqrt(2 / fan)
    if nonlinearity == "tanh":
        return 5 / (3 * math.sqrt(fan))
    return 1 / math.sqrt(fan)
