# %% wrong: takes the axes of batch norm (N, H, W): one mean and variance a channel instead of one an image
def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(axis=(0, 2, 3), keepdims=True)
    var = x.var(axis=(0, 2, 3), keepdims=True)
    return (x - mean) / np.sqrt(var + eps) * weight + bias
# %% wrong: mean and variance over H and W only (instance norm): each channel of an image has its own; right for one channel
def layer_norm(x, weight, bias, eps=1e-5):
    result = []
    for img in x:
        m = img.mean(axis=(1, 2), keepdims=True)
        v = img.var(axis=(1, 2), keepdims=True)
        result.append(weight * (img - m) / np.sqrt(v + eps) + bias)
    return np.stack(result)
# %% wrong: weight and bias are used as one number a channel (the first pixel's number for all of H and W)
def layer_norm(x, weight, bias, eps=1e-5):
    flat = x.reshape(len(x), -1)
    z = (flat - flat.mean(1, keepdims=True)) / np.sqrt(flat.var(1, keepdims=True) + eps)
    z = z.reshape(x.shape)
    gamma, beta = weight[:, 0, 0], bias[:, 0, 0]
    return z * gamma.reshape(1, -1, 1, 1) + beta.reshape(1, -1, 1, 1)
# %% wrong: x is changed in place (x -= mean, x /= deviation); the numbers returned are right
def layer_norm(x, weight, bias, eps=1e-5):
    x -= x.mean(axis=(1, 2, 3), keepdims=True)
    x /= np.sqrt((x ** 2).mean(axis=(1, 2, 3), keepdims=True) + eps)
    return x * weight + bias
# %% right: image by image, dot products of flat rows
def layer_norm(x, weight, bias, eps=1e-5):
    answer = np.empty(x.shape, dtype=np.result_type(x, weight, bias, 0.0))
    for place, image in enumerate(x):
        row = image.ravel() - np.average(image)
        length = math.sqrt(row.dot(row) / row.size + eps)
        answer[place] = row.reshape(image.shape) * (weight / length) + bias
    return answer
