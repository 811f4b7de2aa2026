# %% wrong: fan_in divides by groups although shape[1] is C_in / groups already; shows for groups > 1 with fan_in
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = {"linear": 1, "relu": math.sqrt(2), "tanh": 5 / 3}[nonlinearity]
    k = math.prod(shape[2:])
    if mode == "fan_in":
        fan = shape[1] / groups * k
    else:
        fan = shape[0] // groups * k
    return gain / math.sqrt(fan)
# %% wrong: fan_out does not divide by groups; shows for groups > 1 with fan_out
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    fan = np.prod(shape[1:]) if mode == "fan_in" else shape[0] * np.prod(shape[2:])
    if nonlinearity == "relu":
        gain = np.sqrt(2)
    elif nonlinearity == "tanh":
        gain = 5 / 3
    else:
        gain = 1.0
    return gain / np.sqrt(fan)
# %% wrong: the number of places in the kernel is taken as shape[2] squared; wrong for kernels that are not square and for one or three dimensions
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gains = dict(linear=1.0, relu=2 ** 0.5, tanh=5 / 3)
    area = shape[2] ** 2 if len(shape) > 2 else 1
    channels = shape[1] if mode == "fan_in" else shape[0] / groups
    return gains[nonlinearity] / (channels * area) ** 0.5
# %% wrong: two mistakes: the gain of tanh is 1; and fan_in and fan_out are swapped
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    g = 1.0
    if nonlinearity == "relu":
        g = math.sqrt(2)
    places = 1
    for s in shape[2:]:
        places *= s
    outgoing = shape[0] // groups * places
    incoming = shape[1] * places
    return g / math.sqrt(outgoing if mode == "fan_in" else incoming)
# %% right: variance first, from squared gains
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    out, channels, *kernel = shape
    reached = {"fan_in": channels, "fan_out": out / groups}[mode]
    squared = {"linear": 1.0, "relu": 2.0, "tanh": 25 / 9}[nonlinearity]
    return float(np.sqrt(squared / reached / np.prod(kernel, dtype=float)))
