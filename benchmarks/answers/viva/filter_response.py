# %% wrong: the bias is added to every product before the sum instead of once
def filter_response(window, weight, bias):
    return np.sum(window * weight + bias)
# %% wrong: the bias is added once for each channel instead of once in all
def filter_response(window, weight, bias):
    response = 0
    for channel in range(window.shape[0]):
        response += np.sum(window[channel] * weight[channel]) + bias
    return response
# %% wrong: Python's sum adds up the channels only, so it returns an array (K_H, K_W) instead of one number
def filter_response(window, weight, bias):
    return sum(window * weight) + bias
# %% wrong: each kernel is turned by 180 degrees before it is multiplied (true convolution)
def filter_response(window, weight, bias):
    turned = weight[:, ::-1, ::-1]
    return float(np.einsum("cij,cij", window, turned) + bias)
# %% right: a dot product of the two flattened arrays, the bias as one more term
def filter_response(window, weight, bias):
    return np.append(window, 1) @ np.append(weight, bias)
