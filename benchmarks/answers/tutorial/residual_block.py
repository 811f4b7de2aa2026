# %% wrong: the convolutions have no padding, so F(x) is smaller than x and the sum raises ValueError (or broadcasts where only one pixel is left)
def residual_block(x, weight1, weight2):
    def conv(maps, weight):
        view = np.lib.stride_tricks.sliding_window_view(maps, (3, 3), axis=(2, 3))
        return np.einsum("nchwuv,ocuv->nohw", view, weight)

    hidden = np.maximum(conv(x, weight1), 0)
    return np.maximum(conv(hidden, weight2) + x, 0)
# %% wrong: the last ReLU stands before the sum, relu(F(x)) + x; right only where neither F(x) nor x is negative
def residual_block(x, weight1, weight2):
    def conv(maps, weight):
        maps = np.pad(maps, ((0, 0), (0, 0), (1, 1), (1, 1)))
        y = np.zeros((maps.shape[0], weight.shape[0], maps.shape[2] - 2, maps.shape[3] - 2))
        for u in range(3):
            for v in range(3):
                y += np.einsum("nchw,oc->nohw", maps[:, :, u:u + y.shape[2], v:v + y.shape[3]], weight[:, :, u, v])
        return y

    out = np.maximum(conv(x, weight1), 0)
    out = np.maximum(conv(out, weight2), 0)
    return out + x
# %% wrong: x is overwritten by the answer of the first convolution and its ReLU, so this is added in place of the input
def residual_block(x, weight1, weight2):
    def conv(a, w):
        windows = np.lib.stride_tricks.sliding_window_view(
            np.pad(a, [(0, 0), (0, 0), (1, 1), (1, 1)]), (3, 3), axis=(2, 3))
        return np.tensordot(windows, w, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)

    def relu(a):
        return np.where(a > 0, a, 0)

    x = relu(conv(x, weight1))
    y = conv(x, weight2)
    return relu(y + x)
# %% wrong: two mistakes: both convolutions use weight1, and there is no ReLU after the sum
def residual_block(x, weight1, weight2):
    def conv(image, kernel):
        p = np.pad(image, ((0, 0), (0, 0), (1, 1), (1, 1)))
        n, _, h, w = image.shape
        out = np.empty((n, len(kernel), h, w))
        for i in range(h):
            for j in range(w):
                out[:, :, i, j] = np.tensordot(p[:, :, i:i + 3, j:j + 3], kernel, ([1, 2, 3], [1, 2, 3]))
        return out

    return conv(np.maximum(conv(x, weight1), 0), weight1) + x
# %% right: taps as matrices
def residual_block(x, weight1, weight2):
    def conv(maps, weight):
        n, c, h, w = maps.shape
        padded = np.zeros((n, c, h + 2, w + 2))
        padded[:, :, 1:-1, 1:-1] = maps
        total = 0
        for u, v in np.ndindex(3, 3):
            total = total + weight[:, :, u, v] @ padded[:, :, u:u + h, v:v + w].reshape(n, c, h * w)
        return total.reshape(n, len(weight), h, w)

    change = conv(conv(x, weight1).clip(min=0), weight2)
    return (x + change).clip(min=0)
