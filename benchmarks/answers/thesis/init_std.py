# %% wrong: fan_in is shape[1] only, without the places of the kernel; shows for convolutions above 1x1, right for dense layers
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gains = {"linear": 1, "relu": np.sqrt(2), "tanh": 5 / 3}
    places = np.prod(shape[2:])
    if mode == "fan_in":
        fan = shape[1]
    else:
        fan = shape[0] // groups * places
    return gains[nonlinearity] / np.sqrt(fan)
# %% wrong: fan_in is divided by groups once more, though shape[1] is C_in / groups already; shows for fan_in with groups above 1
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = {"linear": 1.0, "relu": math.sqrt(2), "tanh": 5 / 3}[nonlinearity]
    kernel = math.prod(shape[2:])
    fan_in = shape[1] * kernel / groups
    fan_out = shape[0] * kernel / groups
    fan = fan_in if mode == "fan_in" else fan_out
    return gain / math.sqrt(fan)
# %% wrong: the variance gain ** 2 / fan is returned, not its root, the standard deviation
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    if nonlinearity == "relu":
        gain = 2 ** 0.5
    elif nonlinearity == "tanh":
        gain = 5 / 3
    else:
        gain = 1
    k = 1
    for side in shape[2:]:
        k *= side
    fan = shape[1] * k if mode == "fan_in" else shape[0] * k // groups
    return gain ** 2 / fan
# %% wrong: two mistakes: groups are left out of fan_out (shows for fan_out with groups above 1), and the gain of tanh is 1 instead of 5/3 (shows for tanh)
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    out_channels, in_channels, *kernel = shape
    field = int(np.prod(kernel))
    fan = {"fan_in": in_channels * field, "fan_out": out_channels * field}[mode]
    gain = np.sqrt(2.0) if nonlinearity == "relu" else 1.0
    return gain / np.sqrt(fan)
# %% right: squares of the gain, size of the whole weight divided by the other side
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    squared = dict(linear=1.0, relu=2.0, tanh=25 / 9)[nonlinearity]
    size = math.prod(shape)
    if mode == "fan_in":
        fan = size / shape[0]
    else:
        fan = size / shape[1] / groups
    return (squared / fan) ** 0.5
