# %% wrong: the mean is subtracted from the caller's pattern in place: it is changed, and a pattern of whole numbers raises
def best_match(image, pattern):
    pattern -= pattern.mean()
    win = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = (win * pattern).sum(axis=(2, 3))
    r, c = np.unravel_index(np.argmax(scores), scores.shape)
    return int(r), int(c)
# %% wrong: the search begins with a best score of 0, so when no window scores above 0 the answer is (0, 0); shows when all scores are below 0 and the best is elsewhere
def best_match(image, pattern):
    p = pattern - pattern.mean()
    ph, pw = p.shape
    best = 0
    where = (0, 0)
    for r in range(image.shape[0] - ph + 1):
        for c in range(image.shape[1] - pw + 1):
            score = np.sum(image[r:r + ph, c:c + pw] * p)
            if score > best:
                best = score
                where = (r, c)
    return where
# %% wrong: the index is turned into row and column with the image's shape and not that of the scores; shows when the pattern is wider than 1 and the best window is not early in the scores
def best_match(image, pattern):
    centred = pattern - np.mean(pattern)
    h = image.shape[0] - pattern.shape[0] + 1
    w = image.shape[1] - pattern.shape[1] + 1
    scores = np.array([[np.sum(image[i:i + pattern.shape[0], j:j + pattern.shape[1]] * centred)
                        for j in range(w)] for i in range(h)])
    row, col = np.unravel_index(scores.argmax(), image.shape)
    return int(row), int(col)
# %% wrong: two mistakes: the pattern's mean is not subtracted, and the answer is (column, row)
def best_match(image, pattern):
    a, b = pattern.shape
    top = None
    for y in range(image.shape[0] - a + 1):
        for x in range(image.shape[1] - b + 1):
            v = (image[y:y+a, x:x+b] * pattern).sum()
            if top is None or v > top:
                top, pos = v, (x, y)
    return pos
# %% right: Python's max over all corners; the pattern times its size less its sum, which is the same but for a factor
def best_match(image, pattern):
    image, pattern = np.asarray(image, float), np.asarray(pattern, float)
    h, w = pattern.shape
    p = pattern * pattern.size - pattern.sum()
    corners = [(r, c) for r in range(image.shape[0] - h + 1) for c in range(image.shape[1] - w + 1)]
    return max(corners, key=lambda rc: np.sum(image[rc[0]:rc[0] + h, rc[1]:rc[1] + w] * p))
