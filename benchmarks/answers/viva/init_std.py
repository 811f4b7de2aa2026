# %% wrong: fan_in and fan_out are exchanged: fan_in is taken from shape[0], fan_out from shape[1]
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = {"linear": 1, "relu": np.sqrt(2), "tanh": 5 / 3}[nonlinearity]
    places = math.prod(shape[2:])
    if mode == "fan_in":
        fan = shape[0] // groups * places
    else:
        fan = shape[1] * places
    return gain / np.sqrt(fan)
# %% wrong: of the kernel only the first size, shape[2], is counted, K instead of K times K (right for dense and one-dimensional layers)
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gains = {"linear": 1.0, "relu": 2 ** 0.5, "tanh": 5 / 3}
    kernel = shape[2] if len(shape) > 2 else 1
    channels = shape[1] if mode == "fan_in" else shape[0] / groups
    return gains[nonlinearity] / math.sqrt(channels * kernel)
# %% wrong: two mistakes: fan_out does not divide shape[0] by groups, and the gain of tanh is 1 (Glorot's) instead of 5/3
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    field = int(np.prod(shape[2:]))
    fan = {"fan_in": shape[1] * field, "fan_out": shape[0] * field}[mode]
    gain = math.sqrt(2) if nonlinearity == "relu" else 1.0
    return gain / math.sqrt(fan)
# %% wrong: the root of the fan is forgotten: gain / fan
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = dict(linear=1, relu=math.sqrt(2), tanh=5 / 3)[nonlinearity]
    fan = math.prod(shape[1:])
    if mode == "fan_out":
        fan = shape[0] * math.prod(shape[2:]) / groups
    return gain / fan
# %% right: from squared gains, with fan_out as weights in all, shared out
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    outputs, inputs, *kernel = shape
    if mode == "fan_out":
        inputs = outputs / groups
    for k in kernel:
        inputs = inputs * k
    variance = {"linear": 1, "relu": 2, "tanh": 25 / 9}[nonlinearity] / inputs
    return variance ** 0.5
