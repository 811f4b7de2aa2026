# %% wrong: the bias is added once for each channel, not once
def filter_response(window, weight, bias):
    response = 0.0
    for channel in range(len(weight)):
        response += np.sum(window[channel] * weight[channel]) + bias
    return response
# %% wrong: Python's sum adds over the channels only, so a K_H x K_W map is returned in place of one number
def filter_response(window, weight, bias):
    return sum(window * weight) + bias
# %% wrong: matrix product of each window and kernel in place of products number by number (ValueError where K_H and K_W differ)
def filter_response(window, weight, bias):
    return np.sum(window @ weight) + bias
# %% wrong: the kernels are turned by 180 degrees first (true convolution)
def filter_response(window, weight, bias):
    turned = weight[:, ::-1, ::-1]
    return np.sum(window * turned) + bias
# %% right: a full contraction by tensordot
def filter_response(window, weight, bias):
    return float(np.tensordot(window, weight, axes=3)) + bias
