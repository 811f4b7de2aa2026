# %% wrong: the pattern's mean is not taken away
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = np.sum(windows * pattern, axis=(2, 3))
    row, column = np.unravel_index(np.argmax(scores), scores.shape)
    return int(row), int(column)
# %% wrong: returns (column, row), swapped
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = np.sum(windows * (pattern - pattern.mean()), axis=(2, 3))
    row, column = np.unravel_index(np.argmax(scores), scores.shape)
    return int(column), int(row)
# %% wrong: the flat index of argmax is returned, not row and column
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = np.sum(windows * (pattern - pattern.mean()), axis=(2, 3))
    return int(np.argmax(scores))
# %% wrong: argmax of the absolute values, the most unlike window may win
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = np.abs(np.sum(windows * (pattern - pattern.mean()), axis=(2, 3)))
    row, column = np.unravel_index(np.argmax(scores), scores.shape)
    return int(row), int(column)
# %% wrong: the best score starts at 0, so (0, 0) is returned where all scores are negative
def best_match(image, pattern):
    kernel = pattern - pattern.mean()
    kh, kw = kernel.shape
    best, place = 0, (0, 0)
    for r in range(image.shape[0] - kh + 1):
        for c in range(image.shape[1] - kw + 1):
            score = np.sum(image[r : r + kh, c : c + kw] * kernel)
            if score > best:
                best, place = score, (r, c)
    return place
# %% wrong: the flat index is divided by the image's width instead of the width of the scores
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = np.sum(windows * (pattern - pattern.mean()), axis=(2, 3))
    row, column = divmod(int(np.argmax(scores)), image.shape[1])
    return row, column
# %% wrong: the centre of the window is returned and not its top left corner
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = np.sum(windows * (pattern - pattern.mean()), axis=(2, 3))
    row, column = np.unravel_index(np.argmax(scores), scores.shape)
    return int(row) + pattern.shape[0] // 2, int(column) + pattern.shape[1] // 2
# %% wrong: the smallest correlation, argmin for argmax
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = np.sum(windows * (pattern - pattern.mean()), axis=(2, 3))
    row, column = np.unravel_index(np.argmin(scores), scores.shape)
    return int(row), int(column)
# %% wrong: the mean of the image is taken away instead of the pattern's
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image - image.mean(), pattern.shape)
    scores = np.sum(windows * pattern, axis=(2, 3))
    row, column = np.unravel_index(np.argmax(scores), scores.shape)
    return int(row), int(column)
# %% wrong: the mean is subtracted from the caller's pattern in place (the place returned is right)
def best_match(image, pattern):
    pattern[...] = pattern - pattern.mean()
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = np.sum(windows * pattern, axis=(2, 3))
    row, column = np.unravel_index(np.argmax(scores), scores.shape)
    return int(row), int(column)
# %% wrong: scores are divided by the window's norm, a cosine instead of the correlation
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = np.sum(windows * (pattern - pattern.mean()), axis=(2, 3))
    scores = scores / np.sqrt(np.sum(windows**2.0, axis=(2, 3)))
    row, column = np.unravel_index(np.argmax(scores), scores.shape)
    return int(row), int(column)
# %% wrong: the pattern is turned by 180 degrees
def best_match(image, pattern):
    kernel = np.flip(pattern - pattern.mean())
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = np.sum(windows * kernel, axis=(2, 3))
    row, column = np.unravel_index(np.argmax(scores), scores.shape)
    return int(row), int(column)
# %% wrong: the last row and column of windows are never tried
def best_match(image, pattern):
    kernel = pattern - pattern.mean()
    kh, kw = kernel.shape
    best, place = -np.inf, (0, 0)
    for r in range(image.shape[0] - kh):
        for c in range(image.shape[1] - kw):
            score = np.sum(image[r : r + kh, c : c + kw] * kernel)
            if score > best:
                best, place = score, (r, c)
    return place
# %% wrong: the place is set for every window, also where the score is no better, so the last one is returned
def best_match(image, pattern):
    kernel = pattern - pattern.mean()
    kh, kw = kernel.shape
    best = -np.inf
    for r in range(image.shape[0] - kh + 1):
        for c in range(image.shape[1] - kw + 1):
            score = np.sum(image[r : r + kh, c : c + kw] * kernel)
            if score > best:
                best = score
            place = (r, c)
    return place
# %% wrong: TypeError, np.unravel_index is called without the shape
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = np.sum(windows * (pattern - pattern.mean()), axis=(2, 3))
    return np.unravel_index(np.argmax(scores))
# %% wrong: the scores are rounded to whole numbers, ties are decided for the first
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = np.round(np.sum(windows * (pattern - pattern.mean()), axis=(2, 3)))
    row, column = np.unravel_index(np.argmax(scores), scores.shape)
    return int(row), int(column)
# %% right: argmax and unravel_index
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = np.sum(windows * (pattern - pattern.mean()), axis=(2, 3))
    row, column = np.unravel_index(np.argmax(scores), scores.shape)
    return int(row), int(column)
# %% right: two loops and a best so far
def best_match(image, pattern):
    kernel = pattern - pattern.mean()
    kh, kw = kernel.shape
    best, place = None, None
    for r in range(image.shape[0] - kh + 1):
        for c in range(image.shape[1] - kw + 1):
            score = np.sum(image[r : r + kh, c : c + kw] * kernel)
            if best is None or score > best:
                best, place = score, (r, c)
    return place
# %% right: the means of the windows are taken away instead, which gives the same scores
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    centred = windows - windows.mean(axis=(2, 3), keepdims=True)
    scores = np.einsum("rcij,ij->rc", centred, pattern)
    return divmod(int(scores.argmax()), scores.shape[1])
