# %% wrong: Python's sum adds over the first axis only, a window comes out
def filter_response(window, weight, bias):
    return sum(window * weight) + bias

# %% wrong: the bias is added to every product
def filter_response(window, weight, bias):
    return np.sum(window * weight + bias)

# %% wrong: the bias is added once for each channel
def filter_response(window, weight, bias):
    total = 0
    for c in range(len(window)):
        total += np.sum(window[c] * weight[c]) + bias
    return total

# %% wrong: np.dot of three-axis arrays is no sum of products, ValueError or an array
def filter_response(window, weight, bias):
    return np.dot(window, weight) + bias

# %% wrong: the largest channel answer instead of the sum over channels
def filter_response(window, weight, bias):
    answers = (window * weight).sum(axis=(1, 2))
    return answers.max() + bias

# %% wrong: three channels are written in, IndexError or channels left out
def filter_response(window, weight, bias):
    red = np.sum(window[0] * weight[0])
    green = np.sum(window[1] * weight[1])
    blue = np.sum(window[2] * weight[2])
    return red + green + blue + bias

# %% right: dot product of two long vectors
def filter_response(window, weight, bias):
    return np.ravel(window) @ np.ravel(weight) + bias
