# %% wrong: second kernel turned (correlation of the kernels)
def collapse_conv(weight1, weight2):
    o, m, a, b = weight2.shape
    i, h, w = weight1.shape[1:]
    out = np.zeros((o, i, h + a - 1, w + b - 1))
    for u in range(a):
        for v in range(b):
            out[:, :, u:u + h, v:v + w] += np.einsum("om,mihw->oihw", weight2[:, :, a - 1 - u, b - 1 - v], weight1)
    return out
# %% wrong: channels summed by diagonal: only one middle channel used
def collapse_conv(weight1, weight2):
    o, m, a, b = weight2.shape
    i, h, w = weight1.shape[1:]
    out = np.zeros((o, i, h + a - 1, w + b - 1))
    for u in range(a):
        for v in range(b):
            out[:, :, u:u + h, v:v + w] += weight2[:, 0, u, v][:, None, None, None] * weight1[0]
    return out
# %% wrong: height and width of the result swapped: crash for non-square
def collapse_conv(weight1, weight2):
    o, m, a, b = weight2.shape
    i, h, w = weight1.shape[1:]
    out = np.zeros((o, i, w + b - 1, h + a - 1))
    for u in range(a):
        for v in range(b):
            out[:, :, u:u + h, v:v + w] += np.tensordot(weight2[:, :, u, v], weight1, 1)
    return out
# %% wrong: result (C_in, C_out, ...)
def collapse_conv(weight1, weight2):
    o, m, a, b = weight2.shape
    i, h, w = weight1.shape[1:]
    out = np.zeros((i, o, h + a - 1, w + b - 1))
    for u in range(a):
        for v in range(b):
            out[:, :, u:u + h, v:v + w] += np.einsum("om,mihw->iohw", weight2[:, :, u, v], weight1)
    return out
# %% wrong: stamps assigned, not added
def collapse_conv(weight1, weight2):
    o, m, a, b = weight2.shape
    i, h, w = weight1.shape[1:]
    out = np.zeros((o, i, h + a - 1, w + b - 1))
    for u in range(a):
        for v in range(b):
            out[:, :, u:u + h, v:v + w] = np.tensordot(weight2[:, :, u, v], weight1, 1)
    return out
# %% right: stamps
def collapse_conv(weight1, weight2):
    o, m, a, b = weight2.shape
    i, h, w = weight1.shape[1:]
    out = np.zeros((o, i, h + a - 1, w + b - 1))
    for u in range(a):
        for v in range(b):
            out[:, :, u:u + h, v:v + w] += np.tensordot(weight2[:, :, u, v], weight1, 1)
    return out
# %% right: FFT
def collapse_conv(weight1, weight2):
    s = (weight1.shape[2] + weight2.shape[2] - 1, weight1.shape[3] + weight2.shape[3] - 1)
    f = np.einsum("omhw,mihw->oihw", np.fft.fft2(weight2, s), np.fft.fft2(weight1, s))
    return np.fft.ifft2(f).real
