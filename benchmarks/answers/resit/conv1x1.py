# %% wrong: reshape to (N, H W, C) in place of moving the channel axis, so pixels and channels are torn apart
def conv1x1(x, weight, bias):
    n, c, h, w = x.shape
    pixels = x.reshape(n, h * w, c)
    mixed = pixels @ weight.T + bias
    return mixed.reshape(n, h, w, len(weight)).transpose(0, 3, 1, 2)
# %% wrong: all images are flattened together as (C, N H W), which mixes channels of different images where N > 1
def conv1x1(x, weight, bias):
    n, c_in, h, w = x.shape
    pixels = x.reshape(c_in, -1)
    output = weight @ pixels + bias[:, None]
    return output.reshape(n, -1, h, w)
# %% wrong: the weight is used the wrong way round, as (C_in, C_out): ValueError where the two differ
def conv1x1(x, weight, bias):
    return np.einsum("nchw,co->nohw", x, weight) + bias[None, :, None, None]
# %% wrong: the bias is added once for each input channel
def conv1x1(x, weight, bias):
    n, c_in, h, w = x.shape
    output = np.zeros((n, weight.shape[0], h, w))
    for o in range(weight.shape[0]):
        for c in range(c_in):
            output[:, o] += weight[o, c] * x[:, c] + bias[o]
    return output
# %% right: the channels go to the end, through a dense layer, and back
def conv1x1(x, weight, bias):
    vectors = np.moveaxis(x, 1, -1)
    return np.moveaxis(vectors @ weight.T + bias, -1, 1)
