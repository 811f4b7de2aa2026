# %% wrong: the mean is taken from the image and not from the pattern
def best_match(image, pattern):
    centred = image - image.mean()
    views = np.lib.stride_tricks.sliding_window_view(centred, pattern.shape)
    scores = (views * pattern).sum(axis=(-1, -2))
    r, c = np.unravel_index(scores.argmax(), scores.shape)
    return int(r), int(c)
# %% wrong: the smallest sum of squared differences, another measure of likeness
def best_match(image, pattern):
    best, where = float("inf"), None
    ph, pw = pattern.shape
    for r in range(image.shape[0] - ph + 1):
        for c in range(image.shape[1] - pw + 1):
            distance = ((image[r:r + ph, c:c + pw] - pattern) ** 2).sum()
            if distance < best:
                best, where = distance, (r, c)
    return where
# %% wrong: gives the middle of the best window, not its top left corner
def best_match(image, pattern):
    p = pattern - pattern.mean()
    h, w = p.shape
    scores = np.array([[np.vdot(image[i:i + h, j:j + w].copy(), p) for j in range(image.shape[1] - w + 1)]
                       for i in range(image.shape[0] - h + 1)])
    i, j = np.argwhere(scores == scores.max())[0]
    return int(i) + h // 2, int(j) + w // 2
# %% wrong: starts the search for the largest at 0, so it finds nothing (None) where all correlations are negative or 0
def best_match(image, pattern):
    p = pattern - np.mean(pattern)
    highest, answer = 0, None
    for row in range(image.shape[0] - p.shape[0] + 1):
        for column in range(image.shape[1] - p.shape[1] + 1):
            score = np.sum(image[row:row + p.shape[0], column:column + p.shape[1]] * p)
            if score > highest:
                highest, answer = score, (row, column)
    return answer
# %% wrong: (x, y) as in OpenCV: column first
def best_match(image, pattern):
    p = pattern - pattern.mean()
    views = np.lib.stride_tricks.sliding_window_view(image, p.shape)
    scores = np.einsum("hwij,ij->hw", views, p)
    y, x = divmod(int(scores.argmax()), scores.shape[1])
    return x, y
# %% wrong: two mistakes: the pattern's mean stays in, and the place is the flat number of argmax
def best_match(image, pattern):
    views = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    return int(np.argmax((views * pattern).sum(axis=(2, 3))))
# %% right: Python's max over all corners with a key
def best_match(image, pattern):
    shape = np.array(pattern)
    shape = shape - shape.mean()
    h, w = shape.shape
    corners = [(r, c) for r in range(image.shape[0] - h + 1) for c in range(image.shape[1] - w + 1)]
    return max(corners, key=lambda rc: float(np.sum(image[rc[0]:rc[0] + h, rc[1]:rc[1] + w] * shape)))
