# %% wrong: first the largest over the channels, then the absolute value
def saliency(model, image, label):
    model.eval()
    logits = model(image[None])
    slopes = np.zeros_like(logits)
    slopes[0, label] = 1
    gradient = model.backward(slopes)[0]
    model.zero_grad()
    return np.abs(gradient.max(axis=0))
# %% wrong: the slopes of all logits together, not of the label's alone
def saliency(model, image, label):
    model.eval()
    logits = model(image[None])
    gradient = model.backward(np.ones_like(logits))[0]
    model.zero_grad()
    return np.abs(gradient).max(axis=0)
# %% wrong: the gradients stay in the parameters, no zero_grad afterwards
def saliency(model, image, label):
    model.eval()
    model.zero_grad()
    logits = model(image[None])
    slopes = np.zeros_like(logits)
    slopes[0, label] = 1
    return np.abs(model.backward(slopes)[0]).max(axis=0)
