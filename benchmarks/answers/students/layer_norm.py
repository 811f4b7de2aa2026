# %% wrong: batch norm's axes (0, 2, 3): normalises each channel over the batch
def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(axis=(0, 2, 3), keepdims=True)
    var = x.var(axis=(0, 2, 3), keepdims=True)
    return (x - mean) / np.sqrt(var + eps) * weight + bias
# %% wrong: normalises each channel of each image by itself (instance norm); right for one channel
def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(axis=(2, 3), keepdims=True)
    var = x.var(axis=(2, 3), keepdims=True)
    return weight * (x - mean) / np.sqrt(var + eps) + bias
# %% wrong: normalises over the channels only, place by place (axis 1), as in transformers
def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(axis=1, keepdims=True)
    var = x.var(axis=1, keepdims=True)
    return weight * (x - mean) / np.sqrt(var + eps) + bias
# %% wrong: unbiased variance (ddof=1)
def layer_norm(x, weight, bias, eps=1e-5):
    flat = x.reshape(len(x), -1)
    mean = flat.mean(axis=1, keepdims=True)
    var = flat.var(axis=1, ddof=1, keepdims=True)
    return ((flat - mean) / np.sqrt(var + eps)).reshape(x.shape) * weight + bias
# %% wrong: eps outside of the root: divides by std + eps
def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(axis=(1, 2, 3), keepdims=True)
    std = x.std(axis=(1, 2, 3), keepdims=True)
    return (x - mean) / (std + eps) * weight + bias
# %% wrong: no keepdims: the means (N,) line up with the width, crash (or wrong when N equals W)
def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(axis=(1, 2, 3))
    var = x.var(axis=(1, 2, 3))
    return (x - mean) / np.sqrt(var + eps) * weight + bias
# %% wrong: forgets the bias and the weight: gives the normalised images only
def layer_norm(x, weight, bias, eps=1e-5):
    out = np.empty(x.shape)
    for n in range(len(x)):
        out[n] = (x[n] - x[n].mean()) / np.sqrt(x[n].var() + eps)
    return out
# %% right: image by image, mean square of the centred numbers by a dot product
def layer_norm(x, weight, bias, eps=1e-5):
    result = []
    for image in np.asarray(x, dtype=float):
        centred = (image - np.average(image)).ravel()
        scale = 1 / math.sqrt(float(centred @ centred) / centred.size + eps)
        result.append((centred * scale).reshape(image.shape) * weight + bias)
    return np.stack(result)
