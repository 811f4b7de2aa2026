# %% wrong: the bias is added once for each channel
def filter_response(window, weight, bias):
    answer = 0.0
    for values, kernel in zip(window, weight):
        answer += np.sum(values * kernel) + bias
    return answer
# %% wrong: a value for each channel, the channels are not added up
def filter_response(window, weight, bias):
    return np.einsum("chw,chw->c", window, weight) + bias
# %% wrong: clipped at 0, a ReLU that nobody asked for
def filter_response(window, weight, bias):
    return max(0.0, float(np.tensordot(window, weight, 3)) + bias)
# %% wrong: the filter is turned by 180 degrees before the products
def filter_response(window, weight, bias):
    total = bias
    for values, kernel in zip(window, weight):
        total = total + np.sum(values * np.rot90(kernel, 2))
    return total
# %% right: math.fsum over the flattened products
def filter_response(window, weight, bias):
    return math.fsum(a * b for a, b in zip(np.ravel(window), np.ravel(weight))) + bias
