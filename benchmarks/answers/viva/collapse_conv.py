# %% wrong: weight (u, v) of the second kernel lays the first kernel down at (K2_H - 1 - u, K2_W - 1 - v), so the second kernel is turned by 180 degrees
def collapse_conv(weight1, weight2):
    c_mid, c_in, h1, w1 = weight1.shape
    c_out, _, h2, w2 = weight2.shape
    joint = np.zeros((c_out, c_in, h1 + h2 - 1, w1 + w2 - 1))
    for u in range(h2):
        for v in range(w2):
            a, b = h2 - 1 - u, w2 - 1 - v
            joint[:, :, a:a + h1, b:b + w1] += np.einsum("om,mchw->ochw", weight2[:, :, u, v], weight1)
    return joint
# %% wrong: the pieces are written with = instead of +=, so where they overlap only the last one is left
def collapse_conv(weight1, weight2):
    rows, cols = weight1.shape[2:]
    K_H, K_W = weight2.shape[2:]
    result = np.zeros((weight2.shape[0], weight1.shape[1], rows + K_H - 1, cols + K_W - 1))
    for u, v in np.ndindex(K_H, K_W):
        result[:, :, u:u + rows, v:v + cols] = np.tensordot(weight2[:, :, u, v], weight1, axes=1)
    return result
# %% wrong: height and width of the first kernel are swapped, so a first kernel that is not square gives a ValueError (shapes do not broadcast); square ones are right
def collapse_conv(weight1, weight2):
    C_mid, C_in, K1_W, K1_H = weight1.shape
    C_out, C_mid, K2_H, K2_W = weight2.shape
    out = np.zeros((C_out, C_in, K1_H + K2_H - 1, K1_W + K2_W - 1))
    for u in range(K2_H):
        for v in range(K2_W):
            out[:, :, u : u + K1_H, v : v + K1_W] += np.einsum(
                "om,mchw->ochw", weight2[:, :, u, v], weight1)
    return out
# %% wrong: the mean over the channels between is taken instead of their sum (right only if C_mid is 1)
def collapse_conv(weight1, weight2):
    def full(first, second):
        big = np.zeros(np.add(first.shape, second.shape) - 1)
        for (u, v), value in np.ndenumerate(second):
            big[u:u + first.shape[0], v:v + first.shape[1]] += value * first
        return big

    outs, mids = weight2.shape[:2]
    ins = weight1.shape[1]
    return np.array([[np.mean([full(weight1[m, c], weight2[o, m]) for m in range(mids)], axis=0)
                      for c in range(ins)] for o in range(outs)])
# %% right: products of Fourier transforms, summed over the channels between
def collapse_conv(weight1, weight2):
    size = tuple(a + b - 1 for a, b in zip(weight1.shape[2:], weight2.shape[2:]))
    first = np.fft.fft2(weight1, size)
    second = np.fft.fft2(weight2, size)
    return np.fft.ifft2(np.einsum("omuv,mcuv->ocuv", second, first)).real
