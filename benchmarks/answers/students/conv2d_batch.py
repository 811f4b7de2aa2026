# %% wrong: handles only the first image: out[0] is filled, the others stay 0 (right for N = 1)
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    O, C, KH, KW = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H, W = (xp.shape[2] - KH) // stride + 1, (xp.shape[3] - KW) // stride + 1
    out = np.zeros((len(x), O, H, W))
    for o in range(O):
        for i in range(H):
            for j in range(W):
                out[0, o, i, j] = (xp[0, :, i * stride:i * stride + KH, j * stride:j * stride + KW] * weight[o]).sum() + bias[o]
    return out
# %% wrong: np.pad(x, padding) pads images and channels too: shapes crash for padding > 0
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    O, C, KH, KW = weight.shape
    xp = np.pad(x, padding)
    v = np.lib.stride_tricks.sliding_window_view(xp, (KH, KW), axis=(2, 3))[:, :, ::stride, ::stride]
    return np.einsum("ncijuv,ocuv->noij", v, weight) + bias[:, None, None]
# %% wrong: forgets the stride when it cuts the window (starts at i, j)
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N = len(x)
    O, C, KH, KW = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    H, W = (xp.shape[2] - KH) // stride + 1, (xp.shape[3] - KW) // stride + 1
    out = np.zeros((N, O, H, W))
    for i in range(H):
        for j in range(W):
            out[:, :, i, j] = np.tensordot(xp[:, :, i:i + KH, j:j + KW], weight, axes=((1, 2, 3), (1, 2, 3))) + bias
    return out
# %% wrong: bias[:, None] lines up with (H, W) instead of with the filters' axis (crash or wrong)
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    v = np.lib.stride_tricks.sliding_window_view(xp, weight.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    return np.einsum("ncijuv,ocuv->noij", v, weight) + bias[:, None]
# %% wrong: H and W of the output are exchanged (right for square outputs in shape, rows and columns transposed in value)
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    v = np.lib.stride_tricks.sliding_window_view(xp, weight.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    return np.einsum("ncijuv,ocuv->noji", v, weight) + bias.reshape(1, -1, 1, 1)
# %% wrong: a stride of 1 is replaced by the kernel's height, as pooling does by default (right for kernels of height 1 and for other strides)
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    O, C, KH, KW = weight.shape
    if stride == 1:
        stride = KH
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    v = np.lib.stride_tricks.sliding_window_view(xp, (KH, KW), axis=(2, 3))[:, :, ::stride, ::stride]
    return np.einsum("ncijuv,ocuv->noij", v, weight) + bias[:, None, None]
# %% right: image by image and filter by filter, sums of shifted slices
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    o, c, kh, kw = weight.shape
    p = padding
    h, w = (x.shape[2] + 2 * p - kh) // stride + 1, (x.shape[3] + 2 * p - kw) // stride + 1
    maps = []
    for image in np.pad(x, ((0, 0), (0, 0), (p, p), (p, p))):
        for f, b in zip(weight, bias):
            total = np.full((h, w), float(b))
            for (ch, u, v), value in np.ndenumerate(f):
                total += value * image[ch, u:u + (h - 1) * stride + 1:stride, v:v + (w - 1) * stride + 1:stride]
            maps.append(total)
    return np.array(maps).reshape(len(x), o, h, w)
