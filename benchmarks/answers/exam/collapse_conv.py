# %% wrong: = instead of +=, so overlapping products overwrite each other
def collapse_conv(weight1, weight2):
    c_mid, c_in, h1, w1 = weight1.shape
    c_out, _, h2, w2 = weight2.shape
    joint = np.zeros((c_out, c_in, h1 + h2 - 1, w1 + w2 - 1))
    for u in range(h2):
        for v in range(w2):
            joint[:, :, u:u + h1, v:v + w1] = np.einsum("om,mchw->ochw", weight2[:, :, u, v], weight1)
    return joint
# %% wrong: the first kernel is turned by 180 degrees before it is laid down (a correlation of the kernels)
def collapse_conv(weight1, weight2):
    c_mid, c_in, h1, w1 = weight1.shape
    c_out, _, h2, w2 = weight2.shape
    joint = np.zeros((c_out, c_in, h1 + h2 - 1, w1 + w2 - 1))
    turned = weight1[:, :, ::-1, ::-1]
    for u in range(h2):
        for v in range(w2):
            joint[:, :, u:u + h1, v:v + w1] += np.einsum("om,mchw->ochw", weight2[:, :, u, v], turned)
    return joint
# %% wrong: the loops run over the size of weight1, but index weight2 (IndexError, or taps missing, unless equally large)
def collapse_conv(weight1, weight2):
    c_mid, c_in, h1, w1 = weight1.shape
    c_out, _, h2, w2 = weight2.shape
    joint = np.zeros((c_out, c_in, h1 + h2 - 1, w1 + w2 - 1))
    for u in range(h1):
        for v in range(w1):
            joint[:, :, u:u + h1, v:v + w1] += np.einsum("om,mchw->ochw", weight2[:, :, u, v], weight1)
    return joint
# %% wrong: channel by channel: output channel o and input channel c use only the middle channel c, no sum over m
def collapse_conv(weight1, weight2):
    c_mid, c_in, h1, w1 = weight1.shape
    c_out, _, h2, w2 = weight2.shape
    joint = np.zeros((c_out, c_in, h1 + h2 - 1, w1 + w2 - 1))
    for o in range(c_out):
        for c in range(c_in):
            for u in range(h2):
                for v in range(w2):
                    m = min(c, c_mid - 1)
                    joint[o, c, u:u + h1, v:v + w1] += weight2[o, m, u, v] * weight1[m, c]
    return joint
# %% wrong: einsum with two different letters for the middle channel, which sums each weight over it separately
def collapse_conv(weight1, weight2):
    (_, c_in, h1, w1), (c_out, _, h2, w2) = weight1.shape, weight2.shape
    joint = np.zeros((c_out, c_in, h1 + h2 - 1, w1 + w2 - 1))
    for u in range(h2):
        for v in range(w2):
            joint[:, :, u:u + h1, v:v + w1] += np.einsum("om,nchw->ochw", weight2[:, :, u, v], weight1)
    return joint
# %% right: full convolution as a sum over all pairs of taps
def collapse_conv(weight1, weight2):
    (_, c_in, h1, w1), (c_out, _, h2, w2) = weight1.shape, weight2.shape
    joint = np.zeros((c_out, c_in, h1 + h2 - 1, w1 + w2 - 1))
    for u, v in np.ndindex(h1, w1):
        for i, j in np.ndindex(h2, w2):
            joint[:, :, u + i, v + j] += weight2[:, :, i, j] @ weight1[:, :, u, v]
    return joint
# %% right: padded first kernel, correlated with the turned second one
def collapse_conv(weight1, weight2):
    from cnnhelpers import mine
    h2, w2 = weight2.shape[2:]
    padded = np.pad(weight1.swapaxes(0, 1), ((0, 0), (0, 0), (h2 - 1, h2 - 1), (w2 - 1, w2 - 1)))
    return mine.conv2d(padded, weight2[:, :, ::-1, ::-1]).swapaxes(0, 1)
