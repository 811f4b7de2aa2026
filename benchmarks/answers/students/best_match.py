# %% wrong: the mean is not subtracted from the pattern: bright regions win
def best_match(image, pattern):
    v = np.lib.stride_tricks.sliding_window_view(image.astype(float), pattern.shape)
    scores = (v * pattern).sum(axis=(2, 3))
    return np.unravel_index(np.argmax(scores), scores.shape)
# %% wrong: argmax is unravelled with the image's shape instead of the scores' shape
def best_match(image, pattern):
    p = pattern - pattern.mean()
    v = np.lib.stride_tricks.sliding_window_view(image, p.shape)
    scores = np.einsum("ijuv,uv->ij", v, p)
    return np.unravel_index(np.argmax(scores), image.shape)
# %% wrong: gives the flat index of argmax instead of row and column
def best_match(image, pattern):
    p = pattern - pattern.mean()
    v = np.lib.stride_tricks.sliding_window_view(image, p.shape)
    return np.argmax((v * p).sum(axis=(2, 3)))
# %% wrong: row and column exchanged, (x, y)
def best_match(image, pattern):
    p = pattern - pattern.mean()
    kh, kw = p.shape
    scores = np.array([[(image[i:i + kh, j:j + kw] * p).sum() for j in range(image.shape[1] - kw + 1)] for i in range(image.shape[0] - kh + 1)])
    row, col = np.unravel_index(scores.argmax(), scores.shape)
    return col, row
# %% wrong: the search starts at 0, so (0, 0) is answered when all scores are negative
def best_match(image, pattern):
    p = pattern - pattern.mean()
    kh, kw = p.shape
    best, place = 0, (0, 0)
    for i in range(image.shape[0] - kh + 1):
        for j in range(image.shape[1] - kw + 1):
            score = (image[i:i + kh, j:j + kw] * p).sum()
            if score > best:
                best, place = score, (i, j)
    return place
# %% wrong: the absolute value of the scores: also finds the pattern's negative
def best_match(image, pattern):
    p = pattern - pattern.mean()
    v = np.lib.stride_tricks.sliding_window_view(image, p.shape)
    scores = np.abs((v * p).sum(axis=(2, 3)))
    return divmod(int(scores.argmax()), scores.shape[1])
# %% right: max over a dictionary of places
def best_match(image, pattern):
    p = np.asarray(pattern, dtype=float)
    p = p - p.sum() / p.size
    kh, kw = p.shape
    scores = {(i, j): float(np.vdot(image[i:i + kh, j:j + kw].astype(float), p))
              for i in range(image.shape[0] - kh + 1) for j in range(image.shape[1] - kw + 1)}
    return max(scores, key=scores.get)
