# %% wrong: the bias is added to every product before the sum, so it counts C * K_H * K_W times in place of once
def filter_response(window, weight, bias):
    return np.sum(window * weight + bias)
# %% wrong: the kernels are turned by 180 degrees first (true convolution)
def filter_response(window, weight, bias):
    flipped = weight[:, ::-1, ::-1]
    return np.einsum("cij,cij->", window, flipped) + bias
# %% wrong: the number of channels is fixed to three: fewer raise an IndexError, and with more than three the rest is left out
def filter_response(window, weight, bias):
    total = 0
    for channel in range(3):
        total += np.sum(window[channel] * weight[channel])
    return total + bias
# %% wrong: the channels are averaged in place of added up
def filter_response(window, weight, bias):
    per_channel = [np.sum(w * k) for w, k in zip(window, weight)]
    return np.mean(per_channel) + bias
# %% right: start the sum at the bias
def filter_response(window, weight, bias):
    value = float(bias)
    for index in np.ndindex(*np.shape(weight)):
        value += window[index] * weight[index]
    return value
