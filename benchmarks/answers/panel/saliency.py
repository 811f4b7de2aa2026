# %% wrong: the largest over the channels is taken before the absolute value; right for one channel
def saliency(model, image, label):
    model.eval()
    logits = model(image[None])
    slopes = np.zeros_like(logits)
    slopes[0, label] = 1
    grad = model.backward(slopes)[0]
    model.zero_grad()
    return np.abs(grad.max(axis=0))
# %% wrong: zero_grad is called before the backward pass and not after it: the parameters keep gradients
def saliency(model, image, label):
    model.eval()
    model.zero_grad()
    out = model(image[np.newaxis])
    up = np.zeros(out.shape)
    up[0, label] = 1.0
    g = model.backward(up)
    return np.max(np.abs(g[0]), axis=0)
# %% wrong: the model is not put into evaluation mode; shows when it is in training mode and has a layer with two modes (batch norm, dropout)
def saliency(model, image, label):
    y = model(image.reshape((1,) + image.shape))
    onehot = (np.arange(y.shape[1]) == label).astype(y.dtype)[None]
    slope = model.backward(onehot)
    model.zero_grad()
    return abs(slope).max(axis=1)[0]
# %% wrong: the slope of the cross-entropy loss (softmax minus 1 at the label) is sent back and not that of the logit
def saliency(model, image, label):
    model = model.eval()
    z = model(image[None])
    p = np.exp(z - z.max())
    p = p / p.sum()
    p[0, label] -= 1
    dx = np.abs(model.backward(p)[0])
    model.zero_grad()
    return dx.max(0)
# %% right: a row of the unit matrix, largest of the slope and of minus the slope
def saliency(model, image, label):
    model.eval()
    logits = model(np.stack([image]))
    up = np.eye(logits.shape[-1], dtype=logits.dtype)[[label]]
    [slope] = model.backward(up)
    model.zero_grad()
    result = np.zeros(slope.shape[1:], slope.dtype)
    for channel in slope:
        result = np.maximum(result, np.maximum(channel, -channel))
    return result
