# %% wrong: looks for the smallest squared difference in place of the highest correlation
def best_match(image, pattern):
    centred = pattern - pattern.mean()
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    distance = np.sum((windows - centred) ** 2, axis=(2, 3))
    row, column = np.unravel_index(np.argmin(distance), distance.shape)
    return int(row), int(column)
# %% wrong: the flat index is unravelled with the shape of the image, not of the scores
def best_match(image, pattern):
    template = pattern - np.mean(pattern)
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = np.einsum("hwij,ij->hw", windows, template)
    row, column = np.unravel_index(np.argmax(scores), image.shape)
    return int(row), int(column)
# %% wrong: takes the largest absolute score, so the negative of the pattern wins as well
def best_match(image, pattern):
    p = pattern - pattern.mean()
    best, place = -1, None
    for r in range(image.shape[0] - p.shape[0] + 1):
        for c in range(image.shape[1] - p.shape[1] + 1):
            score = abs(np.sum(image[r : r + p.shape[0], c : c + p.shape[1]] * p))
            if score > best:
                best, place = score, (r, c)
    return place
# %% wrong: two mistakes: the pattern's mean is not subtracted, and (column, row) is returned
def best_match(image, pattern):
    kh, kw = pattern.shape
    best = -np.inf
    for y in range(image.shape[0] - kh + 1):
        for x in range(image.shape[1] - kw + 1):
            score = np.sum(image[y : y + kh, x : x + kw] * pattern)
            if score > best:
                best = score
                answer = (x, y)
    return answer
# %% right: max over all corners, with the score as the key
def best_match(image, pattern):
    weights = pattern - pattern.mean()
    height, width = weights.shape
    corners = [(row, column) for row in range(image.shape[0] - height + 1)
               for column in range(image.shape[1] - width + 1)]
    return max(corners, key=lambda at: float(np.vdot(
        image[at[0] : at[0] + height, at[1] : at[1] + width], weights)))
