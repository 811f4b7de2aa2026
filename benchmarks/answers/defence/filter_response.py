# %% wrong: the bias is added to every product, so it counts C * K_H * K_W times instead of once
def filter_response(window, weight, bias):
    return np.sum(window * weight + bias)
# %% wrong: the channels are not summed up: returns one value for each channel, shape (C,), instead of one number
def filter_response(window, weight, bias):
    return (window * weight).sum(axis=(1, 2)) + bias
# %% wrong: takes the mean over the channels instead of the sum
def filter_response(window, weight, bias):
    per_channel = [np.sum(w * k) for w, k in zip(window, weight)]
    return np.mean(per_channel) + bias
# %% wrong: each kernel is turned by 180 degrees (true convolution) before it is multiplied with the window
def filter_response(window, weight, bias):
    turned = weight[:, ::-1, ::-1]
    return np.sum(window * turned) + bias
# %% right: full contraction
def filter_response(window, weight, bias):
    return float(np.tensordot(window, weight, axes=3)) + bias
