# %% wrong: correlates the kernels instead of laying them over each other: the second kernel is turned round
def collapse_conv(weight1, weight2):
    O, M, A, B = weight2.shape
    _, C, P, Q = weight1.shape
    out = np.zeros((O, C, A + P - 1, B + Q - 1))
    for a in range(A):
        for b in range(B):
            out[:, :, a:a + P, b:b + Q] += np.einsum("om,mcpq->ocpq", weight2[:, :, A - 1 - a, B - 1 - b], weight1)
    return out
# %% wrong: = instead of += in the loop over the taps
def collapse_conv(weight1, weight2):
    O, M, A, B = weight2.shape
    _, C, P, Q = weight1.shape
    out = np.zeros((O, C, A + P - 1, B + Q - 1))
    for a in range(A):
        for b in range(B):
            out[:, :, a:a + P, b:b + Q] = np.einsum("om,mcpq->ocpq", weight2[:, :, a, b], weight1)
    return out
# %% wrong: no sum over the channels between: takes only the first one (right for C_mid = 1)
def collapse_conv(weight1, weight2):
    O, M, A, B = weight2.shape
    _, C, P, Q = weight1.shape
    out = np.zeros((O, C, A + P - 1, B + Q - 1))
    for o in range(O):
        for c in range(C):
            for a in range(A):
                for b in range(B):
                    out[o, c, a:a + P, b:b + Q] += weight2[o, 0, a, b] * weight1[0, c]
    return out
# %% wrong: size K1 + K2 without - 1: one row and one column of zeros too many
def collapse_conv(weight1, weight2):
    c_out, c_mid, k2h, k2w = weight2.shape
    c_in, k1h, k1w = weight1.shape[1:]
    out = np.zeros((c_out, c_in, k1h + k2h, k1w + k2w))
    for u, v in np.ndindex(k2h, k2w):
        out[:, :, u:u + k1h, v:v + k1w] += np.tensordot(weight2[:, :, u, v], weight1, axes=1)
    return out
# %% wrong: roles of the layers exchanged: einsum sums over weight1's inputs and weight2's outputs (crash unless C_out == C_in, wrong then)
def collapse_conv(weight1, weight2):
    M, C, P, Q = weight1.shape
    O, _, A, B = weight2.shape
    out = np.zeros((M, weight2.shape[1], P + A - 1, Q + B - 1))
    for p in range(P):
        for q in range(Q):
            out[:, :, p:p + A, q:q + B] += np.einsum("mk,kcab->mcab", weight1[:, :, p, q], weight2)
    return out
# %% wrong: supposes square kernels: the width is taken from the heights
def collapse_conv(weight1, weight2):
    O, M, K2, _ = weight2.shape
    _, C, K1, _ = weight1.shape
    size = K1 + K2 - 1
    out = np.zeros((O, C, size, size))
    for u in range(K2):
        for v in range(K2):
            out[:, :, u:u + K1, v:v + K1] += np.einsum("om,mcpq->ocpq", weight2[:, :, u, v], weight1)
    return out
# %% right: polynomial product of the kernels by a padded FFT
def collapse_conv(weight1, weight2):
    size = (weight1.shape[2] + weight2.shape[2] - 1, weight1.shape[3] + weight2.shape[3] - 1)
    f1, f2 = np.fft.rfft2(weight1, size), np.fft.rfft2(weight2, size)
    return np.fft.irfft2(np.einsum("omhw,mchw->ochw", f2, f1), size)
