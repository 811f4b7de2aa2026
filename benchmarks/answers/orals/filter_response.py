# %% wrong: the bias is added to every product before summing, so it counts C * K_H * K_W times instead of once
def filter_response(window, weight, bias):
    return np.sum(window * weight + bias)
# %% wrong: the bias is added once for each channel (C times) instead of once
def filter_response(window, weight, bias):
    total = 0
    for channel, kernel in zip(window, weight):
        total += np.sum(channel * kernel) + bias
    return total
# %% wrong: the sums of the channels are not added up: returns an array of C numbers, each with the bias, instead of one number
def filter_response(window, weight, bias):
    return np.sum(window * weight, axis=(1, 2)) + bias
# %% wrong: two mistakes: takes the mean of the products instead of their sum, and the bias is ignored
def filter_response(window, weight, bias):
    products = window * weight
    return products.mean()
# %% right: dot product of two flat lists
def filter_response(window, weight, bias):
    response = bias
    for pixel, w in zip(np.ravel(window), np.ravel(weight)):
        response = response + pixel * w
    return response
