# %% wrong: the copy is made once before the loops, so patches covered at earlier positions stay covered
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    whole = model(image[None])[0, label]
    C, H, W = image.shape
    rows, cols = (H - size) // stride + 1, (W - size) // stride + 1
    falls = np.zeros((rows, cols))
    covered = image.copy()
    for i in range(rows):
        for j in range(cols):
            covered[:, i * stride:i * stride + size, j * stride:j * stride + size] = fill
            falls[i, j] = whole - model(covered[None])[0, label]
    return falls
# %% wrong: only channel 0 of the image is covered, the others stay (right for one channel)
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    score = model(image[None])[0][label]
    result = []
    for top in range(0, image.shape[1] - size + 1, stride):
        line = []
        for left in range(0, image.shape[2] - size + 1, stride):
            patched = np.array(image)
            patched[0, top:top + size, left:left + size] = fill
            line.append(score - model(patched[None])[0][label])
        result.append(line)
    return np.array(result)
# %% wrong: the last position down and the last across are missing, (H - size) // stride positions without the + 1
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    _, height, width = image.shape
    base = model(image[np.newaxis])[0, label]
    shape = (height - size) // stride, (width - size) // stride
    out = np.zeros(shape)
    for i, j in np.ndindex(*shape):
        test = image.copy()
        y, x = i * stride, j * stride
        test[:, y:y + size, x:x + size] = fill
        out[i, j] = base - model(test[np.newaxis])[0, label]
    return out
# %% wrong: two mistakes: the sign is reversed (covered minus whole), and the argument fill is ignored, the patch is always 0
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    logit = model(image[None])[0, label]
    n_rows = (image.shape[1] - size) // stride + 1
    n_cols = (image.shape[2] - size) // stride + 1
    heat = np.empty((n_rows, n_cols))
    for r in range(n_rows):
        for c in range(n_cols):
            masked = image.copy()
            masked[:, r * stride : r * stride + size, c * stride : c * stride + size] = 0
            heat[r, c] = model(masked[None])[0, label] - logit
    return heat
# %% right: all covered images in one batch, by masks
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()

    def bands(length):
        starts = np.arange(0, length - size + 1, stride)[:, None]
        places = np.arange(length)
        return (places >= starts) & (places < starts + size)

    down, across = bands(image.shape[1]), bands(image.shape[2])
    hidden = down[:, None, :, None] & across[None, :, None, :]
    batch = np.where(hidden[:, :, None], image.dtype.type(fill), image)
    logits = model(batch.reshape(-1, *image.shape))[:, label]
    return model(image[None])[0, label] - logits.reshape(len(down), len(across))
