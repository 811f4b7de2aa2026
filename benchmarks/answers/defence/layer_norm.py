# %% wrong: mean and variance of each channel of each image (axes 2 and 3), which is instance norm
def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(axis=(2, 3), keepdims=True)
    var = x.var(axis=(2, 3), keepdims=True)
    return (x - mean) / np.sqrt(var + eps) * weight + bias
# %% wrong: the unbiased variance (ddof=1) is used
def layer_norm(x, weight, bias, eps=1e-5):
    flat = x.reshape(len(x), -1)
    flat = (flat - flat.mean(axis=1, keepdims=True)) / np.sqrt(flat.var(axis=1, ddof=1, keepdims=True) + eps)
    return flat.reshape(x.shape) * weight + bias
# %% wrong: eps is added to the deviation, outside of the root
def layer_norm(x, weight, bias, eps=1e-5):
    m = x.mean(axis=(1, 2, 3), keepdims=True)
    s = x.std(axis=(1, 2, 3), keepdims=True)
    return weight * (x - m) / (s + eps) + bias
# %% wrong: two mistakes: mean and variance are those of each channel over the batch (axes 0, 2, 3) as in batch norm, and the bias is not added
def layer_norm(x, weight, bias, eps=1e-5):
    mean = np.mean(x, axis=(0, 2, 3), keepdims=True)
    var = np.mean((x - mean) ** 2, axis=(0, 2, 3), keepdims=True)
    normal = (x - mean) / np.sqrt(var + eps)
    return normal * weight
# %% right: an image at a time, variance from the mean square
def layer_norm(x, weight, bias, eps=1e-5):
    def normal(image):
        centred = image - image.sum() / image.size
        return centred / math.sqrt(np.vdot(centred, centred) / centred.size + eps)
    return np.stack([weight * normal(image) + bias for image in x])
