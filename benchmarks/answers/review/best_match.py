# %% wrong: takes the largest absolute correlation, so an inverted pattern can win
def best_match(image, pattern):
    pattern = pattern - pattern.mean()
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = np.einsum("hwij,ij->hw", windows, pattern)
    row, column = np.unravel_index(np.argmax(np.abs(scores)), scores.shape)
    return int(row), int(column)
# %% wrong: the index is unravelled with the image's shape, not that of the scores
def best_match(image, pattern):
    pattern = pattern - pattern.mean()
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = np.einsum("hwij,ij->hw", windows, pattern)
    row, column = np.unravel_index(np.argmax(scores), image.shape)
    return int(row), int(column)
# %% wrong: the mean is subtracted from the image, not from the pattern
def best_match(image, pattern):
    image = image - image.mean()
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    scores = np.einsum("hwij,ij->hw", windows, pattern)
    row, column = np.unravel_index(scores.argmax(), scores.shape)
    return int(row), int(column)
# %% right: keeps the best score so far in two loops
def best_match(image, pattern):
    centred = pattern - np.mean(pattern)
    h, w = centred.shape
    best, place = -np.inf, None
    for r in range(image.shape[0] - h + 1):
        for c in range(image.shape[1] - w + 1):
            score = (image[r:r + h, c:c + w] * centred).sum()
            if score > best:
                best, place = score, (r, c)
    return place
