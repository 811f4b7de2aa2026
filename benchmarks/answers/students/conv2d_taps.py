# %% wrong: the slice of the tap has no end: rows u::stride give too many rows for the first taps, shapes do not fit (crash) or the output has the wrong size
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    C_out, C_in, KH, KW = weight.shape
    H_out = (x.shape[2] - KH) // stride + 1
    W_out = (x.shape[3] - KW) // stride + 1
    out = np.zeros((len(x), C_out, H_out, W_out))
    for u in range(KH):
        for v in range(KW):
            out += np.einsum("nchw,oc->nohw", x[:, :, u::stride, v::stride], weight[:, :, u, v])
    return out + bias[:, None, None]
# %% wrong: bias added without new axes: lines up with the width; crash or wrong unless W_out happens to be C_out or 1 filter
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    o, c, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    h = (xp.shape[2] - kh) // stride + 1
    w = (xp.shape[3] - kw) // stride + 1
    out = np.zeros((x.shape[0], o, h, w))
    for u in range(kh):
        for v in range(kw):
            part = xp[:, :, u:u + stride * h:stride, v:v + stride * w:stride]
            out += np.einsum("oc,ncij->noij", weight[:, :, u, v], part)
    return out + bias
# %% wrong: the bias is added inside the loop, once for every tap (right for 1x1 kernels)
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    N = x.shape[0]
    O, _, KH, KW = weight.shape
    x = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    OH, OW = (x.shape[2] - KH) // stride + 1, (x.shape[3] - KW) // stride + 1
    y = np.zeros((N, O, OH, OW))
    for u, v in np.ndindex(KH, KW):
        tap = x[:, :, u:u + stride * (OH - 1) + 1:stride, v:v + stride * (OW - 1) + 1:stride]
        y += np.einsum("nchw,oc->nohw", tap, weight[:, :, u, v]) + bias.reshape(1, -1, 1, 1)
    return y
# %% wrong: output size by (H - K) // stride + 1 of the unpadded image; with padding the last rows and columns are missing
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, KH, KW = weight.shape
    OH = (H - KH) // stride + 1
    OW = (W - KW) // stride + 1
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    out = np.zeros((N, O, OH, OW)) + bias[None, :, None, None]
    for u in range(KH):
        for v in range(KW):
            out += np.tensordot(xp[:, :, u:u + stride * OH:stride, v:v + stride * OW:stride], weight[:, :, u, v], axes=(1, 1)).transpose(0, 3, 1, 2)
    return out
# %% wrong: tensordot leaves the filters on the last axis and nothing puts them back: (N, H_out, W_out, C_out)
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    kh, kw = weight.shape[2:]
    h = (xp.shape[2] - kh) // stride + 1
    w = (xp.shape[3] - kw) // stride + 1
    total = 0
    for u in range(kh):
        for v in range(kw):
            total = total + np.tensordot(xp[:, :, u:u + stride * h:stride, v:v + stride * w:stride], weight[:, :, u, v], axes=(1, 1))
    return total + bias
# %% wrong: both loops run over K_H, so the kernel must be square; columns are missing or an index error comes
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    O, C, K = weight.shape[:3]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    OH = (xp.shape[2] - K) // stride + 1
    OW = (xp.shape[3] - K) // stride + 1
    out = np.zeros((len(x), O, OH, OW))
    for u in range(K):
        for v in range(K):
            out += np.einsum("nchw,oc->nohw", xp[:, :, u:u + stride * OH:stride, v:v + stride * OW:stride], weight[:, :, u, v])
    return out + bias[:, None, None]
# %% wrong: the result is an array of the dtype of x (np.zeros(..., dtype=x.dtype)): with integer images and real weights += crashes
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    o, c, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    h = (xp.shape[2] - kh) // stride + 1
    w = (xp.shape[3] - kw) // stride + 1
    out = np.zeros((len(x), o, h, w), dtype=x.dtype)
    for u in range(kh):
        for v in range(kw):
            out += np.einsum("nchw,oc->nohw", xp[:, :, u:u + stride * h:stride, v:v + stride * w:stride], weight[:, :, u, v])
    return out + bias[:, None, None]
# %% right: one flat loop with divmod, a matrix product for each tap, starting from the bias
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    (sh, sw), (ph, pw) = np.broadcast_to(stride, 2), np.broadcast_to(padding, 2)
    o, c, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    h, w = (xp.shape[2] - kh) // sh + 1, (xp.shape[3] - kw) // sw + 1
    out = np.zeros((len(x), o, h * w)) + np.reshape(bias, (o, 1))
    for tap in range(kh * kw):
        u, v = divmod(tap, kw)
        shifted = xp[:, :, u:u + (h - 1) * sh + 1:sh, v:v + (w - 1) * sw + 1:sw]
        out += weight[:, :, u, v] @ shifted.reshape(len(x), c, h * w)
    return out.reshape(len(x), o, h, w)
