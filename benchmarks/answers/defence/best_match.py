# %% wrong: of equal scores the last one is taken instead of the first (>= in the comparison)
def best_match(image, pattern):
    p = pattern - pattern.mean()
    kh, kw = p.shape
    best, place = -np.inf, None
    for r in range(image.shape[0] - kh + 1):
        for c in range(image.shape[1] - kw + 1):
            score = np.sum(image[r:r + kh, c:c + kw] * p)
            if score >= best:
                best, place = score, (r, c)
    return place
# %% wrong: the flat index is unravelled with the image's shape instead of the shape of the scores, so the place is wrong unless it lies in the first row
def best_match(image, pattern):
    centred = pattern - np.mean(pattern)
    windows = np.lib.stride_tricks.sliding_window_view(image, centred.shape)
    scores = np.einsum("hwij,ij->hw", windows, centred)
    row, column = np.unravel_index(np.argmax(scores), image.shape)
    return int(row), int(column)
# %% wrong: subtracts the mean from the pattern in place: the caller's pattern is changed, and a pattern of whole numbers raises UFuncTypeError
def best_match(image, pattern):
    pattern -= pattern.mean()
    kh, kw = pattern.shape
    scores = np.array([[np.sum(image[r:r + kh, c:c + kw] * pattern)
                        for c in range(image.shape[1] - kw + 1)]
                       for r in range(image.shape[0] - kh + 1)])
    return np.unravel_index(scores.argmax(), scores.shape)
# %% wrong: every score is divided by the length (root of the sum of squares) of its window: normalised correlation instead of the plain sum of products
def best_match(image, pattern):
    kernel = pattern - pattern.mean()
    height = image.shape[0] - kernel.shape[0] + 1
    width = image.shape[1] - kernel.shape[1] + 1
    scores = np.zeros((height, width))
    for i in range(height):
        for j in range(width):
            window = image[i:i + kernel.shape[0], j:j + kernel.shape[1]]
            scores[i, j] = (window * kernel).sum() / (np.sqrt((window**2).sum()) + 1e-8)
    i, j = divmod(int(np.argmax(scores)), width)
    return i, j
# %% right: max over the places with a key (max keeps the first of equal ones)
def best_match(image, pattern):
    image, pattern = np.asarray(image), np.asarray(pattern)
    shape = (kh, kw) = pattern.shape
    centred = pattern - pattern.mean()
    places = [(r, c) for r in range(image.shape[0] - kh + 1) for c in range(image.shape[1] - kw + 1)]
    return max(places, key=lambda p: float(np.vdot(image[p[0]:p[0] + kh, p[1]:p[1] + kw], centred)))
