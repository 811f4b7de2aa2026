# %% wrong: sums over the channels, so the weight has lost its input channels: (C_out, K_H, K_W)
def separable_weight(mix, kernels):
    return np.einsum("oc,chw->ohw", mix, kernels)
# %% wrong: the row of mix is multiplied along the last axis of the kernels (columns), not along their channels: ValueError unless C equals K_W
def separable_weight(mix, kernels):
    return np.stack([row * kernels for row in mix])
# %% wrong: mix is read as mix[c, o] (input channel first): IndexError where the numbers of channels differ
def separable_weight(mix, kernels):
    c_out, c_in = mix.shape
    weight = np.zeros((c_out, c_in) + kernels.shape[1:])
    for o in range(c_out):
        for c in range(c_in):
            weight[o, c] = mix[c, o] * kernels[c]
    return weight
# %% wrong: the two axes of channels are exchanged in the result: (C, C_out, K_H, K_W)
def separable_weight(mix, kernels):
    return np.array([[factor * kernel for factor in column]
                     for column, kernel in zip(mix.T, kernels)])
# %% right: each row of mix as a diagonal matrix, times the flat kernels
def separable_weight(mix, kernels):
    flat = kernels.reshape(len(kernels), -1)
    rows = [np.diag(row) @ flat for row in mix]
    return np.array(rows).reshape(mix.shape + kernels.shape[1:])
