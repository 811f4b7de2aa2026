# %% wrong: the index of the maximum is turned into row and column with the image's shape instead of the scores' shape; shows outside the first row of scores when the pattern is wider than 1
def best_match(image, pattern):
    p = pattern - pattern.mean()
    windows = np.lib.stride_tricks.sliding_window_view(image, p.shape)
    scores = np.einsum("hwij,ij->hw", windows, p)
    return np.unravel_index(np.argmax(scores), image.shape)
# %% wrong: of equal scores the last is taken, not the first (>= in place of >); shows only with ties
def best_match(image, pattern):
    pattern = pattern - np.mean(pattern)
    ph, pw = pattern.shape
    best, where = -np.inf, (0, 0)
    for r in range(image.shape[0] - ph + 1):
        for c in range(image.shape[1] - pw + 1):
            s = np.sum(image[r:r + ph, c:c + pw] * pattern)
            if s >= best:
                best, where = s, (r, c)
    return where
# %% wrong: the best score starts at 0, so (0, 0) is returned when no score is above 0; shows only when the best score is negative or 0 and is not at (0, 0)
def best_match(image, pattern):
    kernel = pattern - pattern.mean()
    best_score = 0
    best_place = (0, 0)
    for row in range(image.shape[0] - kernel.shape[0] + 1):
        for column in range(image.shape[1] - kernel.shape[1] + 1):
            window = image[row:row + kernel.shape[0], column:column + kernel.shape[1]]
            score = (window * kernel).sum()
            if score > best_score:
                best_score = score
                best_place = (row, column)
    return best_place
# %% wrong: two mistakes: the mean of the image is subtracted from the image, the pattern keeps its own mean (bright places win); and the answer is (column, row)
def best_match(image, pattern):
    img = image - image.mean()
    kh, kw = pattern.shape
    H, W = img.shape
    scores = np.zeros((H - kh + 1, W - kw + 1))
    for y in range(H - kh + 1):
        for x in range(W - kw + 1):
            scores[y, x] = np.sum(img[y:y+kh, x:x+kw] * pattern)
    y, x = np.unravel_index(np.argmax(scores), scores.shape)
    return (x, y)
# %% right: max over all corners with a key; max keeps the first of equal ones
def best_match(image, pattern):
    centred = pattern - pattern.mean()
    h, w = centred.shape
    corners = [(r, c) for r in range(len(image) - h + 1) for c in range(len(image[0]) - w + 1)]
    return max(corners, key=lambda rc: float(np.sum(image[rc[0]:rc[0] + h, rc[1]:rc[1] + w] * centred)))
