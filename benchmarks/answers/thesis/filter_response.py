# %% wrong: the bias is added to every product, not once
def filter_response(window, weight, bias):
    return np.sum(window * weight + bias)
# %% wrong: one number for each channel comes back, the channels are not added up
def filter_response(window, weight, bias):
    per_channel = np.sum(window * weight, axis=(1, 2))
    return per_channel + bias
# %% wrong: the kernel is taken to be square with its height as side, so in wide kernels the last columns are not counted
def filter_response(window, weight, bias):
    k = weight.shape[1]
    total = 0.0
    for c in range(len(weight)):
        total += np.sum(window[c, :k, :k] * weight[c, :k, :k])
    return total + bias
# %% wrong: the bias is added once for each channel; shows for more than one channel
def filter_response(window, weight, bias):
    answer = 0
    for w, k in zip(window, weight):
        answer += (w * k).sum() + bias
    return answer
# %% right: an inner product of the two flattened arrays, summed exactly by math.fsum
def filter_response(window, weight, bias):
    terms = [float(a) * float(b) for a, b in zip(np.ravel(window), np.ravel(weight))]
    return math.fsum(terms + [float(bias)])
