# %% wrong: the largest slope over the channels is taken first, and the absolute value afterwards, so a strong negative slope of a channel is lost
def saliency(model, image, label):
    model.eval()
    logits = model(image[None])
    slopes = np.zeros_like(logits)
    slopes[0, label] = 1
    grad = model.backward(slopes)[0]
    model.zero_grad()
    return np.abs(grad.max(axis=0))
# %% wrong: all logits are asked at once (slopes of 1 everywhere), not only that of the label
def saliency(model, image, label):
    model.eval()
    logits = model(image[None])
    grad = model.backward(np.ones_like(logits))
    model.zero_grad()
    return np.abs(grad[0]).max(axis=0)
# %% wrong: the gradients are cleared before the backward pass and not after it, so the model keeps those that it adds; the map is right
def saliency(model, image, label):
    model.eval()
    model.zero_grad()
    logits = model(image[None])
    upstream = np.zeros(logits.shape, logits.dtype)
    upstream[:, label] = 1
    return np.max(np.abs(model.backward(upstream)[0]), axis=0)
# %% wrong: the model is not put into evaluation mode: it answers (and stays) in the mode in which it came
def saliency(model, image, label):
    logits = model(image[None])
    upstream = np.zeros_like(logits)
    upstream[0, label] = 1.0
    slopes = np.abs(model.backward(upstream))
    model.zero_grad()
    return slopes[0].max(axis=0)
# %% right: the larger of the largest and the negated smallest slope
def saliency(model, image, label):
    model.eval()
    answers = model(image[None])
    (slopes,) = model.backward(np.eye(answers.shape[1], dtype=answers.dtype)[[label]])
    model.zero_grad()
    return np.maximum(slopes.max(axis=0), -slopes.min(axis=0))
