# %% wrong: reads the shape as (K, ..., in, out), with the channels last
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    receptive_field_size = 1
    for size in shape[:-2]:
        receptive_field_size *= size
    fan_in = shape[-2] * receptive_field_size
    fan_out = shape[-1] * receptive_field_size / groups
    gain = {"linear": 1.0, "relu": math.sqrt(2), "tanh": 5 / 3}[nonlinearity]
    return gain / math.sqrt(fan_in if mode == "fan_in" else fan_out)


# %% wrong: two mistakes: the gain of tanh is 1, and fan_out forgets the groups
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    taps = np.prod(shape[2:])
    fan = (shape[1] if mode == "fan_in" else shape[0]) * taps
    gain_squared = 2 if nonlinearity == "relu" else 1
    return float(np.sqrt(gain_squared / fan))


# %% wrong: divides shape[1] by the groups once more for fan_in
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    kernel = 1
    for k in shape[2:]:
        kernel = kernel * k
    if mode == "fan_in":
        fan = shape[1] / groups * kernel
    else:
        fan = shape[0] / groups * kernel
    if nonlinearity == "relu":
        gain = 2 ** 0.5
    elif nonlinearity == "tanh":
        gain = 5 / 3
    else:
        gain = 1
    return gain / fan ** 0.5


# %% right: as a variance first
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gains = dict(linear=1, relu=2, tanh=25 / 9)
    whole = math.prod(shape)
    fan = {"fan_in": whole // shape[0], "fan_out": whole // (groups * shape[1])}[mode]
    return (gains[nonlinearity] / fan) ** 0.5
