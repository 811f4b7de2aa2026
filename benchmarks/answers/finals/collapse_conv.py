# %% wrong: the kernels are correlated, one of them is turned
def collapse_conv(weight1, weight2):
    o, m, h2, w2 = weight2.shape
    _, c, h1, w1 = weight1.shape
    joint = np.zeros((o, c, h1 + h2 - 1, w1 + w2 - 1))
    turned = weight2[:, :, ::-1, ::-1]
    for u in range(h2):
        for v in range(w2):
            joint[:, :, u:u + h1, v:v + w1] += np.einsum("om,mcij->ocij", turned[:, :, u, v], weight1)
    return joint
# %% wrong: laid down with = instead of +=
def collapse_conv(weight1, weight2):
    h1, w1 = weight1.shape[2:]
    h2, w2 = weight2.shape[2:]
    joint = np.zeros((weight2.shape[0], weight1.shape[1], h1 + h2 - 1, w1 + w2 - 1))
    for o in range(joint.shape[0]):
        for c in range(joint.shape[1]):
            for u in range(h2):
                for v in range(w2):
                    joint[o, c, u:u + h1, v:v + w1] = np.tensordot(weight2[o, :, u, v], weight1[:, c], 1)
    return joint
# %% wrong: the channels in the middle are not added over, channel m pairs with the input channel of the same number (IndexError or wrong sums)
def collapse_conv(weight1, weight2):
    out_c, mid, h2, w2 = weight2.shape
    _, in_c, h1, w1 = weight1.shape
    joint = np.zeros((out_c, in_c, h1 + h2 - 1, w1 + w2 - 1))
    for u in range(h2):
        for v in range(w2):
            for o in range(out_c):
                for c in range(in_c):
                    joint[o, c, u:u + h1, v:v + w1] += weight2[o, c, u, v] * weight1[c, c]
    return joint
# %% right: by FFT, multiplying matrices of channels at each frequency
def collapse_conv(weight1, weight2):
    size = tuple(a + b - 1 for a, b in zip(weight1.shape[2:], weight2.shape[2:]))
    first, second = np.fft.fft2(weight1, size), np.fft.fft2(weight2, size)
    return np.fft.ifft2(np.einsum("omhw,mchw->ochw", second, first)).real
