# %% wrong: one output too few: the loop stops at L - K instead of L - K + 1, so the last window is missing
def conv1d(x, weight, bias):
    N, C_in, L = x.shape
    C_out, _, K = weight.shape
    out = np.zeros((N, C_out, L - K))
    for t in range(L - K):
        out[:, :, t] = np.einsum("nck,ock->no", x[:, :, t:t + K], weight) + bias
    return out
# %% wrong: np.convolve flips the kernel in time: a true convolution instead of a cross-correlation
def conv1d(x, weight, bias):
    return np.array([[sum(np.convolve(channel, kernel, "valid") for channel, kernel in zip(signal, filt)) + b
                      for filt, b in zip(weight, bias)] for signal in x])
# %% wrong: the channels are averaged instead of summed (mean over the input channels)
def conv1d(x, weight, bias):
    k = weight.shape[2]
    windows = np.lib.stride_tricks.sliding_window_view(x, k, axis=2)
    products = np.einsum("nclk,ock->nocl", windows, weight)
    return products.mean(axis=2) + bias[:, None]
# %% wrong: the bias is added to the products before they are summed over the channels, so it counts C_in times
def conv1d(x, weight, bias):
    n, c_in, length = x.shape
    c_out, _, k = weight.shape
    y = np.zeros((n, c_out, length - k + 1))
    for o in range(c_out):
        for c in range(c_in):
            for image in range(n):
                y[image, o] += np.correlate(x[image, c], weight[o, c], "valid") + bias[o]
    return y
# %% right: a band matrix for each filter, and one matrix product
def conv1d(x, weight, bias):
    n, c_in, length = x.shape
    c_out, _, k = weight.shape
    places = length - k + 1
    band = np.zeros((c_out, places, c_in, length))
    for t in range(places):
        band[:, t, :, t:t + k] = weight
    y = x.reshape(n, -1) @ band.reshape(c_out * places, -1).T
    return y.reshape(n, c_out, places) + bias[:, None]
