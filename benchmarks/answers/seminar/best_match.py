# %% wrong: of equal scores the last one wins, not the first (>= in place of >); shows on ties only
def best_match(image, pattern):
    p = pattern - pattern.mean()
    ph, pw = p.shape
    best, where = -np.inf, None
    for r in range(image.shape[0] - ph + 1):
        for c in range(image.shape[1] - pw + 1):
            score = np.sum(image[r:r + ph, c:c + pw] * p)
            if score >= best:
                best, where = score, (r, c)
    return where
# %% wrong: the search starts with a best score of 0 at (0, 0), so it stays there where no score is above 0
def best_match(image, pattern):
    centred = pattern - np.mean(pattern)
    h, w = pattern.shape
    max_score = 0
    pos = (0, 0)
    for row in range(image.shape[0] - h + 1):
        for col in range(image.shape[1] - w + 1):
            s = (centred * image[row:row + h, col:col + w]).sum()
            if s > max_score:
                max_score = s
                pos = (row, col)
    return pos
# %% wrong: each score is divided by the length of its window (normalised), so it is not the plain sum of products; shows where a dim window has the better shape
def best_match(image, pattern):
    p = pattern - pattern.mean()
    win = np.lib.stride_tricks.sliding_window_view(image, p.shape)
    scores = np.einsum("hwij,ij->hw", win, p)
    norm = np.sqrt((win.astype(float) ** 2).sum(axis=(2, 3)))
    scores = scores / (norm + 1e-12)
    r, c = np.unravel_index(np.argmax(scores), scores.shape)
    return int(r), int(c)
# %% wrong: two mistakes: the pattern's mean is not subtracted, and the answer is (column, row)
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = (windows * pattern).sum(axis=(2, 3))
    y, x = np.unravel_index(scores.argmax(), scores.shape)
    return (int(x), int(y))
# %% right: scores times the pattern's size (exact for whole numbers), max over a list of places
def best_match(image, pattern):
    h, w = pattern.shape
    whole = np.asarray(pattern, dtype=float)
    lifted = whole.size * whole - whole.sum()  # = size * (pattern - mean)
    places = [(r, c) for r in range(image.shape[0] - h + 1)
              for c in range(image.shape[1] - w + 1)]
    return max(places, key=lambda rc: (image[rc[0]:rc[0] + h, rc[1]:rc[1] + w] * lifted).sum())
