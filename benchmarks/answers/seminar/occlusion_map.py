# %% wrong: the copy is made once before the loops, so patches stay covered and add up; only the first position is right
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    base = model(image[None])[0, label]
    C, H, W = image.shape
    rows, cols = (H - size) // stride + 1, (W - size) // stride + 1
    out = np.zeros((rows, cols))
    covered = image.copy()
    for i in range(rows):
        for j in range(cols):
            covered[:, i * stride:i * stride + size, j * stride:j * stride + size] = fill
            out[i, j] = base - model(covered[None])[0, label]
    return out
# %% wrong: the patch is covered in the first channel only; right for one channel
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    whole = model(image[None])[0][label]
    result = []
    for top in range(0, image.shape[1] - size + 1, stride):
        line = []
        for left in range(0, image.shape[2] - size + 1, stride):
            test = image.copy()
            test[0, top:top + size, left:left + size] = fill
            line.append(whole - model(test[None])[0][label])
        result.append(line)
    return np.array(result)
# %% wrong: the model is not put into evaluation mode; shows for a model in training with layers that behave differently there
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    _, h, w = image.shape
    before = model(image[np.newaxis])[0, label]
    heat = np.zeros(((h - size) // stride + 1, (w - size) // stride + 1))
    for i, j in np.ndindex(*heat.shape):
        r, c = i * stride, j * stride
        copy = np.array(image)
        copy[:, r:r + size, c:c + size] = fill
        heat[i, j] = before - model(copy[np.newaxis])[0, label]
    return heat
# %% wrong: two mistakes: the sign is turned round (covered minus whole), and range stops before H - size, so the last position is lost where the patch would just fit
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    original = model(image[None])[0, label]
    tops = list(range(0, image.shape[1] - size, stride))
    lefts = list(range(0, image.shape[2] - size, stride))
    out = np.zeros((len(tops), len(lefts)))
    for a, t in enumerate(tops):
        for b, l in enumerate(lefts):
            img = image.copy()
            img[:, t:t + size, l:l + size] = fill
            out[a, b] = model(img[None])[0, label] - original
    return out
# %% right: a mask for each position, all covered images in one batch
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    _, height, width = image.shape
    def inside(length):
        first = np.arange(0, length - size + 1, stride)[:, None]
        return (np.arange(length) >= first) & (np.arange(length) < first + size)
    down, across = inside(height), inside(width)
    masks = down[:, None, :, None] & across[None, :, None, :]
    covered = np.where(masks[:, :, None], np.asarray(fill, image.dtype), image)
    logits = model(covered.reshape(-1, *image.shape))[:, label]
    return (model(image[None])[0, label] - logits).reshape(len(down), len(across))
