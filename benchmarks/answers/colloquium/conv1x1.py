# %% wrong: the bias is not put in a column: `+ bias` broadcasts it along the width, which raises ValueError unless W equals C_out (then bias[w] is added to column w) or one of them is 1 (for C_out = 1 it is right, for W = 1 the result becomes C_out wide)
def conv1x1(x, weight, bias):
    n, c, h, w = x.shape
    mixed = np.einsum("oc,nchw->nohw", weight, x)
    return mixed + bias
# %% wrong: the bias is ignored altogether
def conv1x1(x, weight, bias):
    batch, channels, height, width = x.shape
    pixels = x.reshape(batch, channels, height * width)
    mixed = weight @ pixels
    return mixed.reshape(batch, weight.shape[0], height, width)
# %% wrong: the result is channels-last, (N, H, W, C_out): the channel axis is never moved back to axis 1
def conv1x1(x, weight, bias):
    last = np.moveaxis(x, 1, -1)
    return last @ weight.T + bias
# %% wrong: rows and columns are transposed in the result, which is (N, C_out, W, H): the einsum's output letters are in the order w, h
def conv1x1(x, weight, bias):
    y = np.einsum("nchw,oc->nowh", x, weight)
    return y + bias[None, :, None, None]
# %% right: tensordot over the channels, then move the axis
def conv1x1(x, weight, bias):
    out = np.tensordot(weight, x, axes=([1], [1]))      # (C_out, N, H, W)
    out = out + np.reshape(bias, (-1, 1, 1, 1))
    return out.swapaxes(0, 1)
