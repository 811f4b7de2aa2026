# %% wrong: the largest over the channels is taken before the absolute value, so strongly negative slopes are lost (wrong for more than one channel)
def saliency(model, image, label):
    model.eval()
    logits = model(image[None])
    slopes = np.zeros_like(logits)
    slopes[0, label] = 1
    grad = model.backward(slopes)[0]
    model.zero_grad()
    return np.abs(grad.max(axis=0))
# %% wrong: the slopes of all logits are set to 1, so it is the slope of the sum of all logits and label is ignored
def saliency(model, image, label):
    model.eval()
    out = model(image[None])
    grad = model.backward(np.ones_like(out))
    model.zero_grad()
    return np.abs(grad[0]).max(axis=0)
# %% wrong: the gradients are cleared before the backward pass only, so the parameters keep gradients afterwards
def saliency(model, image, label):
    model.eval()
    model.zero_grad()
    scores = model(image[np.newaxis])
    one_hot = np.eye(scores.shape[1], dtype=scores.dtype)[[label]]
    return np.abs(model.backward(one_hot))[0].max(axis=0)
# %% wrong: the slope is multiplied by the pixel (gradient times input) instead of its absolute value alone
def saliency(model, image, label):
    model.eval()
    y = model(image[None])
    g = np.zeros(y.shape, y.dtype)
    g[:, label] = 1.0
    back = model.backward(g)[0]
    model.zero_grad()
    return np.max(np.abs(back * image), axis=0)
# %% right: the larger of the largest and minus the smallest slope
def saliency(model, image, label):
    model.eval()
    logits = np.asarray(model(np.expand_dims(image, 0)))
    asked = (np.arange(logits.shape[1]) == label).astype(logits.dtype)
    grad = np.array(model.backward(asked[None]))[0]
    model.zero_grad()
    return np.maximum(grad.max(axis=0), -grad.min(axis=0))
