# %% wrong: the patch at (i, j) begins at row i and column j, not at i * stride and j * stride; right for stride 1
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    C, H, W = image.shape
    rows, cols = (H - size) // stride + 1, (W - size) // stride + 1
    whole = model(image[None])[0, label]
    result = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            covered = image.copy()
            covered[:, i:i + size, j:j + size] = fill
            result[i, j] = whole - model(covered[None])[0, label]
    return result
# %% wrong: the last row and the last column of positions are missing (no + 1 in the count); shows always, by the shape
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    _, height, width = image.shape
    base = model(image[np.newaxis])[0][label]
    drops = []
    for i in range((height - size) // stride):
        line = []
        for j in range((width - size) // stride):
            im = np.array(image)
            im[:, i * stride:i * stride + size, j * stride:j * stride + size] = fill
            line.append(base - model(im[np.newaxis])[0][label])
        drops.append(line)
    return np.array(drops)
# %% wrong: two mistakes: only the first channel is covered, and the model is not put into evaluation mode; shows with more than one channel, or a model in training mode
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    tops = range(0, image.shape[1] - size + 1, stride)
    lefts = range(0, image.shape[2] - size + 1, stride)
    before = model(image[None])[0, label]
    out = np.empty((len(tops), len(lefts)))
    for i, top in enumerate(tops):
        for j, left in enumerate(lefts):
            copy = image.copy()
            copy[0, top:top + size, left:left + size] = fill
            out[i, j] = before - model(copy[None])[0, label]
    return out
# %% wrong: the copy is made once before the loops, so earlier patches stay covered; shows from the second position on
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    whole = model(image[None])[0, label]
    covered = image.copy()   # do not change the original
    n_rows = (image.shape[-2] - size) // stride + 1
    n_cols = (image.shape[-1] - size) // stride + 1
    heat = np.zeros((n_rows, n_cols))
    for r in range(n_rows):
        for c in range(n_cols):
            y, x = r * stride, c * stride
            covered[:, y:y + size, x:x + size] = fill
            heat[r, c] = whole - model(covered[None])[0, label]
    return heat
# %% right: all covered images of one row of positions as a batch, by masks and np.where
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    _, height, width = image.shape
    tops = np.arange(0, height - size + 1, stride)[:, None]
    lefts = np.arange(0, width - size + 1, stride)[:, None]
    in_rows = (np.arange(height) >= tops) & (np.arange(height) < tops + size)
    in_cols = (np.arange(width) >= lefts) & (np.arange(width) < lefts + size)
    base = model(image[None])[0, label]
    falls = []
    for row in in_rows:
        mask = row[None, None, :, None] & in_cols[:, None, None, :]
        batch = np.where(mask, np.asarray(fill, image.dtype), image[None])
        falls.append(base - model(batch)[:, label])
    return np.array(falls)
