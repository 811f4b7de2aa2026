# %% wrong: weight (u, v) of the second kernel lies at (K2_H - 1 - u, K2_W - 1 - v), so the kernels are correlated, not convolved; shows for second kernels above 1x1
def collapse_conv(weight1, weight2):
    mid, c_in, h1, w1 = weight1.shape
    c_out, _, h2, w2 = weight2.shape
    joint = np.zeros((c_out, c_in, h1 + h2 - 1, w1 + w2 - 1))
    for u in range(h2):
        for v in range(w2):
            a, b = h2 - 1 - u, w2 - 1 - v
            joint[:, :, a:a + h1, b:b + w1] += np.einsum("om,mchw->ochw", weight2[:, :, u, v], weight1)
    return joint
# %% wrong: = instead of +=: the shifted kernels overwrite each other where they overlap
def collapse_conv(weight1, weight2):
    O, M, KH2, KW2 = weight2.shape
    _, I, KH1, KW1 = weight1.shape
    out = np.zeros((O, I, KH1 + KH2 - 1, KW1 + KW2 - 1))
    for u, v in np.ndindex(KH2, KW2):
        block = np.tensordot(weight2[:, :, u, v], weight1, axes=(1, 0))
        out[:, :, u:u + KH1, v:v + KW1] = block
    return out
# %% wrong: the channels between are paired in reverse order (weight2[:, ::-1]): channel m of the first layer meets channel C_mid - 1 - m of the second; right for one channel between
def collapse_conv(weight1, weight2):
    weight2 = weight2[:, ::-1]      # convolution, so flip
    kh, kw = weight2.shape[2:]
    h, w = weight1.shape[2:]
    joint = np.zeros((weight2.shape[0], weight1.shape[1], h + kh - 1, w + kw - 1))
    for o in range(joint.shape[0]):
        for c in range(joint.shape[1]):
            for m in range(weight1.shape[0]):
                for u in range(kh):
                    for v in range(kw):
                        joint[o, c, u:u + h, v:v + w] += weight2[o, m, u, v] * weight1[m, c]
    return joint
# %% wrong: crash: K2_H and K2_W are exchanged in the loops over the second kernel; an error if the second kernel is not square (right if it is)
def collapse_conv(weight1, weight2):
    c_mid, c_in, kh1, kw1 = weight1.shape
    c_out, _, kh2, kw2 = weight2.shape
    result = np.zeros((c_out, c_in, kh1 + kh2 - 1, kw1 + kw2 - 1))
    for u in range(kw2):
        for v in range(kh2):
            together = np.einsum("om,mchw->ochw", weight2[:, :, u, v], weight1)
            result[:, :, u:u + kh1, v:v + kw1] += together
    return result
# %% right: the answer of both layers to single pixels, read off by correlating the padded first kernel with the turned second one
def collapse_conv(weight1, weight2):
    kh, kw = weight2.shape[2:]
    around = np.pad(weight1, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    seen = np.lib.stride_tricks.sliding_window_view(around, (kh, kw), axis=(2, 3))
    turned = np.flip(weight2, axis=(2, 3))
    return np.einsum("omuv,mcijuv->ocij", turned, seen)
