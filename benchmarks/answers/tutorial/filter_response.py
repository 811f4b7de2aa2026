# %% wrong: Python's sum adds over the first axis only, so an array (K_H, K_W) is returned in place of a number
def filter_response(window, weight, bias):
    return sum(window * weight) + bias
# %% wrong: the einsum gives the channels of window and weight different letters, so every channel meets every kernel; right for one channel
def filter_response(window, weight, bias):
    return np.einsum("cij,dij->", window, weight) + bias
# %% wrong: a negative response is set to 0 (a ReLU that nobody asked for)
def filter_response(window, weight, bias):
    total = float(np.dot(window.reshape(-1), weight.reshape(-1))) + bias
    return max(total, 0)
# %% wrong: two mistakes: the bias is added once for each channel, and each kernel is turned by 180 degrees
def filter_response(window, weight, bias):
    response = 0
    for piece, kernel in zip(window, weight):
        response += (piece * kernel[::-1, ::-1]).sum() + bias
    return response
# %% right: three loops that start from the bias
def filter_response(window, weight, bias):
    total = float(bias)
    for c in range(window.shape[0]):
        for i in range(window.shape[1]):
            for j in range(window.shape[2]):
                total += window[c, i, j] * weight[c, i, j]
    return total
