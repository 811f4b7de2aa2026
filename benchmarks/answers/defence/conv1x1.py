# %% wrong: the weight is used transposed (weight[i, o] instead of weight[o, i]): with as many output as input channels the answer is wrong, otherwise einsum raises a ValueError
def conv1x1(x, weight, bias):
    out = np.einsum("nihw,io->nohw", x, weight)
    return out + bias[None, :, None, None]
# %% wrong: the bias is added without being made a column, so it runs along the width (last axis) instead of the channels: ValueError from broadcasting unless the width equals C_out (or one of the two is 1), where the values are wrong
def conv1x1(x, weight, bias):
    n, c, h, w = x.shape
    pixels = x.reshape(n, c, h * w)
    mixed = (weight @ pixels).reshape(n, weight.shape[0], h, w)
    return mixed + bias
# %% wrong: the pixels are flattened to (N*H*W, C_in) by a plain reshape without moving the channel axis last first, so values of different pixels of one channel are mixed instead of the channels of one pixel
def conv1x1(x, weight, bias):
    N, C, H, W = x.shape
    C_out = weight.shape[0]
    rows = x.reshape(N * H * W, C)
    y = rows @ weight.T + bias
    return y.reshape(N, H, W, C_out).transpose(0, 3, 1, 2)
# %% wrong: only the first image of the batch is computed (x[0]); the result has a batch axis of 1, so for N > 1 the other images are missing
def conv1x1(x, weight, bias):
    C_in, H, W = x[0].shape
    flat = x[0].reshape(C_in, -1)
    out = weight @ flat + bias[:, None]
    return out.reshape(1, -1, H, W)
# %% right: tensordot, with the new channel axis moved into place
def conv1x1(x, weight, bias):
    channels_last = np.tensordot(x, weight, axes=(1, 1)) + bias
    return np.moveaxis(channels_last, -1, 1)
