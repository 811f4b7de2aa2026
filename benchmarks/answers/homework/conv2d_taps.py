# %% wrong: slice ends at u + H_out, without the stride: too few rows
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    p = padding
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    kh, kw = weight.shape[2:]
    h, w = (x.shape[2] - kh) // stride + 1, (x.shape[3] - kw) // stride + 1
    out = np.zeros((len(x), len(weight), h, w))
    for u in range(kh):
        for v in range(kw):
            out += np.einsum("nchw,oc->nohw", x[:, :, u:u + h:stride, v:v + w:stride], weight[:, :, u, v])
    return out + bias[:, None, None]
# %% wrong: bias added in each tap
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    p = padding
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    kh, kw = weight.shape[2:]
    h, w = (x.shape[2] - kh) // stride + 1, (x.shape[3] - kw) // stride + 1
    out = 0
    for u in range(kh):
        for v in range(kw):
            out = out + np.einsum("nchw,oc->nohw", x[:, :, u:u + stride * h:stride, v:v + stride * w:stride], weight[:, :, u, v]) + bias[:, None, None]
    return out
# %% wrong: slice to x.shape - K + u (end excluded): the last row and column lost
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    p = padding
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    kh, kw = weight.shape[2:]
    H, W = x.shape[2:]
    return sum(np.einsum("nchw,oc->nohw", x[:, :, u:H - kh + u:stride, v:W - kw + v:stride], weight[:, :, u, v]) for u in range(kh) for v in range(kw)) + bias[:, None, None]
# %% wrong: bias added to the last axis: crash or wrong
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    return conv(x, weight, stride, padding) + bias
# %% wrong: kernel turned (scipy's convolve)
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    return conv(x, weight[:, :, ::-1, ::-1], stride, padding) + bias.reshape(1, -1, 1, 1)
# %% right: taps with tensordot
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    p = padding
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    kh, kw = weight.shape[2:]
    H, W = x.shape[2:]
    out = bias[:, None, None]
    for u, v in np.ndindex(kh, kw):
        out = out + np.tensordot(x[:, :, u:H - kh + u + 1:stride, v:W - kw + v + 1:stride], weight[:, :, u, v], (1, 1)).transpose(0, 3, 1, 2)
    return out
# %% right: windows and einsum
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    return conv(x, weight, stride, padding) + bias[None, :, None, None]
