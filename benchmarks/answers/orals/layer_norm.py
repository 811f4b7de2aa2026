# %% wrong: mean and variance over H and W only (instance norm): one for each channel of each image, instead of one for each image
def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(axis=(2, 3), keepdims=True)
    var = x.var(axis=(2, 3), keepdims=True)
    return (x - mean) / np.sqrt(var + eps) * weight + bias
# %% wrong: the unbiased variance (ddof=1) instead of the biased one
def layer_norm(x, weight, bias, eps=1e-5):
    flat = x.reshape(x.shape[0], -1)
    m = flat.mean(axis=1, keepdims=True)
    v = flat.var(axis=1, keepdims=True, ddof=1)
    normal = ((flat - m) / np.sqrt(v + eps)).reshape(x.shape)
    return normal * weight + bias
# %% wrong: keepdims is forgotten, so the means (N,) line up with the last axis W instead of with the images (ValueError unless N is W or one of them is 1; right for N = 1)
def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(axis=(1, 2, 3))
    var = x.var(axis=(1, 2, 3))
    normal = (x - mean) / np.sqrt(var + eps)
    return weight * normal + bias
# %% wrong: the bias is added before the multiplication: weight * (normal + bias) instead of weight * normal + bias
def layer_norm(x, weight, bias, eps=1e-5):
    axes = (1, 2, 3)
    centred = x - np.mean(x, axis=axes, keepdims=True)
    std = np.sqrt(np.mean(centred**2, axis=axes, keepdims=True) + eps)
    return weight * (centred / std + bias)
# %% right: image by image, in a list
def layer_norm(x, weight, bias, eps=1e-5):
    def one(image):
        centre = np.average(image)
        square = np.average(np.square(image - centre))
        return (image - centre) * (weight * (square + eps) ** -0.5) + bias

    return np.stack([one(image) for image in x])
