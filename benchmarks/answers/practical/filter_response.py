# %% wrong: np.dot of the 3-D arrays: a 4-D array (C, K_H, C, K_W) for square kernels, and ValueError (not aligned) where K_H and K_W differ
def filter_response(window, weight, bias):
    return np.dot(window, weight) + bias
# %% wrong: sets negative responses to 0 (a ReLU that nobody asked for), so right only where the response is positive
def filter_response(window, weight, bias):
    response = float(np.einsum("chw,chw->", window, weight)) + bias
    return max(0.0, response)
# %% wrong: the return stands inside the loop over the channels, so only the first channel is added up
def filter_response(window, weight, bias):
    total = bias
    for channel, kernel in zip(window, weight):
        total = total + np.sum(channel * kernel)
        return total
# %% wrong: two mistakes: the kernels are turned by 180 degrees, and the bias is added to the sum of each channel instead of once
def filter_response(window, weight, bias):
    return sum(np.sum(w * k[::-1, ::-1]) + bias for w, k in zip(window, weight))
# %% right: three loops
def filter_response(window, weight, bias):
    C, KH, KW = weight.shape
    answer = bias
    for c in range(C):
        for i in range(KH):
            for j in range(KW):
                answer = answer + window[c, i, j] * weight[c, i, j]
    return answer
