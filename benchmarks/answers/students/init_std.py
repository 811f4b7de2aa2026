# %% wrong: fan_in is the first number of the shape (out), fan_out the second: the two are exchanged for (out, in)
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = {"linear": 1.0, "relu": math.sqrt(2), "tanh": 5 / 3}[nonlinearity]
    field = math.prod(shape[2:])
    if mode == "fan_in":
        fan = shape[0] * field / groups
    else:
        fan = shape[1] * field
    return gain / math.sqrt(fan)
# %% wrong: forgets the size of the kernel: the fan is only the number of channels (right for (out, in) and 1x1)
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gains = {"linear": 1, "relu": np.sqrt(2), "tanh": 5 / 3}
    fan = shape[1] if mode == "fan_in" else shape[0] // groups
    return gains[nonlinearity] / np.sqrt(fan)
# %% wrong: fan_out without the groups: an input reaches only the filters of its own group (right for groups = 1)
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    receptive = int(np.prod(shape[2:]))
    fan = shape[1] * receptive if mode == "fan_in" else shape[0] * receptive
    gain = {"linear": 1, "relu": 2 ** 0.5, "tanh": 5 / 3}[nonlinearity]
    return gain / fan ** 0.5
# %% wrong: fan_in divided by groups a second time, though the shape has C_in / groups already
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = {"linear": 1.0, "relu": math.sqrt(2.0), "tanh": 5.0 / 3.0}[nonlinearity]
    k = math.prod(shape[2:])
    fan_in, fan_out = shape[1] * k / groups, shape[0] * k / groups
    return gain / math.sqrt(fan_in if mode == "fan_in" else fan_out)
# %% wrong: gives the variance gain ** 2 / fan instead of the deviation
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = {"linear": 1, "relu": math.sqrt(2), "tanh": 5 / 3}[nonlinearity]
    fan = math.prod(shape[1:])
    if mode == "fan_out":
        fan = shape[0] * math.prod(shape[2:]) / groups
    return gain ** 2 / fan
# %% wrong: gain of relu is 2 instead of the root of 2
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = 1.0
    if nonlinearity == "relu":
        gain = 2.0
    elif nonlinearity == "tanh":
        gain = 5 / 3
    fan = np.prod(shape[1:]) if mode == "fan_in" else np.prod(shape) / shape[1] / groups
    return gain / np.sqrt(fan)
# %% wrong: mode is ignored, fan_in is always used
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = {"linear": 1.0, "relu": math.sqrt(2), "tanh": 5 / 3}[nonlinearity]
    fan = 1
    for n in shape[1:]:
        fan *= n
    return gain / math.sqrt(fan)
# %% right: from the number of all weights
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    squared = {"linear": 1.0, "relu": 2.0, "tanh": 25 / 9}[nonlinearity]
    total = 1
    for n in shape:
        total *= int(n)
    fan = total // shape[0] if mode == "fan_in" else total / (shape[1] * groups)
    return (squared / fan) ** 0.5
