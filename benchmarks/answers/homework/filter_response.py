# %% wrong: bias in each product
def filter_response(window, weight, bias):
    return (window * weight + bias).sum()
# %% wrong: bias per channel
def filter_response(window, weight, bias):
    return sum((a * b).sum() + bias for a, b in zip(window, weight))
# %% wrong: mean over channels
def filter_response(window, weight, bias):
    return (window * weight).sum((1, 2)).mean() + bias
# %% wrong: one number per channel
def filter_response(window, weight, bias):
    return (window * weight).sum(axis=(1, 2)) + bias
# %% right: vdot
def filter_response(window, weight, bias):
    return np.vdot(window, weight) + bias
