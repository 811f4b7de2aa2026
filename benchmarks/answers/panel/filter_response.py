# %% wrong: the bias is added to every product and not once; shows when the bias is not 0 and the filter has more than one weight
def filter_response(window, weight, bias):
    return np.sum(window * weight + bias)
# %% wrong: one number for each channel comes out, the channels are not added up
def filter_response(window, weight, bias):
    return np.einsum("cij,cij->c", window, weight) + bias
# %% wrong: the kernels are turned by 180 degrees (true convolution)
def filter_response(window, weight, bias):
    turned = weight[:, ::-1, ::-1]
    return float((window * turned).sum() + bias)
# %% wrong: only the last channel counts, the sum is overwritten and not added up; shows when there is more than one channel
def filter_response(window, weight, bias):
    total = 0
    for c in range(len(weight)):
        total = np.sum(window[c] * weight[c])
    return total + bias
# %% right: tensordot over all three axes
def filter_response(window, weight, bias):
    return float(np.tensordot(window, weight, axes=3)) + bias
