# %% wrong: the bias is added inside the loop over the taps, so it counts K_H * K_W times
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    KH, KW = weight.shape[2:]
    down = (x.shape[2] - KH) // stride + 1
    across = (x.shape[3] - KW) // stride + 1
    y = np.zeros((len(x), len(weight), down, across))
    for u in range(KH):
        for v in range(KW):
            seen = x[:, :, u : u + stride * down : stride, v : v + stride * across : stride]
            y += np.einsum("ncij,fc->nfij", seen, weight[:, :, u, v]) + bias[:, None, None]
    return y
# %% wrong: only the rows are padded, the columns are not
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    padded = np.pad(x, [(0, 0), (0, 0), (padding, padding), (0, 0)])
    n, c, h, w = padded.shape
    f, _, rows, columns = weight.shape
    down, across = (h - rows) // stride + 1, (w - columns) // stride + 1
    out = np.zeros((n, f, down, across)) + bias[:, None, None]
    for u, v in np.ndindex(rows, columns):
        seen = padded[:, :, u:u + stride * down:stride, v:v + stride * across:stride]
        out += np.einsum("ncij,fc->nfij", seen, weight[:, :, u, v])
    return out
# %% wrong: the slices end at u + down and v + across instead of u + stride * down and v + stride * across, so with stride above 1 too few pixels are taken (mostly ValueError when adding)
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    filters, channels, rows, columns = weight.shape
    down, across = (x.shape[2] - rows) // stride + 1, (x.shape[3] - columns) // stride + 1
    y = np.zeros((len(x), filters, down, across)) + bias[:, None, None]
    for u, v in np.ndindex(rows, columns):
        seen = x[:, :, u:u + down:stride, v:v + across:stride]
        y += np.einsum("ncij,fc->nfij", seen, weight[:, :, u, v])
    return y
# %% wrong: the output is collected in an array of the dtype of x, so whole-number x with float weights raises UFuncTypeError
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    c_out, c_in, kh, kw = weight.shape
    h_out = (x.shape[2] - kh) // stride + 1
    w_out = (x.shape[3] - kw) // stride + 1
    y = np.zeros((x.shape[0], c_out, h_out, w_out), dtype=x.dtype)
    for u in range(kh):
        for v in range(kw):
            y += np.einsum("ncij,fc->nfij", x[:, :, u:u + stride * h_out:stride, v:v + stride * w_out:stride], weight[:, :, u, v])
    y += bias.reshape(1, -1, 1, 1)
    return y
# %% right: a sum over taps of tensordots, channels moved to the front at the end
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    big = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    big[:, :, padding:padding + h, padding:padding + w] = x
    kh, kw = weight.shape[2:]
    last_row, last_column = big.shape[2] - kh, big.shape[3] - kw
    total = sum(np.tensordot(weight[:, :, u, v], big[:, :, u:u + last_row + 1:stride, v:v + last_column + 1:stride], (1, 1))
                for u in range(kh) for v in range(kw))
    return total.swapaxes(0, 1) + np.reshape(bias, (-1, 1, 1))
