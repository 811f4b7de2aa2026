# %% wrong: pattern -= pattern.mean() changes the caller's pattern; raises UFuncTypeError where it holds whole numbers
def best_match(image, pattern):
    pattern -= pattern.mean()
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = np.einsum("hwij,ij->hw", windows, pattern)
    row, column = np.unravel_index(np.argmax(scores), scores.shape)
    return int(row), int(column)
# %% wrong: the flat index is divided by the image's width in place of the width of the scores; right only for a match in row 0 (or a pattern one pixel wide)
def best_match(image, pattern):
    p = pattern - pattern.mean()
    h, w = p.shape
    scores = []
    for r in range(image.shape[0] - h + 1):
        for c in range(image.shape[1] - w + 1):
            scores.append(np.sum(image[r:r + h, c:c + w] * p))
    best = int(np.argmax(scores))
    return best // image.shape[1], best % image.shape[1]
# %% wrong: the sums are divided by the norm of each window (normalised correlation), so a faint patch of the same shape beats the largest sum
def best_match(image, pattern):
    p = pattern - pattern.mean()
    windows = np.lib.stride_tricks.sliding_window_view(image, p.shape)
    norms = np.sqrt((windows.astype(float) ** 2).sum(axis=(2, 3))) + 1e-9
    scores = (windows * p).sum(axis=(2, 3)) / norms
    return tuple(int(i) for i in np.unravel_index(scores.argmax(), scores.shape))
# %% wrong: two mistakes: (column, row) is returned in place of (row, column), and of equal sums the last one is taken (>=)
def best_match(image, pattern):
    centred = pattern - np.mean(pattern)
    kh, kw = pattern.shape
    best, where = -math.inf, None
    for y in range(image.shape[0] - kh + 1):
        for x in range(image.shape[1] - kw + 1):
            score = float((image[y:y + kh, x:x + kw] * centred).sum())
            if score >= best:
                best, where = score, (x, y)
    return where
# %% right: max over a dictionary of sums, the first of equal ones
def best_match(image, pattern):
    p = pattern - pattern.mean()
    kh, kw = p.shape
    sums = {(r, c): float(np.sum(image[r:r + kh, c:c + kw] * p))
            for r in range(image.shape[0] - kh + 1)
            for c in range(image.shape[1] - kw + 1)}
    return max(sums, key=sums.get)
