# %% wrong: fan_in is divided by groups, although shape[1] already holds the channels of one group
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = {"linear": 1.0, "relu": math.sqrt(2), "tanh": 5 / 3}[nonlinearity]
    places = math.prod(shape[2:])
    fan = shape[1] / groups * places if mode == "fan_in" else shape[0] // groups * places
    return gain / math.sqrt(fan)
# %% wrong: fan_out is not divided by groups: all output channels are counted, not only those of the group
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    receptive = 1
    for size in shape[2:]:
        receptive *= size
    channels = shape[1] if mode == "fan_in" else shape[0]
    gains = dict(linear=1, relu=2**0.5, tanh=5 / 3)
    return gains[nonlinearity] / (channels * receptive) ** 0.5
# %% wrong: two mistakes: the gain of relu is 2 (what belongs under the root) instead of √2, and fan_out is not divided by groups
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    kernel = np.prod(shape[2:])
    if mode == "fan_in":
        fan = shape[1] * kernel
    else:
        fan = shape[0] * kernel
    if nonlinearity == "relu":
        gain = 2
    elif nonlinearity == "tanh":
        gain = 5 / 3
    else:
        gain = 1
    return gain / np.sqrt(fan)
# %% wrong: the size of the kernel is left out of both fans: only channels are counted
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    fan_in, fan_out = shape[1], shape[0] / groups
    gain = {"linear": 1, "relu": np.sqrt(2), "tanh": 5 / 3}[nonlinearity]
    return gain / np.sqrt(fan_in if mode == "fan_in" else fan_out)
# %% right: by logarithms
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    out, channels, *kernel = shape
    counted = [channels, *kernel] if mode == "fan_in" else [out // groups, *kernel]
    gain = {"linear": 1.0, "relu": 2**0.5, "tanh": 5 / 3}
    return math.exp(math.log(gain[nonlinearity]) - sum(math.log(each) for each in counted) / 2)
