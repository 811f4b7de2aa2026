# %% wrong: all positions are covered in one copy, which is never renewed, so the patches add up
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    c, h, w = image.shape
    down, across = (h - size) // stride + 1, (w - size) // stride + 1
    whole = model(image[None])[0, label]
    covered = image.copy()
    falls = np.zeros((down, across))
    for i in range(down):
        for j in range(across):
            covered[:, i * stride:i * stride + size, j * stride:j * stride + size] = fill
            falls[i, j] = whole - model(covered[None])[0, label]
    return falls
# %% wrong: the fall of the probability (softmax) is measured, not that of the logit
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()

    def probability(picture):
        logits = model(picture[None])[0]
        powers = np.exp(logits - logits.max())
        return powers[label] / powers.sum()

    whole = probability(image)
    rows = range(0, image.shape[1] - size + 1, stride)
    columns = range(0, image.shape[2] - size + 1, stride)
    falls = np.zeros((len(rows), len(columns)))
    for i, top in enumerate(rows):
        for j, left in enumerate(columns):
            covered = image.copy()
            covered[:, top:top + size, left:left + size] = fill
            falls[i, j] = whole - probability(covered)
    return falls
# %% wrong: two mistakes: the last position is missing where the patch just fits (no + 1 in the ranges), and the sign is turned round: covered minus whole
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    whole = model(image[None])[0, label]
    falls = []
    for top in range(0, image.shape[1] - size, stride):
        row = []
        for left in range(0, image.shape[2] - size, stride):
            covered = image.copy()
            covered[:, top:top + size, left:left + size] = fill
            row.append(model(covered[None])[0, label] - whole)
        falls.append(row)
    return np.array(falls)
# %% wrong: only the first channel is covered
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    down = (image.shape[1] - size) // stride + 1
    across = (image.shape[2] - size) // stride + 1
    result = np.full((down, across), model(image[None])[0, label])
    for i, j in np.ndindex(down, across):
        covered = image.copy()
        covered[0, i * stride:i * stride + size, j * stride:j * stride + size] = fill
        result[i, j] -= model(covered[None])[0, label]
    return result
# %% right: a mask for each position, row by row of the map as one batch
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    h, w = image.shape[1:]
    tops, lefts = np.arange(0, h - size + 1, stride), np.arange(0, w - size + 1, stride)
    rows = (np.arange(h) >= tops[:, None]) & (np.arange(h) < tops[:, None] + size)
    columns = (np.arange(w) >= lefts[:, None]) & (np.arange(w) < lefts[:, None] + size)
    masks = rows[:, None, :, None] & columns[None, :, None, :]
    whole = model(image[None])[0, label]
    covered = [np.where(row[:, None], np.asarray(fill, image.dtype), image[None]) for row in masks]
    return np.array([whole - model(batch)[:, label] for batch in covered])
