# %% wrong: the stride moves the windows down only, across it stays 1
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv = stride[0] if isinstance(stride, tuple) else stride
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((pv, pv), (ph, ph)))
    view = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)[::sv]
    return np.einsum("ijab,ab->ij", view, kernel)
# %% wrong: the number of windows is that of the strides, but each window begins at row, column: the start is not multiplied
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pw = padding if isinstance(padding, tuple) else (padding, padding)
    xp = np.pad(x, [(ph, ph), (pw, pw)])
    kh, kw = kernel.shape
    out = np.zeros(((xp.shape[0] - kh) // sh + 1, (xp.shape[1] - kw) // sw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(xp[i:i + kh, j:j + kw] * kernel)
    return out
# %% wrong: the zeros are laid around the result instead of the image
def correlate2d_strided(x, kernel, stride=1, padding=0):
    def pair(v):
        return v if isinstance(v, tuple) else (v, v)

    (sh, sw), (ph, pw), (kh, kw) = pair(stride), pair(padding), kernel.shape
    rows = range(0, x.shape[0] - kh + 1, sh)
    columns = range(0, x.shape[1] - kw + 1, sw)
    inside = np.array([[np.sum(x[r:r + kh, c:c + kw] * kernel) for c in columns] for r in rows])
    return np.pad(inside, ((ph, ph), (pw, pw)))
# %% wrong: a window that sticks out at the end is kept, with what is left of it (sizes rounded up)
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sw = (stride, stride) if np.ndim(stride) == 0 else stride
    ph, pw = (padding, padding) if np.ndim(padding) == 0 else padding
    z = np.pad(x, ((ph, ph), (pw, pw)))
    kh, kw = kernel.shape
    oh = -(-(z.shape[0] - kh) // sh) + 1
    ow = -(-(z.shape[1] - kw) // sw) + 1
    y = np.zeros((oh, ow))
    for i, j in np.ndindex(oh, ow):
        piece = z[i * sh:i * sh + kh, j * sw:j * sw + kw]
        y[i, j] = np.sum(piece * kernel[:piece.shape[0], :piece.shape[1]])
    return y
# %% right: all outputs at stride 1, every stride-th of them kept
def correlate2d_strided(x, kernel, stride=1, padding=0):
    two = lambda v: v if isinstance(v, tuple) else (v, v)
    (v, h), (down, across) = two(padding), two(stride)
    canvas = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h))
    canvas[v:v + x.shape[0], h:h + x.shape[1]] = x
    dense = sum(kernel[a, b] * canvas[a:canvas.shape[0] - kernel.shape[0] + 1 + a,
                                      b:canvas.shape[1] - kernel.shape[1] + 1 + b]
                for a in range(kernel.shape[0]) for b in range(kernel.shape[1]))
    return dense[::down, ::across]
