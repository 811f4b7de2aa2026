# %% wrong: the absolute value is taken after the largest over the channels, so a channel with a steep negative slope loses against one with a small positive slope; right for one channel
def saliency(model, image, label):
    model.eval()
    logits = model(image[None])
    slopes = np.zeros(logits.shape, dtype=logits.dtype)
    slopes[0, label] = 1
    back = model.backward(slopes)[0]
    model.zero_grad()
    return np.abs(back.max(axis=0))
# %% wrong: hands backward one row of slopes without the axis of images, (classes,) instead of (1, classes): raises an error
def saliency(model, image, label):
    model.eval()
    classes = model(image[None]).shape[1]
    wanted = np.eye(classes)[label]
    gradient = model.backward(wanted)
    model.zero_grad()
    return np.abs(gradient[0]).max(axis=0)
# %% wrong: the slope is multiplied by the pixel (gradient times input), so dark pixels get 0; right where all pixels are 1 or -1
def saliency(model, image, label):
    model.eval()
    out = model(image[None])
    one = np.zeros_like(out)
    one[:, label] = 1.0
    slope = model.backward(one)[0]
    model.zero_grad()
    return np.max(np.abs(slope * image), axis=0)
# %% wrong: two mistakes: asks for the slope of the sum of all logits, whatever the label, and leaves gradients in the parameters (no zero_grad)
def saliency(model, image, label):
    model.eval()
    logits = model(image[None])
    slopes = model.backward(np.ones_like(logits))
    return np.abs(slopes[0]).max(axis=0)
# %% right: row of the identity, largest by sorting
def saliency(model, image, label):
    model.eval()
    logits = model(np.asarray(image)[None])
    row = np.eye(logits.shape[1], dtype=logits.dtype)[label:label + 1]
    slopes = np.abs(model.backward(row))[0]
    model.zero_grad()
    return np.sort(slopes, axis=0)[-1]
