# %% wrong: the bias is added inside the loop, so once for each tap, K_H * K_W times
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    filters, _, rows, columns = weight.shape
    down = (x.shape[2] - rows) // stride + 1
    across = (x.shape[3] - columns) // stride + 1
    y = np.zeros((len(x), filters, down, across))
    for u in range(rows):
        for v in range(columns):
            seen = x[:, :, u:u + stride * down:stride, v:v + stride * across:stride]
            y += np.einsum("ncij,fc->nfij", seen, weight[:, :, u, v]) + bias[:, None, None]
    return y
# %% wrong: the slices end at u + down and v + across, without the stride, so for a stride above 1 they hold too few pixels: ValueError (shapes do not fit), or one value spread over all outputs
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    p = padding
    xp = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)])
    kh, kw = weight.shape[2:]
    h_out, w_out = (xp.shape[2] - kh) // stride + 1, (xp.shape[3] - kw) // stride + 1
    out = np.zeros((x.shape[0], weight.shape[0], h_out, w_out))
    for u, v in np.ndindex(kh, kw):
        part = xp[:, :, u:u + h_out:stride, v:v + w_out:stride]
        out += np.einsum("ncij,fc->nfij", part, weight[:, :, u, v])
    return out + bias.reshape(1, -1, 1, 1)
# %% wrong: the kernel is turned by 180 degrees: tap (u, v) gets the weight of the opposite tap, so it is a true convolution
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    F, C, KH, KW = weight.shape
    H = (x.shape[2] - KH) // stride + 1
    W = (x.shape[3] - KW) // stride + 1
    y = np.zeros((len(x), F, H, W))
    for u in range(KH):
        for v in range(KW):
            seen = x[:, :, u:u + stride * H:stride, v:v + stride * W:stride]
            y += np.tensordot(seen, weight[:, :, -1 - u, -1 - v], axes=(1, 1)).transpose(0, 3, 1, 2)
    return y + bias[:, None, None]
# %% wrong: the second loop also runs over the rows of the kernel (K_H twice), so a wider kernel loses columns and a narrower one raises IndexError
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    n, channels = x.shape[:2]
    filters, _, rows, columns = weight.shape
    down, across = (x.shape[2] - rows) // stride + 1, (x.shape[3] - columns) // stride + 1
    y = np.tile(bias.astype(float)[None, :, None, None], (n, 1, down, across))
    for u in range(rows):
        for v in range(rows):
            seen = x[:, :, u:u + stride * down:stride, v:v + stride * across:stride]
            y += (weight[:, :, u, v] @ seen.reshape(n, channels, -1)).reshape(y.shape)
    return y
# %% right: sum of a generator, channels last with @
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    last = np.pad(np.moveaxis(x, 1, -1), ((0, 0), (padding, padding), (padding, padding), (0, 0)))
    _, _, k_h, k_w = weight.shape
    end_h, end_w = last.shape[1] - k_h + 1, last.shape[2] - k_w + 1
    y = sum((last[:, u:u + end_h:stride, v:v + end_w:stride] @ weight[:, :, u, v].T
             for u, v in np.ndindex(k_h, k_w)), start=np.asarray(bias, float))
    return np.moveaxis(y, -1, 1)
