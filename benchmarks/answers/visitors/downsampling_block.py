# %% wrong: the stride is at the second convolution of F, not at the first
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv2d(x, weight, stride=1, padding=0):
        x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
        k = weight.shape[2:]
        windows = np.lib.stride_tricks.sliding_window_view(x, k, axis=(2, 3))
        return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], weight)

    out = np.maximum(conv2d(x, weight1, padding=1), 0)
    out = conv2d(out, weight2, stride=stride, padding=1)
    return np.maximum(out + conv2d(x, projection, stride=stride), 0)

# %% wrong: two mistakes: the projection goes through a ReLU of its own, and there is none after the sum
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def relu(a):
        return a * (a > 0)

    def conv3(x, weight, step):
        x = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
        h, w = (x.shape[2] - 3) // step + 1, (x.shape[3] - 3) // step + 1
        out = 0
        for i in range(3):
            for j in range(3):
                piece = x[:, :, i:i + step * (h - 1) + 1:step, j:j + step * (w - 1) + 1:step]
                out = out + np.einsum("nchw,oc->nohw", piece, weight[:, :, i, j])
        return out

    f = conv3(relu(conv3(x, weight1, stride)), weight2, 1)
    p = np.einsum("nchw,oc->nohw", x[:, :, ::stride, ::stride], projection[:, :, 0, 0])
    return f + relu(p)

# %% wrong: the stride 2 is hard-coded, the argument is never used
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv(x, weight, stride, padding):
        n, _, h, w = x.shape
        k = weight.shape[-1]
        padded = np.zeros((n, x.shape[1], h + 2 * padding, w + 2 * padding))
        padded[:, :, padding:padding + h, padding:padding + w] = x
        rows = (h + 2 * padding - k) // stride + 1
        columns = (w + 2 * padding - k) // stride + 1
        out = np.zeros((n, len(weight), rows, columns))
        for r in range(rows):
            for c in range(columns):
                window = padded[:, :, r * stride:r * stride + k, c * stride:c * stride + k]
                out[:, :, r, c] = np.tensordot(window, weight, axes=([1, 2, 3], [1, 2, 3]))
        return out

    hidden = np.maximum(conv(x, weight1, 2, 1), 0)
    change = conv(hidden, weight2, 1, 1)
    shortcut = conv(x, projection, 2, 0)
    return np.maximum(change + shortcut, 0)

# %% right: full maps first, every stride-th pixel kept afterwards
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def same(x, weight):
        h, w = x.shape[2:]
        padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
        shifted = np.stack([padded[:, :, i:i + h, j:j + w] for i in range(3) for j in range(3)], axis=2)
        return np.einsum("nckhw,ock->nohw", shifted, weight.reshape(*weight.shape[:2], 9))

    hidden = np.maximum(same(x, weight1)[:, :, ::stride, ::stride], 0)
    mixed = np.moveaxis(np.moveaxis(x, 1, -1) @ projection[:, :, 0, 0].T, -1, 1)
    return np.maximum(same(hidden, weight2) + mixed[:, :, ::stride, ::stride], 0)
