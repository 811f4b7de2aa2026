# %% wrong: subtracts the image's mean from the image in place of the pattern's mean from the pattern, so bright places still win
def best_match(image, pattern):
    centred = image - image.mean()
    v = np.lib.stride_tricks.sliding_window_view(centred, pattern.shape)
    scores = np.einsum("hwij,ij->hw", v, pattern)
    row, column = np.unravel_index(np.argmax(scores), scores.shape)
    return int(row), int(column)
# %% wrong: the mean is subtracted in place: it changes the caller's pattern, and for a pattern of whole numbers it raises a UFuncTypeError (cannot cast float64 to int64)
def best_match(image, pattern):
    pattern -= pattern.mean()
    v = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = (v * pattern).sum(axis=(2, 3))
    return np.unravel_index(np.argmax(scores), scores.shape)
# %% wrong: the flat index of the maximum is split by the width of the image in place of the width of the score map, so row and column are wrong unless the match is in the first row
def best_match(image, pattern):
    kh, kw = pattern.shape
    p = pattern - np.mean(pattern)
    scores = [np.sum(image[r:r+kh, c:c+kw] * p)
              for r in range(image.shape[0] - kh + 1) for c in range(image.shape[1] - kw + 1)]
    return divmod(int(np.argmax(scores)), image.shape[1])
# %% wrong: two mistakes: it returns (column, row) in place of (row, column), and the pattern's mean is not subtracted
def best_match(image, pattern):
    best, where = -np.inf, None
    ph, pw = pattern.shape
    for y in range(image.shape[0] - ph + 1):
        for x in range(image.shape[1] - pw + 1):
            score = np.sum(image[y:y+ph, x:x+pw] * pattern)
            if score > best:
                best, where = score, (x, y)
    return where
# %% right: max over the positions with a key
def best_match(image, pattern):
    kh, kw = pattern.shape
    centred = pattern - pattern.mean()
    places = [(r, c) for r in range(len(image) - kh + 1) for c in range(len(image[0]) - kw + 1)]
    return max(places, key=lambda p: np.sum(centred * image[p[0]:p[0] + kh, p[1]:p[1] + kw]))
