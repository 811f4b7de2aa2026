# %% wrong: one mean and variance for each image and channel (rows and columns only): instance norm
def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(axis=(2, 3), keepdims=True)
    var = x.var(axis=(2, 3), keepdims=True)
    return (x - mean) / np.sqrt(var + eps) * weight + bias
# %% wrong: the statistics go over the channels only, at each pixel of its own
def layer_norm(x, weight, bias, eps=1e-5):
    apart = x - x.mean(axis=1, keepdims=True)
    return weight * apart / np.sqrt((apart**2).mean(axis=1, keepdims=True) + eps) + bias
# %% wrong: the variance is the unbiased one (ddof=1)
def layer_norm(x, weight, bias, eps=1e-5):
    flat = x.reshape(len(x), -1)
    mean, var = flat.mean(axis=1, keepdims=True), flat.var(axis=1, ddof=1, keepdims=True)
    normal = ((flat - mean) / np.sqrt(var + eps)).reshape(x.shape)
    return normal * weight + bias
# %% wrong: the bias is added before the multiplication: (normal + bias) * weight
def layer_norm(x, weight, bias, eps=1e-5):
    axes = (1, 2, 3)
    normal = (x - x.mean(axes, keepdims=True)) / np.sqrt(x.var(axes, keepdims=True) + eps)
    return (normal + bias) * weight
# %% right: image by image, by moments
def layer_norm(x, weight, bias, eps=1e-5):
    answers = []
    for image in np.asarray(x, dtype=float):
        mean = np.average(image)
        spread = np.linalg.norm(image - mean) ** 2 / image.size
        answers.append(bias + weight * ((image - mean) * (spread + eps) ** -0.5))
    return np.array(answers)
