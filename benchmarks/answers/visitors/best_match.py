# %% wrong: normalised correlation: divides by the size of each window, so faint windows can win
def best_match(image, pattern):
    kh, kw = pattern.shape
    t = pattern - pattern.mean()
    best, place = -np.inf, (0, 0)
    for r in range(image.shape[0] - kh + 1):
        for c in range(image.shape[1] - kw + 1):
            a = image[r : r + kh, c : c + kw]
            a = a - a.mean()
            norm = np.sqrt(np.sum(a**2) * np.sum(t**2))
            score = np.sum(a * t) / norm if norm > 0 else 0.0
            if score > best:
                best, place = score, (r, c)
    return place
# %% wrong: two mistakes: the best sum starts at 0, so negative sums never win, and of equal ones the last is taken
def best_match(image, pattern):
    kh, kw = pattern.shape
    pattern = pattern - np.mean(pattern)
    best = 0
    place = (0, 0)
    for row in range(len(image) - kh + 1):
        for column in range(len(image[0]) - kw + 1):
            score = np.sum(image[row : row + kh, column : column + kw] * pattern)
            if score >= best:
                best = score
                place = (row, column)
    return place
# %% wrong: looks for the smallest squared distance between window and pattern instead of the largest sum of products
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    distance = np.sum((windows - (pattern - pattern.mean())) ** 2, axis=(2, 3))
    row, column = np.unravel_index(np.argmin(distance), distance.shape)
    return int(row), int(column)
# %% right: max with a key over all corners; scaled by the pattern's size so whole numbers stay exact
def best_match(image, pattern):
    height, width = pattern.shape
    centred = pattern * pattern.size - np.sum(pattern)
    corners = [(row, column) for row in range(image.shape[0] - height + 1)
               for column in range(image.shape[1] - width + 1)]

    def score(corner):
        row, column = corner
        return np.sum(image[row : row + height, column : column + width] * centred)

    return max(corners, key=score)
