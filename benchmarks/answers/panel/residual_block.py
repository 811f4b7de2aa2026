# %% wrong: the last ReLU stands before the sum, relu(F(x)) + x
def conv2d(x, w, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], w)

def relu(x):
    return np.maximum(x, 0)

def residual_block(x, weight1, weight2):
    out = relu(conv2d(x, weight1, padding=1))
    out = relu(conv2d(out, weight2, padding=1))
    return out + x

# %% wrong: the name x is used again, so the inner activation is added instead of the input
def conv2d(x, w, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], w)

def relu(x):
    return np.maximum(x, 0)

def residual_block(x, weight1, weight2):
    x = relu(conv2d(x, weight1, padding=1))
    y = conv2d(x, weight2, padding=1)
    return relu(y + x)

# %% wrong: x is changed in place by +=; the answer is right
def conv2d(x, w, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], w)

def relu(x):
    return np.maximum(x, 0)

def residual_block(x, weight1, weight2):
    f = conv2d(relu(conv2d(x, weight1, padding=1)), weight2, padding=1)
    x += f
    return relu(x)

# %% wrong: the two weights are exchanged, weight2 comes first
def conv2d(x, w, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], w)

def relu(x):
    return np.maximum(x, 0)

def residual_block(x, weight1, weight2):
    inner = relu(conv2d(x, weight2, padding=1))
    return relu(x + conv2d(inner, weight1, padding=1))

# %% right: the convolutions are nine shifted products, the ReLU a product with the sign
def residual_block(x, weight1, weight2):
    height, width = x.shape[2:]
    answer = x
    for turn, weight in enumerate((weight1, weight2)):
        padded = np.pad(answer, [(0, 0), (0, 0), (1, 1), (1, 1)])
        answer = sum(np.einsum("oc,nchw->nohw", weight[:, :, i, j],
                               padded[:, :, i:i + height, j:j + width])
                     for i in range(3) for j in range(3))
        if turn == 1:
            answer = answer + x
        answer = np.where(answer > 0, answer, 0)
    return answer
