# %% wrong: the shifted kernels overwrite each other (=) where they overlap instead of adding up
def collapse_conv(weight1, weight2):
    mid, c_in, h1, w1 = weight1.shape
    c_out, _, h2, w2 = weight2.shape
    joint = np.zeros((c_out, c_in, h1 + h2 - 1, w1 + w2 - 1))
    for u in range(h2):
        for v in range(w2):
            joint[:, :, u:u + h1, v:v + w1] = np.einsum("om,mchw->ochw", weight2[:, :, u, v], weight1)
    return joint
# %% wrong: takes the second kernel to be square (its height also as its width): IndexError or wrong numbers and shape for other kernels; right for square ones
def collapse_conv(weight1, weight2):
    k2 = weight2.shape[2]
    rows, cols = weight1.shape[2] + k2 - 1, weight1.shape[3] + k2 - 1
    result = np.zeros((weight2.shape[0], weight1.shape[1], rows, cols))
    for (i, j) in np.ndindex(weight1.shape[2:]):
        for (u, v) in np.ndindex(k2, k2):
            result[:, :, i + u, j + v] += weight2[:, :, u, v] @ weight1[:, :, i, j]
    return result
# %% wrong: the einsum takes weight1 as (C_in, C_mid, ...), so it raises ValueError unless C_in equals C_mid, and mixes up channels then; right for one channel in and between
def collapse_conv(weight1, weight2):
    h1, w1 = weight1.shape[2:]
    h2, w2 = weight2.shape[2:]
    big = np.zeros((weight2.shape[0], weight1.shape[1], h1 + h2 - 1, w1 + w2 - 1))
    for u in range(h2):
        for v in range(w2):
            big[:, :, u:u + h1, v:v + w1] += np.einsum("om,cmhw->ochw", weight2[:, :, u, v], weight1)
    return big
# %% wrong: two mistakes: the second kernel is turned by 180 degrees (kernels correlated, not convolved), and the channels between are averaged instead of summed
def collapse_conv(weight1, weight2):
    h1, w1, h2, w2 = *weight1.shape[2:], *weight2.shape[2:]
    padded = np.pad(weight1, ((0, 0), (0, 0), (h2 - 1, h2 - 1), (w2 - 1, w2 - 1)))
    view = np.lib.stride_tricks.sliding_window_view(padded, (h2, w2), axis=(2, 3))
    return np.einsum("mchwuv,omuv->ochw", view, weight2) / weight1.shape[0]
# %% right: FFT with room for the whole kernel
def collapse_conv(weight1, weight2):
    size = (weight1.shape[2] + weight2.shape[2] - 1, weight1.shape[3] + weight2.shape[3] - 1)
    first = np.fft.fft2(weight1, size)
    second = np.fft.fft2(weight2, size)
    return np.fft.ifft2(np.einsum("omhw,mchw->ochw", second, first)).real
