# %% wrong: the sign is turned: covered logit minus whole logit
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    whole = model(image[None])[0, label]
    C, H, W = image.shape
    result = np.zeros(((H - size) // stride + 1, (W - size) // stride + 1))
    for i, j in np.ndindex(*result.shape):
        covered = image.copy()
        covered[:, i * stride:i * stride + size, j * stride:j * stride + size] = fill
        result[i, j] = model(covered[None])[0, label] - whole
    return result
# %% wrong: the copy is made once before the loops, so patches that were covered stay covered at later positions
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    before = model(image[None])[0, label]
    rows = (image.shape[1] - size) // stride + 1
    cols = (image.shape[2] - size) // stride + 1
    drop = np.zeros((rows, cols))
    covered = image.copy()
    for i in range(rows):
        for j in range(cols):
            r, c = i * stride, j * stride
            covered[:, r:r + size, c:c + size] = fill
            drop[i, j] = before - model(covered[None])[0, label]
    return drop
# %% wrong: the last position is left out where it ends exactly at the border: range(0, H - size, stride) without + 1
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    base = model(image[None])[0][label]
    answer = []
    for r in range(0, image.shape[1] - size, stride):
        row = []
        for c in range(0, image.shape[2] - size, stride):
            patched = np.array(image)
            patched[:, r:r + size, c:c + size] = fill
            row.append(base - model(patched[None])[0][label])
        answer.append(row)
    return np.array(answer)
# %% wrong: two mistakes: only channel 0 is covered, and always with 0 (fill is ignored)
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    h, w = image.shape[1:]
    out = np.empty(((h - size) // stride + 1, (w - size) // stride + 1))
    logit = model(image[np.newaxis])[0, label]
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            other = image.copy()
            other[0, i * stride:i * stride + size, j * stride:j * stride + size] = 0
            out[i, j] = logit - model(other[np.newaxis])[0, label]
    return out
# %% right: all covered images in one batch, by masks
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    _, h, w = image.shape
    tops, lefts = np.arange(0, h - size + 1, stride), np.arange(0, w - size + 1, stride)
    row_in = (np.arange(h) >= tops[:, None]) & (np.arange(h) < tops[:, None] + size)
    col_in = (np.arange(w) >= lefts[:, None]) & (np.arange(w) < lefts[:, None] + size)
    mask = row_in[:, None, :, None] & col_in[None, :, None, :]
    covered = np.where(mask[:, :, None], np.asarray(fill, image.dtype), image)
    logits = model(covered.reshape(-1, *image.shape))[:, label]
    return model(image[None])[0, label] - logits.reshape(len(tops), len(lefts))
