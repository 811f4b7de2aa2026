# %% wrong: fan_in divided by groups again
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    k = np.prod(shape[2:])
    fan = shape[1] * k / groups if mode == "fan_in" else shape[0] * k / groups
    return {"linear": 1, "relu": 2 ** .5, "tanh": 5 / 3}[nonlinearity] / fan ** .5
# %% wrong: fan_out without groups
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    fan = np.prod(shape[1:]) if mode == "fan_in" else shape[0] * np.prod(shape[2:])
    return {"linear": 1, "relu": np.sqrt(2), "tanh": 5 / 3}[nonlinearity] / np.sqrt(fan)
# %% wrong: kernel area forgotten
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    fan = shape[1] if mode == "fan_in" else shape[0] / groups
    return {"linear": 1, "relu": np.sqrt(2), "tanh": 5 / 3}[nonlinearity] / np.sqrt(fan)
# %% wrong: variance: gain**2 / fan
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    fan = np.prod(shape[1:]) if mode == "fan_in" else shape[0] * np.prod(shape[2:]) / groups
    return {"linear": 1, "relu": 2, "tanh": 25 / 9}[nonlinearity] / fan
# %% wrong: weight as (in, out): fans swapped
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    k = np.prod(shape[2:])
    fan = shape[0] * k / groups if mode == "fan_in" else shape[1] * k
    return {"linear": 1, "relu": np.sqrt(2), "tanh": 5 / 3}[nonlinearity] / np.sqrt(fan)
# %% wrong: kernel area from shape[2]**2: crash for dense, wrong for non-square
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    k = shape[2] ** 2
    fan = shape[1] * k if mode == "fan_in" else shape[0] // groups * k
    return {"linear": 1, "relu": np.sqrt(2), "tanh": 5 / 3}[nonlinearity] / np.sqrt(fan)
# %% right: dictionary
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    fan = np.prod(shape[1:]) if mode == "fan_in" else shape[0] // groups * np.prod(shape[2:])
    return {"linear": 1, "relu": np.sqrt(2), "tanh": 5 / 3}[nonlinearity] / np.sqrt(fan)
# %% right: math and branches
def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
    import math
    n = shape[1] if mode == "fan_in" else shape[0] / groups
    gain = 1.0
    if nonlinearity == "relu":
        gain = math.sqrt(2)
    elif nonlinearity == "tanh":
        gain = 5 / 3
    return gain / math.sqrt(n * math.prod(shape[2:]))
