# %% wrong: fan_in and fan_out are exchanged: for "fan_in" it counts shape[0] / groups, for "fan_out" shape[1], times the kernel's size
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = {"linear": 1, "relu": np.sqrt(2), "tanh": 5 / 3}[nonlinearity]
    places = np.prod(shape[2:])
    if mode == "fan_in":
        fan = shape[0] / groups * places
    else:
        fan = shape[1] * places
    return gain / np.sqrt(fan)
# %% wrong: two mistakes: the gain of tanh is 1 instead of 5/3, and fan_out is not divided by groups
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    kernel = 1
    for k in shape[2:]:
        kernel *= k
    fan = (shape[1] if mode == "fan_in" else shape[0]) * kernel
    gain = math.sqrt(2) if nonlinearity == "relu" else 1
    return gain / math.sqrt(fan)
# %% wrong: the variance gain**2 / fan is returned instead of the standard deviation gain / sqrt(fan)
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    receptive = int(np.prod(shape[2:]))
    fan_in, fan_out = shape[1] * receptive, shape[0] // groups * receptive
    gains_squared = dict(linear=1.0, relu=2.0, tanh=25 / 9)
    return gains_squared[nonlinearity] / (fan_in if mode == "fan_in" else fan_out)
# %% wrong: with groups, fan_in is divided by groups once more, although shape[1] is C_in / groups already
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    size = np.prod(shape[2:])
    channels = shape[1] if mode == "fan_in" else shape[0]
    fan = channels / groups * size
    if nonlinearity == "linear":
        gain = 1
    elif nonlinearity == "relu":
        gain = 2**0.5
    elif nonlinearity == "tanh":
        gain = 5 / 3
    return gain / fan**0.5
# %% right: unpacked shape and one root over everything
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    out, read, *kernel = (int(number) for number in shape)
    reached = {"fan_in": read, "fan_out": out / groups}[mode]
    squared_gain = 1 + (nonlinearity == "relu") + (nonlinearity == "tanh") * 16 / 9
    return math.sqrt(squared_gain / (reached * math.prod(kernel)))
