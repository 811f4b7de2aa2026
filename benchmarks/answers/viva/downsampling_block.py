# %% wrong: in F the stride is at the second 3x3 convolution instead of the first; the shape is the same, the numbers are not (stride 1 is right)
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv2d(x, weight, stride=1, padding=0):
        x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
        views = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
        return np.einsum("nchwuv,ocuv->nohw", views[:, :, ::stride, ::stride], weight)

    hidden = np.maximum(conv2d(x, weight1, padding=1), 0)
    change = conv2d(hidden, weight2, stride=stride, padding=1)
    return np.maximum(change + conv2d(x, projection, stride=stride), 0)
# %% wrong: the argument stride is ignored, both ways always have stride 2
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv(z, w, step, pad):
        z = np.pad(z, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
        n, m = w.shape[2:]
        rows, cols = (z.shape[2] - n) // step + 1, (z.shape[3] - m) // step + 1
        out = np.zeros((len(z), len(w), rows, cols))
        for i, j in np.ndindex(rows, cols):
            window = z[:, :, i * step:i * step + n, j * step:j * step + m]
            out[:, :, i, j] = np.tensordot(window, w, axes=([1, 2, 3], [1, 2, 3]))
        return out

    relu = lambda z: z * (z > 0)
    first = relu(conv(x, weight1, 2, 1))
    second = conv(first, weight2, 1, 1)
    return relu(second + conv(x, projection, 2, 0))
# %% wrong: F(x) and P(x) each go through a ReLU before they are added, instead of one ReLU after the sum
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv2d(x, weight, stride=1, padding=0):
        x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
        views = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
        return np.einsum("nchwuv,ocuv->nohw", views[:, :, ::stride, ::stride], weight)

    def relu(z):
        return np.maximum(z, 0)

    main = relu(conv2d(x, weight1, stride, 1))
    main = relu(conv2d(main, weight2, 1, 1))
    shortcut = relu(conv2d(x, projection, stride))
    return main + shortcut
# %% wrong: the 1x1 projection is padded by 1 as well, so the two ways differ in size: a ValueError at the sum (where the sizes happen to agree or to broadcast, for tiny images or strides above 2, a wrong answer)
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv2d(x, weight, stride=1, padding=1):
        x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
        views = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
        return np.einsum("nchwuv,ocuv->nohw", views[:, :, ::stride, ::stride], weight)

    f = conv2d(np.maximum(conv2d(x, weight1, stride=stride), 0), weight2)
    p = conv2d(x, projection, stride=stride)
    return np.maximum(f + p, 0)
# %% right: sums of shifted images times matrices; the projection only picks pixels
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def matrix(w, image):
        return np.moveaxis(np.tensordot(w, image, axes=(1, 1)), 1, 0)

    def three(image, weight, step):
        height, width = image.shape[2:]
        framed = np.pad(image, ((0, 0), (0, 0), (1, 1), (1, 1)))
        return sum(matrix(weight[:, :, u, v], framed[:, :, u:u + height:step, v:v + width:step])
                   for u in range(3) for v in range(3))

    change = three(three(x, weight1, stride).clip(0), weight2, 1)
    return (matrix(projection[:, :, 0, 0], x[:, :, ::stride, ::stride]) + change).clip(0)
