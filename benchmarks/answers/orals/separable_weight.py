# %% wrong: sums over the input channels, so it returns (C_out, K_H, K_W) instead of one kernel for each pair of output and input channel
def separable_weight(mix, kernels):
    return np.einsum("oc,cij->oij", mix, kernels)
# %% wrong: the first two axes are exchanged: the result is (C, C_out, K_H, K_W)
def separable_weight(mix, kernels):
    C_out, C = mix.shape
    weight = np.zeros((C, C_out) + kernels.shape[1:])
    for c in range(C):
        for o in range(C_out):
            weight[c, o] = mix[o, c] * kernels[c]
    return weight
# %% wrong: kernels[:, None] pairs the kernel with the output channel (mix[o, c] * kernels[o]) instead of the input channel, as if the 1x1 came first; when C_out differs from C it raises ValueError, or gives a wrong shape or wrong values if one of them is 1
def separable_weight(mix, kernels):
    return mix[:, :, None, None] * kernels[:, None]
# %% wrong: the kernels stay flattened: the result is (C_out, C, K_H * K_W) instead of (C_out, C, K_H, K_W)
def separable_weight(mix, kernels):
    flat = kernels.reshape(len(kernels), -1)
    return np.array([[m * k for m, k in zip(row, flat)] for row in mix])
# %% right: outer product, then the diagonal of the two channel axes
def separable_weight(mix, kernels):
    every = np.multiply.outer(mix, kernels)
    channels = np.arange(len(kernels))
    return every[:, channels, channels]
