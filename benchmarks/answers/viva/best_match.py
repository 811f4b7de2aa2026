# %% wrong: each score is divided by the length (norm) of its window, a normalised cross-correlation instead of the plain sum of products
def best_match(image, pattern):
    centred = pattern - pattern.mean()
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = np.einsum("hwij,ij->hw", windows, centred)
    scores = scores / (np.sqrt((windows * windows).sum(axis=(2, 3))) + 1e-12)
    row, column = np.unravel_index(np.argmax(scores), scores.shape)
    return int(row), int(column)
# %% wrong: of equally good windows it returns the last one instead of the first (>= in place of >)
def best_match(image, pattern):
    p = pattern - pattern.mean()
    kh, kw = p.shape
    best, where = -np.inf, None
    for r in range(image.shape[0] - kh + 1):
        for c in range(image.shape[1] - kw + 1):
            score = np.sum(image[r : r + kh, c : c + kw] * p)
            if score >= best:
                best, where = score, (r, c)
    return where
# %% wrong: the flat index of the best score is unravelled with the image's shape instead of the scores' shape, so row and column are wrong beyond the first row (unless the pattern is one column wide)
def best_match(image, pattern):
    kernel = pattern - np.mean(pattern)
    h = image.shape[0] - kernel.shape[0] + 1
    w = image.shape[1] - kernel.shape[1] + 1
    scores = np.zeros((h, w))
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            scores += kernel[i, j] * image[i : i + h, j : j + w]
    return np.unravel_index(scores.argmax(), image.shape)
# %% wrong: the mean is subtracted in place, so the caller's pattern is changed, and a pattern of whole numbers raises a UFuncTypeError
def best_match(image, pattern):
    pattern -= pattern.mean()
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = (windows * pattern).sum(axis=(-2, -1))
    return np.unravel_index(np.argmax(scores), scores.shape)
# %% right: max over all places by key, which keeps the first of equal ones
def best_match(image, pattern):
    detector = pattern - pattern.mean()
    rows, columns = detector.shape
    places = [(r, c) for r in range(len(image) - rows + 1) for c in range(len(image[0]) - columns + 1)]
    return max(places, key=lambda p: np.sum(image[p[0] : p[0] + rows, p[1] : p[1] + columns] * detector))
