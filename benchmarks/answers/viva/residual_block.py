# %% wrong: x is overwritten by the inner result, so relu(conv1(x)) is added at the end instead of the x that came in
def residual_block(x, weight1, weight2):
    def conv(x, w):
        p = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
        views = np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3))
        return np.einsum("nchwuv,ocuv->nohw", views, w)

    x = np.maximum(conv(x, weight1), 0)
    out = conv(x, weight2)
    return np.maximum(out + x, 0)
# %% wrong: copy slip: both convolutions use weight1, weight2 is ignored
def residual_block(x, weight1, weight2):
    def conv2d(x, weight):
        padded = np.pad(x, [(0, 0), (0, 0), (1, 1), (1, 1)])
        out = 0
        for u in range(3):
            for v in range(3):
                piece = padded[:, :, u:u + x.shape[2], v:v + x.shape[3]]
                out = out + np.einsum("nchw,oc->nohw", piece, weight[:, :, u, v])
        return out

    relu = lambda z: np.maximum(z, 0)
    hidden = relu(conv2d(x, weight1))
    change = conv2d(hidden, weight1)
    return relu(change + x)
# %% wrong: the answer is right, but the argument x is changed in place, x += F(x) (a UFuncTypeError if x holds whole numbers)
def residual_block(x, weight1, weight2):
    def conv(x, w):
        p = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
        views = np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3))
        return np.einsum("nchwuv,ocuv->nohw", views, w)

    F = conv(np.maximum(0.0, conv(x, weight1)), weight2)
    x += F
    return np.maximum(x, 0)
# %% wrong: the order of pre-activation: a ReLU before each of the two convolutions, and none after the sum
def residual_block(x, weight1, weight2):
    def conv3x3(x, weight):
        padded = np.pad(x, [(0, 0), (0, 0), (1, 1), (1, 1)])
        H, W = x.shape[2:]
        return sum(np.tensordot(weight[:, :, u, v], padded[:, :, u:u + H, v:v + W], axes=(1, 1)).swapaxes(0, 1)
                   for u in range(3) for v in range(3))

    y = conv3x3(np.maximum(x, 0), weight1)
    y = conv3x3(np.maximum(y, 0), weight2)
    return x + y
# %% right: all windows of an image as a matrix, image by image
def residual_block(x, weight1, weight2):
    def layer(image, weight):
        c, h, w = image.shape
        frame = np.zeros((c, h + 2, w + 2))
        frame[:, 1:-1, 1:-1] = image
        columns = np.array([frame[:, i:i + 3, j:j + 3].ravel() for i in range(h) for j in range(w)])
        return (columns @ weight.reshape(len(weight), -1).T).T.reshape(-1, h, w)

    answers = []
    for image in x:
        inner = layer(image, weight1).clip(min=0)
        answers.append((image + layer(inner, weight2)).clip(min=0))
    return np.stack(answers)
