# %% wrong: sum(sum(...)) adds over two of the three axes only, so a vector of K_W numbers comes back
def filter_response(window, weight, bias):
    return sum(sum(window * weight)) + bias
# %% wrong: the bias is added once for each channel
def filter_response(window, weight, bias):
    total = 0
    for channel, kernel in zip(window, weight):
        total += (channel * kernel).sum() + bias
    return total
# %% wrong: the trace of window times weight without the transpose: each kernel is used transposed (and must be square)
def filter_response(window, weight, bias):
    # inner product of matrices = trace, channel by channel
    return sum(np.trace(A @ B) for A, B in zip(window, weight)) + bias
# %% right: generator over all positions
def filter_response(window, weight, bias):
    return bias + sum(window[place] * weight[place] for place in np.ndindex(*weight.shape))
