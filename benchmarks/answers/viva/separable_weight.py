# %% wrong: mix is read with its axes exchanged, mix[c, o] in place of mix[o, c]: wrong numbers if C_out equals C, otherwise an IndexError
def separable_weight(mix, kernels):
    C_out, C = mix.shape
    weight = np.zeros((C_out, C, *kernels.shape[1:]))
    for o in range(C_out):
        for c in range(C):
            weight[o, c] = mix[c, o] * kernels[c]
    return weight
# %% wrong: the products are added up over the input channels, so it returns (C_out, K_H, K_W)
def separable_weight(mix, kernels):
    return np.tensordot(mix, kernels, axes=1)
# %% wrong: the kernels are lined up with the output channels instead of the input channels: wrong numbers if C_out equals C, otherwise a ValueError (a wrong shape if C_out is 1); right only for C = 1
def separable_weight(mix, kernels):
    return mix[:, :, None, None] * kernels[:, None]
# %% wrong: the weight has the dtype of the kernels, so with kernels of whole numbers and a mix of fractions the products are cut to whole numbers
def separable_weight(mix, kernels):
    c, kh, kw = kernels.shape
    weight = np.zeros((mix.shape[0], c, kh, kw), dtype=kernels.dtype)
    for o, row in enumerate(mix):
        weight[o] = row[:, None, None] * kernels
    return weight
# %% right: the outer product of everything with everything, of which the diagonal of the channels is kept
def separable_weight(mix, kernels):
    everything = np.multiply.outer(mix, kernels)
    matching = np.diagonal(everything, axis1=1, axis2=2)
    return np.moveaxis(matching, -1, 1).copy()
