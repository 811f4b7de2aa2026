# %% wrong: the last ReLU stands before the sum, so negative x come through
def residual_block(x, weight1, weight2):
    def conv(a, k):
        n, c, h, w = a.shape
        p = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        out = np.zeros((n, len(k), h, w))
        for i in range(3):
            for j in range(3):
                out += np.einsum("nchw,oc->nohw", p[:, :, i:i + h, j:j + w], k[:, :, i, j])
        return out
    y = np.maximum(conv(x, weight1), 0)
    y = np.maximum(conv(y, weight2), 0)
    return y + x
# %% wrong: no ReLU between the two convolutions
def residual_block(x, weight1, weight2):
    def same_conv(img, ker):
        padded = np.pad(img, [(0, 0), (0, 0), (1, 1), (1, 1)])
        windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(2, 3))
        return np.einsum("nchwij,ocij->nohw", windows, ker)
    f = same_conv(same_conv(x, weight1), weight2)
    return np.maximum(f + x, 0)
# %% wrong: x is overwritten on the way, so what is added at the end is the output of the first convolution and ReLU, not x
def residual_block(x, weight1, weight2):
    relu = lambda t: t * (t > 0)
    def conv3(t, wt):
        t = np.pad(t, ((0, 0), (0, 0), (1, 1), (1, 1)))
        win = np.lib.stride_tricks.sliding_window_view(t, (3, 3), axis=(2, 3))
        return np.tensordot(win, wt, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)
    x = relu(conv3(x, weight1))
    return relu(conv3(x, weight2) + x)
# %% wrong: the kernels are turned by 180 degrees, a true convolution
def residual_block(x, weight1, weight2):
    N, C, H, W = x.shape
    def convolve(inp, wgt):
        big = np.pad(inp, ((0, 0), (0, 0), (1, 1), (1, 1)))
        wgt = wgt[:, :, ::-1, ::-1]
        res = np.zeros((N, C, H, W))
        for r in range(H):
            for s in range(W):
                patch = big[:, :, r:r + 3, s:s + 3].reshape(N, -1)
                res[:, :, r, s] = patch @ wgt.reshape(C, -1).T
        return res
    inner = np.maximum(convolve(x, weight1), 0)
    return np.maximum(convolve(inner, weight2) + x, 0)
# %% right: each convolution as nine shifted matrix products on channels-last arrays
def residual_block(x, weight1, weight2):
    def conv(a, kernel):
        rows, columns = a.shape[1:3]
        frame = np.zeros((a.shape[0], rows + 2, columns + 2, a.shape[3]), a.dtype)
        frame[:, 1:-1, 1:-1] = a
        return sum(frame[:, i : i + rows, j : j + columns] @ kernel[:, :, i, j].T
                   for i in range(3) for j in range(3))
    last = x.transpose(0, 2, 3, 1)
    inner = conv(last, weight1)
    answer = conv(np.where(inner > 0, inner, 0), weight2) + last
    return np.where(answer > 0, answer, 0).transpose(0, 3, 1, 2)
