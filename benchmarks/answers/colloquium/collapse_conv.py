# %% wrong: the second kernel is turned by 180 degrees, so the kernels are cross-correlated instead of convolved
def collapse_conv(weight1, weight2):
    o, m, h2, w2 = weight2.shape
    _, c, h1, w1 = weight1.shape
    joint = np.zeros((o, c, h1 + h2 - 1, w1 + w2 - 1))
    for u in range(h2):
        for v in range(w2):
            joint[:, :, u:u + h1, v:v + w1] += np.einsum(
                "om,mchw->ochw", weight2[:, :, h2 - 1 - u, w2 - 1 - v], weight1)
    return joint
# %% wrong: overlapping copies of the first kernel overwrite each other, = instead of +=
def collapse_conv(weight1, weight2):
    K1_H, K1_W = weight1.shape[2:]
    K2_H, K2_W = weight2.shape[2:]
    joint = np.zeros((weight2.shape[0], weight1.shape[1], K1_H + K2_H - 1, K1_W + K2_W - 1))
    for u, v in np.ndindex(K2_H, K2_W):
        joint[:, :, u:u + K1_H, v:v + K1_W] = np.tensordot(weight2[:, :, u, v], weight1, axes=1)
    return joint
# %% wrong: the products are averaged over the channels between instead of summed, the result is divided by C_mid
def collapse_conv(weight1, weight2):
    mid, c_in, a, b = weight1.shape
    c_out, _, p, q = weight2.shape
    result = np.zeros((c_out, c_in, a + p - 1, b + q - 1))
    for i in range(a):
        for j in range(b):
            for u in range(p):
                for v in range(q):
                    product = weight2[:, :, None, u, v] * weight1[None, :, :, i, j]
                    result[:, :, i + u, j + v] += product.mean(axis=1)
    return result
# %% wrong: the first two axes of the result are swapped, it is (C_in, C_out, ...) instead of (C_out, C_in, ...)
def collapse_conv(weight1, weight2):
    M, I, h, w = weight1.shape
    O, _, r, s = weight2.shape
    out = np.zeros((I, O, h + r - 1, w + s - 1))
    for u in range(r):
        for v in range(s):
            out[:, :, u:u + h, v:v + w] += np.einsum("om,mchw->cohw", weight2[:, :, u, v], weight1)
    return out
# %% right: product of the two spectra, a matrix product at each frequency
def collapse_conv(weight1, weight2):
    size = tuple(a + b - 1 for a, b in zip(weight1.shape[2:], weight2.shape[2:]))
    first, second = (np.fft.fft2(w, size).transpose(2, 3, 0, 1) for w in (weight1, weight2))
    return np.fft.ifft2((second @ first).transpose(2, 3, 0, 1)).real
