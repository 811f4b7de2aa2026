# %% wrong: no zero_grad afterwards: the parameters keep the gradients of this backward pass
def saliency(model, image, label):
    model.eval()
    logits = model(image[None])
    slopes = np.zeros(logits.shape)
    slopes[0, label] = 1
    return np.abs(model.backward(slopes)[0]).max(axis=0)
# %% wrong: the largest slope over the channels is taken before the absolute value: a large negative slope of a channel loses to a small positive one (right for one channel)
def saliency(model, image, label):
    model.eval()
    logits = model(image[None])
    slopes = np.zeros_like(logits)
    slopes[:, label] = 1
    grad = model.backward(slopes)[0]
    model.zero_grad()
    return abs(grad.max(axis=0))
# %% wrong: two mistakes: the slopes sent back are the logits' own values in place of a 1 for the label alone (the slope of half of the sum of squares), and the model is not put into evaluation mode
def saliency(model, image, label):
    logits = model(image[np.newaxis])
    grad = model.backward(logits.copy())
    model.zero_grad()
    return np.max(np.absolute(grad[0]), axis=0)
# %% wrong: the channel axis is not reduced and the batch axis is kept: the answer is (1, C, H, W) instead of (H, W)
def saliency(model, image, label):
    model.eval()
    slopes = np.eye(model(image[None]).shape[1])[label][None]
    grad = model.backward(slopes)
    model.zero_grad()
    return np.abs(grad)
# %% right: unit row from np.eye, larger of both signs
def saliency(model, image, label):
    model.eval()
    answer = model(image[None])
    grad = model.backward(np.eye(answer.shape[1])[[label]])[0]
    model.zero_grad()
    return np.maximum(grad.max(axis=0), -grad.min(axis=0))
