# %% wrong: the sum over the channels is already taken (einsum without c in the result), so it is (C_out, K_H, K_W) with one kernel for all input channels
def separable_weight(mix, kernels):
    return np.einsum("oc,chw->ohw", mix, kernels)
# %% wrong: the first two axes are exchanged: the result is (C, C_out, K_H, K_W)
def separable_weight(mix, kernels):
    return np.array([[m * kernel for m in column] for column, kernel in zip(mix.T, kernels)])
# %% wrong: the kernel is chosen by the output channel (kernels[o]) and not by the input channel, which gives wrong kernels, and raises IndexError when C_out is larger than C
def separable_weight(mix, kernels):
    c_out, c = mix.shape
    weight = np.zeros((c_out, c) + kernels.shape[1:])
    for o in range(c_out):
        for i in range(c):
            weight[o, i] = mix[o, i] * kernels[o]
    return weight
# %% wrong: mix and kernels are added, not multiplied
def separable_weight(mix, kernels):
    return mix[:, :, None, None] + kernels[None]
# %% right: through a block of diagonal kernels and tensordot
def separable_weight(mix, kernels):
    c = len(kernels)
    diagonal = np.zeros((c, c) + kernels.shape[1:])
    diagonal[np.arange(c), np.arange(c)] = kernels
    return np.tensordot(mix, diagonal, axes=(1, 0))
