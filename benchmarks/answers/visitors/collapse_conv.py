# %% wrong: lays the kernels down in the turned order: a full correlation of the kernels, not their convolution
def collapse_conv(weight1, weight2):
    kh, kw = weight2.shape[2:]
    padded = np.pad(weight1, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (kh, kw), axis=(2, 3))
    return np.einsum("mchwuv,omuv->ochw", windows, weight2)


# %% wrong: sums both weights over the channels between before it multiplies, in place of a matrix product
def collapse_conv(weight1, weight2):
    size = [a + b - 1 for a, b in zip(weight1.shape[2:], weight2.shape[2:])]
    F1 = np.fft.fft2(weight1, size).sum(axis=0)   # (C_in, H, W)
    F2 = np.fft.fft2(weight2, size).sum(axis=1)   # (C_out, H, W)
    return np.fft.ifft2(F2[:, None] * F1[None]).real


# %% wrong: the placed kernels overwrite each other where they overlap, = in place of +=
def collapse_conv(weight1, weight2):
    C_mid, C_in, H1, W1 = weight1.shape
    C_out, C_mid, H2, W2 = weight2.shape
    joint = np.zeros((C_out, C_in, H1 + H2 - 1, W1 + W2 - 1))
    for u in range(H2):
        for v in range(W2):
            joint[:, :, u:u + H1, v:v + W1] = np.einsum("om,mchw->ochw", weight2[:, :, u, v], weight1)
    return joint


# %% right: feeds single pixels through both layers and reads the answers
def collapse_conv(weight1, weight2):
    mid, inputs, h1, w1 = weight1.shape
    outputs, _, h2, w2 = weight2.shape
    height, width = h1 + h2 - 1, w1 + w2 - 1
    view = np.lib.stride_tricks.sliding_window_view
    joint = np.zeros((outputs, inputs, height, width))
    for c, i, j in np.ndindex(inputs, height, width):
        pixel = np.zeros((inputs, height, width))
        pixel[c, i, j] = 1
        first = np.einsum("cijuv,mcuv->mij", view(pixel, (h1, w1), axis=(1, 2)), weight1)
        joint[:, c, i, j] = np.einsum("mij,omij->o", first, weight2)
    return joint
