# %% wrong: the first two axes are in wrong order, (C, C_out, K_H, K_W)
def separable_weight(mix, kernels):
    return kernels[:, None] * mix.T[:, :, None, None]
# %% wrong: the sum over the input channels is taken already in the weight, so the result is (C_out, K_H, K_W) with one axis too few
def separable_weight(mix, kernels):
    return np.einsum("oc,chw->ohw", mix, kernels)
# %% wrong: the result array takes over the type of mix, so that fractions are cut off when mix holds whole numbers
def separable_weight(mix, kernels):
    c_out, c = mix.shape
    kh, kw = kernels.shape[1:]
    weight = np.zeros((c_out, c, kh, kw), dtype=mix.dtype)
    for o in range(c_out):
        for ch in range(c):
            weight[o, ch] = mix[o, ch] * kernels[ch]
    return weight
# %% wrong: takes the kernel of the output channel, not of the input channel; wrong values with two channels or more, and an IndexError when C_out is larger than C
def separable_weight(mix, kernels):
    rows = []
    for o in range(mix.shape[0]):
        rows.append([mix[o, c] * kernels[o] for c in range(mix.shape[1])])
    return np.array(rows)
# %% right: outer product of each column of mix with its kernel
def separable_weight(mix, kernels):
    layers = [np.multiply.outer(column, kernel) for column, kernel in zip(mix.T, kernels)]
    return np.stack(layers, axis=1)
