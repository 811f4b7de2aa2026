# %% wrong: the bias is forgotten
def filter_response(window, weight, bias):
    return np.sum(window * weight)
# %% wrong: one answer for each channel, the channels are not added
def filter_response(window, weight, bias):
    return np.sum(window * weight, axis=(1, 2)) + bias
# %% wrong: the bias is added to every product before the sum
def filter_response(window, weight, bias):
    return np.sum(window * weight + bias)
# %% wrong: the bias is added once for each channel
def filter_response(window, weight, bias):
    total = 0
    for c in range(window.shape[0]):
        total += np.sum(window[c] * weight[c]) + bias
    return total
# %% wrong: the bias is subtracted
def filter_response(window, weight, bias):
    return np.sum(window * weight) - bias
# %% wrong: the mean of the products instead of the sum
def filter_response(window, weight, bias):
    return np.mean(window * weight) + bias
# %% wrong: the weight is turned by 180 degrees in height and width
def filter_response(window, weight, bias):
    return np.sum(window * weight[:, ::-1, ::-1]) + bias
# %% wrong: only the first channel is used
def filter_response(window, weight, bias):
    return np.sum(window[0] * weight[0]) + bias
# %% wrong: the array of products is returned, never added up
def filter_response(window, weight, bias):
    return window * weight + bias
# %% wrong: weight and window are added instead of multiplied
def filter_response(window, weight, bias):
    return np.sum(window + weight) + bias
# %% wrong: NameError, the argument is called weights in the body
def filter_response(window, weight, bias):
    return np.sum(window * weights) + bias
# %% wrong: two mistakes: the channels are averaged, and no bias
def filter_response(window, weight, bias):
    return np.mean(np.sum(window * weight, axis=(1, 2)))
# %% right: sum of products plus bias
def filter_response(window, weight, bias):
    return np.sum(window * weight) + bias
# %% right: vdot of the flattened arrays
def filter_response(window, weight, bias):
    return np.dot(window.ravel(), weight.ravel()) + bias
# %% right: three loops that start at the bias
def filter_response(window, weight, bias):
    total = bias
    for c in range(weight.shape[0]):
        for i in range(weight.shape[1]):
            for j in range(weight.shape[2]):
                total = total + window[c, i, j] * weight[c, i, j]
    return total
