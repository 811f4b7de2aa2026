# %% wrong: the products are summed over the input channels, so the result is (C_out, K_H, K_W) without the channel axis instead of (C_out, C, K_H, K_W)
def separable_weight(mix, kernels):
    return np.einsum("oc,cij->oij", mix, kernels)
# %% wrong: mix gets its new axes in front (mix[None, None]) and so meets the kernel's rows and columns instead of output and input channels: ValueError, or wrong values and shape where the sizes happen to fit
def separable_weight(mix, kernels):
    return mix[None, None] * kernels
# %% wrong: mix is read transposed (mix[c, o]): IndexError if there are fewer output than input channels or the other way round, wrong values if equally many
def separable_weight(mix, kernels):
    c_out, c = mix.shape
    weight = np.zeros((c_out, c) + kernels.shape[1:])
    for o in range(c_out):
        for i in range(c):
            weight[o, i] = mix[i, o] * kernels[i]
    return weight
# %% wrong: the first two axes of the result are exchanged: (C, C_out, K_H, K_W) instead of (C_out, C, K_H, K_W)
def separable_weight(mix, kernels):
    return np.array([[m * kernel for m in mix[:, c]] for c, kernel in enumerate(kernels)])
# %% right: a diagonal depthwise weight, multiplied by the mix as a matrix
def separable_weight(mix, kernels):
    c, k_h, k_w = kernels.shape
    full = np.zeros((c, c, k_h, k_w))
    full[np.arange(c), np.arange(c)] = kernels
    return (mix @ full.reshape(c, -1)).reshape(-1, c, k_h, k_w)
