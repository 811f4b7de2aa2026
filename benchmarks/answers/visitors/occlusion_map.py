# %% wrong: the fall of the softmax probability is measured, not that of the logit
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    def prob(batch):
        z = model(batch)
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return (e / e.sum(axis=1, keepdims=True))[:, label]

    model.eval()
    _, height, width = image.shape
    rows, cols = (height - size) // stride + 1, (width - size) // stride + 1
    whole = prob(image[None])[0]
    heat = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            covered = image.copy()
            covered[:, i * stride:i * stride + size, j * stride:j * stride + size] = fill
            heat[i, j] = whole - prob(covered[None])[0]
    return heat

# %% wrong: only one copy of the image is made, so earlier patches stay covered
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    whole = model(image[None])[0, label]
    covered = np.array(image)
    falls = []
    for top in range(0, image.shape[1] - size + 1, stride):
        falls.append([])
        for left in range(0, image.shape[2] - size + 1, stride):
            covered[:, top:top + size, left:left + size] = fill
            falls[-1].append(whole - model(covered[None])[0, label])
    return np.array(falls)

# %% wrong: the last position is missing where the patch just ends at the border
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    height, width = image.shape[1:]
    tops, lefts = np.arange(0, height - size, stride), np.arange(0, width - size, stride)
    before = model(image[None])[0][label]
    out = np.zeros((len(tops), len(lefts)))
    for i, top in enumerate(tops):
        for j, left in enumerate(lefts):
            other = image.copy()
            other[:, top:top + size, left:left + size] = fill
            out[i, j] = before - model(other[None])[0][label]
    return out

# %% right: one batch of all covered images, by masks
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    _, height, width = image.shape
    tops = np.arange(0, height - size + 1, stride)
    lefts = np.arange(0, width - size + 1, stride)
    rows, columns = np.arange(height), np.arange(width)
    in_rows = (rows >= tops[:, None]) & (rows < tops[:, None] + size)
    in_columns = (columns >= lefts[:, None]) & (columns < lefts[:, None] + size)
    mask = in_rows[:, None, :, None] & in_columns[None, :, None, :]
    mask = mask.reshape(-1, 1, height, width)
    covered = np.where(mask, np.asarray(fill, dtype=image.dtype), image[None])
    logits = model(np.concatenate([image[None], covered]))[:, label]
    return (logits[0] - logits[1:]).reshape(len(tops), len(lefts))
