# %% wrong: ReLU comes before each convolution and none after the sum, as in the pre-activation block
def residual_block(x, weight1, weight2):
    def conv3x3(x, weight):
        p = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
        windows = np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3))
        return np.einsum("nchwij,ocij->nohw", windows, weight)

    out = conv3x3(np.maximum(x, 0), weight1)
    out = conv3x3(np.maximum(out, 0), weight2)
    return x + out

# %% wrong: x is overwritten by the convolutions, so F(x) is added to itself and the input is lost
def residual_block(x, weight1, weight2):
    def conv(x, weight):
        n, c, h, w = x.shape
        padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
        out = np.zeros((n, len(weight), h, w))
        for i in range(3):
            for j in range(3):
                out += np.tensordot(weight[:, :, i, j], padded[:, :, i:i + h, j:j + w],
                                    axes=(1, 1)).swapaxes(0, 1)
        return out

    def relu(x):
        return np.where(x > 0, x, 0)

    x = relu(conv(x, weight1))
    x = conv(x, weight2)
    return relu(x + x)

# %% wrong: by FFT both convolutions turn their kernels by 180 degrees
def residual_block(x, weight1, weight2):
    def conv(x, weight):
        h, w = x.shape[2:]
        shape = (h + 2, w + 2)
        spectrum = np.einsum("nchw,ochw->nohw", np.fft.rfft2(x, shape), np.fft.rfft2(weight, shape))
        return np.fft.irfft2(spectrum, shape)[:, :, 1:h + 1, 1:w + 1]

    hidden = np.maximum(conv(x, weight1), 0)
    return np.maximum(conv(hidden, weight2) + x, 0)

# %% right: columns of windows by as_strided, one matrix product a convolution
def residual_block(x, weight1, weight2):
    def conv(x, weight):
        n, c, h, w = x.shape
        room = np.zeros((n, c, h + 2, w + 2))
        room[:, :, 1:-1, 1:-1] = x
        s = room.strides
        columns = np.lib.stride_tricks.as_strided(room, (n, h, w, c, 3, 3),
                                                  (s[0], s[2], s[3], s[1], s[2], s[3]))
        maps = columns.reshape(n * h * w, c * 9) @ weight.reshape(len(weight), -1).T
        return maps.reshape(n, h, w, -1).transpose(0, 3, 1, 2)

    change = conv(conv(x, weight1).clip(min=0), weight2)
    return (change + x).clip(min=0)
