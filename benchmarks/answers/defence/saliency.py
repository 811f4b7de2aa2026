# %% wrong: the largest over the channels is taken first and the absolute value after it
def saliency(model, image, label):
    model.eval()
    logits = model(image[None])
    up = np.zeros_like(logits)
    up[0, label] = 1
    slopes = model.backward(up)[0]
    model.zero_grad()
    return np.abs(slopes.max(axis=0))
# %% wrong: the parameters keep the gradients of the backward pass: zero_grad is not called
def saliency(model, image, label):
    model.eval()
    scores = model(image[None])
    one_hot = np.zeros(scores.shape)
    one_hot[0, label] = 1.0
    grad = model.backward(one_hot)
    return np.abs(grad[0]).max(axis=0)
# %% wrong: the slopes of all logits together are asked for (ones everywhere) instead of those of label alone
def saliency(model, image, label):
    model.eval()
    out = model(image[None])
    slopes = model.backward(np.ones_like(out))
    model.zero_grad()
    return np.max(np.abs(slopes[0]), axis=0)
# %% wrong: two mistakes: the mean over the channels is taken instead of the largest, and the model is not put into evaluation mode
def saliency(model, image, label):
    logits = model(image[None])
    wanted = np.zeros_like(logits)
    wanted[:, label] = 1
    back = model.backward(wanted)
    model.zero_grad()
    return np.abs(back[0]).mean(axis=0)
# %% right: a row of the identity as slopes, largest of maximum and minus minimum
def saliency(model, image, label):
    model.eval()
    logits = model(np.expand_dims(image, 0))
    (slopes,) = model.backward(np.eye(logits.shape[1], dtype=logits.dtype)[[label]])
    model.zero_grad()
    return np.maximum(slopes.max(axis=0), -slopes.min(axis=0))
