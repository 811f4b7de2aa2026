# %% wrong: forgets the bias
def filter_response(window, weight, bias):
    return (window * weight).sum()
# %% wrong: the channels are not summed up: one number for each channel
def filter_response(window, weight, bias):
    return (window * weight).sum(axis=(1, 2)) + bias
# %% wrong: the bias is added to every product before the sum
def filter_response(window, weight, bias):
    return np.sum(window * weight + bias)
# %% wrong: mean of the products instead of the sum
def filter_response(window, weight, bias):
    return np.mean(window * weight) + bias
# %% wrong: adds the bias once for each channel inside the loop
def filter_response(window, weight, bias):
    total = 0
    for c in range(len(window)):
        total += np.sum(window[c] * weight[c]) + bias
    return total
# %% right: one dot product of the flat arrays
def filter_response(window, weight, bias):
    return np.dot(window.reshape(-1), weight.reshape(-1)) + bias
