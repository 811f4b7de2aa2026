# %% wrong: subtracts the mean in place (-=), which changes the caller's pattern if it holds floats and raises UFuncTypeError if it holds integers
def best_match(image, pattern):
    pattern -= pattern.mean()
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = np.einsum("hwij,ij->hw", windows, pattern)
    row, column = np.unravel_index(np.argmax(scores), scores.shape)
    return int(row), int(column)
# %% wrong: the flat index of the best score is turned into row and column with the image's shape instead of the shape of the scores, so the place is wrong unless the pattern is one column wide or the match lies in the first row
def best_match(image, pattern):
    p = pattern - pattern.mean()
    windows = np.lib.stride_tricks.sliding_window_view(image, p.shape)
    scores = (windows * p).sum(axis=(2, 3))
    return np.unravel_index(scores.argmax(), image.shape)
# %% wrong: of windows with equal scores it takes the last instead of the first (>= instead of >)
def best_match(image, pattern):
    kh, kw = pattern.shape
    centred = pattern - np.mean(pattern)
    best, where = -np.inf, None
    for r in range(image.shape[0] - kh + 1):
        for c in range(image.shape[1] - kw + 1):
            score = np.sum(image[r:r + kh, c:c + kw] * centred)
            if score >= best:
                best, where = score, (r, c)
    return where
# %% wrong: two mistakes: the pattern's mean is not subtracted, and the place is returned as (column, row) instead of (row, column)
def best_match(image, pattern):
    h, w = pattern.shape
    scores = np.array([[np.sum(image[y:y + h, x:x + w] * pattern)
                        for x in range(image.shape[1] - w + 1)]
                       for y in range(image.shape[0] - h + 1)])
    y, x = np.unravel_index(scores.argmax(), scores.shape)
    return int(x), int(y)
# %% right: max over the places, which keeps the first of equal ones
def best_match(image, pattern):
    height, width = pattern.shape
    shape_only = pattern - pattern.mean()
    places = [(row, column) for row in range(image.shape[0] - height + 1)
              for column in range(image.shape[1] - width + 1)]

    def score(place):
        row, column = place
        return np.sum(shape_only * image[row : row + height, column : column + width])

    return max(places, key=score)
