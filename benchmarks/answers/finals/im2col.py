# %% wrong: reshape without transpose first, the shape is right and the numbers are scrambled
def im2col(x, kernel_size, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    v = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, oh, ow, kh, kw = v.shape
    return v.reshape(n * oh * ow, c * kh * kw)
# %% wrong: the matrix is transposed, windows are columns
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = kernel_size
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    columns = []
    for image in xp:
        for i in range(0, xp.shape[2] - kh + 1, stride):
            for j in range(0, xp.shape[3] - kw + 1, stride):
                columns.append(image[:, i:i + kh, j:j + kw].ravel())
    return np.array(columns).T
# %% wrong: in a row the taps come first and the channels last, (K_H, K_W, C)
def im2col(x, kernel_size, stride=1, padding=0):
    z = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    v = np.lib.stride_tricks.sliding_window_view(z, kernel_size, axis=(2, 3))[:, :, ::stride, ::stride]
    return v.transpose(0, 2, 3, 4, 5, 1).reshape(v.shape[0] * v.shape[2] * v.shape[3], -1)
# %% wrong: the rows of all images are interleaved: position first, image second
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = kernel_size
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    blocks = [xp[:, :, i:i + kh, j:j + kw].reshape(len(x), -1)
              for i in range(0, xp.shape[2] - kh + 1, stride)
              for j in range(0, xp.shape[3] - kw + 1, stride)]
    return np.concatenate(blocks, axis=0)
# %% right: filled tap by tap, like MATLAB's im2col turned
def im2col(x, kernel_size, stride=1, padding=0):
    n, c, h, w = x.shape
    kh, kw = kernel_size
    z = np.zeros((n, c, h + 2 * padding, w + 2 * padding), x.dtype)
    z[:, :, padding:padding + h, padding:padding + w] = x
    oh, ow = (z.shape[2] - kh) // stride + 1, (z.shape[3] - kw) // stride + 1
    table = np.empty((n, oh, ow, c, kh, kw), x.dtype)
    for u in range(kh):
        for v in range(kw):
            table[..., u, v] = z[:, :, u:u + stride * oh:stride, v:v + stride * ow:stride][:, :, :oh, :ow].transpose(0, 2, 3, 1)
    return table.reshape(n * oh * ow, c * kh * kw)
