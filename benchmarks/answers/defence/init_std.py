# %% wrong: groups is ignored for fan_out (counted from shape[0] alone)
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    places = int(np.prod(shape[2:]))
    fan = {"fan_in": shape[1], "fan_out": shape[0]}[mode] * places
    gain = {"linear": 1, "relu": np.sqrt(2), "tanh": 5 / 3}[nonlinearity]
    return gain / np.sqrt(fan)
# %% wrong: the root of fan is forgotten: gain / fan
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    if mode == "fan_in":
        fan = math.prod(shape[1:])
    else:
        fan = shape[0] // groups * math.prod(shape[2:])
    if nonlinearity == "relu":
        gain = math.sqrt(2)
    elif nonlinearity == "tanh":
        gain = 5 / 3
    else:
        gain = 1
    return gain / fan
# %% wrong: shape[2] and shape[3] are always read, so a dense weight (out, in) raises IndexError
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    kernel = shape[2] * shape[3]
    fan = shape[1] * kernel if mode == "fan_in" else shape[0] / groups * kernel
    gains = {"linear": 1.0, "relu": 2**0.5, "tanh": 5 / 3}
    return gains[nonlinearity] / fan**0.5
# %% wrong: two mistakes: fan_in is divided by groups a second time, and the gain of relu is 2 instead of √2
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    out_channels, in_channels, *kernel = shape
    area = 1
    for k in kernel:
        area *= k
    fan_in = in_channels * area / groups
    fan_out = out_channels * area / groups
    gain = {"linear": 1, "relu": 2, "tanh": 5 / 3}[nonlinearity]
    return gain / math.sqrt(fan_in if mode == "fan_in" else fan_out)
# %% right: the fan from the size of the whole weight, the square root last
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    size = math.prod(shape)
    fan = size / shape[0] if mode == "fan_in" else size / (shape[1] * groups)
    squared_gain = dict(linear=1, relu=2, tanh=25 / 9)[nonlinearity]
    return math.sqrt(squared_gain / fan)
