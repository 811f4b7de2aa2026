# %% wrong: `mode == "fan_in" or "fan_out"` is always true, so fan_out gives fan_in
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = {"linear": 1, "relu": 2 ** 0.5, "tanh": 5 / 3}[nonlinearity]
    area = 1
    for k in shape[2:]:
        area *= k
    if mode == "fan_in" or "fan_out":
        fan = shape[1] * area
    else:
        fan = shape[0] // groups * area
    return gain / fan ** 0.5
# %% wrong: fan_out does not know of groups
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = {"linear": 1.0, "relu": math.sqrt(2), "tanh": 5 / 3}[nonlinearity]
    area = math.prod(shape[2:])
    fan = shape[1] * area if mode == "fan_in" else shape[0] * area
    return gain / math.sqrt(fan)
# %% wrong: fan_in is divided by groups once more, although shape[1] is C_in / groups already
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gains = {"linear": 1.0, "relu": math.sqrt(2), "tanh": 5 / 3}
    channels = shape[1] if mode == "fan_in" else shape[0]
    fan = channels / groups * math.prod(shape[2:])
    return gains[nonlinearity] / math.sqrt(fan)
# %% wrong: the kernel's area as shape[2] * shape[3] (IndexError for dense and 1D weights)
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = 1
    if nonlinearity == "relu":
        gain = np.sqrt(2)
    elif nonlinearity == "tanh":
        gain = 5 / 3
    if mode == "fan_in":
        fan = shape[1] * shape[2] * shape[3]
    else:
        fan = shape[0] / groups * shape[2] * shape[3]
    return gain / np.sqrt(fan)
# %% wrong: the gain stands inside of the root: √(gain / fan)
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = {"linear": 1.0, "relu": math.sqrt(2), "tanh": 5 / 3}[nonlinearity]
    area = math.prod(shape[2:])
    fan = shape[1] * area if mode == "fan_in" else shape[0] // groups * area
    return math.sqrt(gain / fan)
# %% wrong: tanh gets the gain 1, as linear (Glorot's), instead of 5/3
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = np.sqrt(2) if nonlinearity == "relu" else 1.0
    channels = shape[1] if mode == "fan_in" else shape[0] // groups
    return gain / np.sqrt(channels * np.prod(shape[2:]))
# %% right: by sizes
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    squared = dict(linear=1, relu=2, tanh=25 / 9)[nonlinearity]
    taps = int(np.prod(shape[2:], dtype=int))
    fans = {"fan_in": shape[1] * taps, "fan_out": shape[0] * taps / groups}
    return (squared / fans[mode]) ** 0.5
