# %% wrong: fan_in is divided by the groups once more, although shape[1] is C_in / groups already
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = {"linear": 1, "relu": math.sqrt(2), "tanh": 5 / 3}[nonlinearity]
    taps = math.prod(shape[2:])
    channels = shape[1] if mode == "fan_in" else shape[0]
    return gain / math.sqrt(channels / groups * taps)
# %% wrong: only the first kernel length shape[2] is counted, not the product of all kernel lengths
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    k = shape[2] if len(shape) > 2 else 1
    if mode == "fan_in":
        fan = shape[1] * k
    else:
        fan = shape[0] // groups * k
    if nonlinearity == "relu":
        gain = np.sqrt(2)
    elif nonlinearity == "tanh":
        gain = 5 / 3
    else:
        gain = 1.0
    return gain / np.sqrt(fan)
# %% wrong: the gain of ReLU is 2 instead of the square root of 2
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gains = dict(linear=1, relu=2, tanh=5 / 3)
    size = np.prod(shape[2:])
    fans = {"fan_in": shape[1] * size, "fan_out": shape[0] / groups * size}
    return gains[nonlinearity] / np.sqrt(fans[mode])
# %% wrong: fan_out leaves out the kernel, it is shape[0] / groups without the number of kernel weights
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = 1.0
    if nonlinearity == "relu":
        gain = 2 ** 0.5
    if nonlinearity == "tanh":
        gain = 5.0 / 3.0
    fan = 1
    for length in shape[1:]:
        fan *= length
    if mode == "fan_out":
        fan = shape[0] / groups
    return gain / fan ** 0.5
# %% right: variance first, square root at the end
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    squared_gain = {"linear": 1, "relu": 2, "tanh": 25 / 9}[nonlinearity]
    out, into, *kernel = shape
    fan = into if mode == "fan_in" else out / groups
    for k in kernel:
        fan = fan * k
    return float(np.sqrt(squared_gain / fan))
