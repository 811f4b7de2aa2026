# %% wrong: fan_in is the number of channels only, the kernel's places are left out
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gains = {"linear": 1, "relu": math.sqrt(2), "tanh": 5 / 3}
    fan = shape[1] if mode == "fan_in" else shape[0] // groups
    return gains[nonlinearity] / math.sqrt(fan)
# %% wrong: the variance and not the deviation, gain² / fan
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = {"linear": 1.0, "relu": 2 ** 0.5, "tanh": 5 / 3}[nonlinearity]
    places = np.prod(shape[2:])
    fan = shape[1] * places if mode == "fan_in" else shape[0] / groups * places
    return gain ** 2 / fan
# %% wrong: fan_in is divided by the groups a second time
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    receptive = 1
    for k in shape[2:]:
        receptive *= k
    fan_in = shape[1] // groups * receptive
    fan_out = shape[0] // groups * receptive
    fan = fan_in if mode == "fan_in" else fan_out
    if nonlinearity == "relu":
        gain = math.sqrt(2.0)
    elif nonlinearity == "tanh":
        gain = 5.0 / 3
    else:
        gain = 1.0
    return gain / math.sqrt(fan) if fan else float("inf")
# %% wrong: in and out are exchanged, as for a weight of shape (in, out)
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = dict(linear=1, relu=np.sqrt(2), tanh=5 / 3)[nonlinearity]
    area = math.prod(shape[2:])
    fans = {"fan_in": shape[0] * area, "fan_out": shape[1] * area}
    return gain / np.sqrt(fans[mode])
# %% right: fans counted by summing ones through the weight
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    ones = np.ones(shape)
    fan = ones[0].sum() if mode == "fan_in" else ones[:, 0].sum() / groups
    gain_squared = {"linear": 1, "relu": 2, "tanh": 25 / 9}[nonlinearity]
    return float((gain_squared / fan) ** 0.5)
