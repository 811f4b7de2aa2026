# %% wrong: first the largest over the channels, then the absolute value; shows with more than one channel, right with one
def saliency(model, image, label):
    model.eval()
    logits = model(image[None])
    slopes = np.zeros_like(logits)
    slopes[0, label] = 1
    grad = model.backward(slopes)[0]
    model.zero_grad()
    return np.abs(grad.max(axis=0))
# %% wrong: the map is right, but the parameters keep their gradients (no zero_grad)
def saliency(model, image, label):
    model.eval()
    out = model(image[np.newaxis])
    upstream = np.eye(out.shape[1])[[label]]
    g = model.backward(upstream)
    return np.abs(g[0]).max(axis=0)
# %% wrong: the slopes of all logits together (their sum) are asked for, not that of label; shows with more than one class
def saliency(model, image, label):
    model.eval()
    logits = model(image[None])
    grads = model.backward(np.ones(logits.shape))
    model.zero_grad()
    result = np.zeros(image.shape[1:])
    for channel in grads[0]:
        result = np.maximum(result, np.abs(channel))
    return result
# %% wrong: the model is not put into evaluation mode; shows where it comes in training mode
def saliency(model, image, label):
    logits = model(image[None, :, :, :])
    d = np.zeros(logits.shape)
    d[:, label] = 1.0
    dx = model.backward(d)
    model.zero_grad()
    return np.abs(dx).max(axis=(0, 1))
# %% right: the larger of the highest and minus the lowest slope
def saliency(model, image, label):
    model.eval()
    batch = image.reshape(1, *image.shape)
    answers = model(batch)
    asked = (np.arange(answers.shape[1]) == label).astype(answers.dtype)
    slopes = model.backward(asked[None]).reshape(image.shape)
    model.zero_grad()
    return np.maximum(slopes.max(axis=0), -slopes.min(axis=0))
