# %% wrong: mean of the pattern not removed, the brightest place wins
def best_match(image, pattern):
    m, n = pattern.shape
    scores = {}
    for i in range(image.shape[0] - m + 1):
        for j in range(image.shape[1] - n + 1):
            scores[i, j] = float((image[i : i + m, j : j + n] * pattern).sum())
    return max(scores, key=scores.get)
# %% wrong: column and row are exchanged in the tuple
def best_match(image, pattern):
    m, n = pattern.shape
    zero_mean = pattern - np.mean(pattern)
    best = None
    for i in range(image.shape[0] - m + 1):
        for j in range(image.shape[1] - n + 1):
            score = float((image[i : i + m, j : j + n] * zero_mean).sum())
            if best is None or score > best[0]:
                best = (score, (j, i))
    return best[1]
# %% wrong: the score is returned too, (score, row, column)
def best_match(image, pattern):
    m, n = pattern.shape
    zero_mean = pattern - np.mean(pattern)
    return max((float((image[i : i + m, j : j + n] * zero_mean).sum()), i, j)
               for i in range(image.shape[0] - m + 1) for j in range(image.shape[1] - n + 1))
# %% wrong: squared scores, so a strongly negative correlation wins as well
def best_match(image, pattern):
    m, n = pattern.shape
    zero_mean = pattern - np.mean(pattern)
    places = [(i, j) for i in range(image.shape[0] - m + 1) for j in range(image.shape[1] - n + 1)]
    return max(places, key=lambda p: np.vdot(image[p[0] : p[0] + m, p[1] : p[1] + n], zero_mean) ** 2)
# %% wrong: best starts at 0 and the place at None, so it returns None when all scores are negative
def best_match(image, pattern):
    m, n = pattern.shape
    zero_mean = pattern - np.mean(pattern)
    best = 0
    where = None
    i = 0
    while i + m <= image.shape[0]:
        j = 0
        while j + n <= image.shape[1]:
            s = np.vdot(image[i : i + m, j : j + n], zero_mean)
            if s > best:
                best = s
                where = (i, j)
            j += 1
        i += 1
    return where
# %% wrong: bottom right corner of the window
def best_match(image, pattern):
    m, n = pattern.shape
    windows = np.lib.stride_tricks.sliding_window_view(image, (m, n))
    s = np.einsum("rcij,ij->rc", windows, pattern - pattern.mean())
    r, c = np.argwhere(s == s.max())[0]
    return int(r) + m - 1, int(c) + n - 1
# %% wrong: row and column of the maximum are looked up separately, from the sums over rows and columns
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    s = np.einsum("rcij,ij->rc", windows, pattern - pattern.mean())
    return int(s.sum(axis=1).argmax()), int(s.sum(axis=0).argmax())
# %% wrong: smallest squared difference instead of the largest correlation
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    distance = ((windows - pattern) ** 2).sum(axis=(2, 3))
    r, c = np.unravel_index(distance.argmin(), distance.shape)
    return int(r), int(c)
# %% wrong: the mean is taken over the columns of the pattern (axis 0) and not over all of it
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    s = np.einsum("rcij,ij->rc", windows, pattern - pattern.mean(axis=0))
    r, c = np.unravel_index(s.argmax(), s.shape)
    return int(r), int(c)
# %% wrong: unravel_index with the image's shape instead of the shape of the scores
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    s = np.einsum("rcij,ij->rc", windows, pattern - pattern.mean())
    r, c = np.unravel_index(s.argmax(), image.shape)
    return int(r), int(c)
# %% wrong: full correlation coefficient, also divided by the window's standard deviation
def best_match(image, pattern):
    m, n = pattern.shape
    best, place = -2.0, None
    for i in range(image.shape[0] - m + 1):
        for j in range(image.shape[1] - n + 1):
            window = image[i : i + m, j : j + n].ravel()
            r = np.corrcoef(window, pattern.ravel())[0, 1]
            if r > best:
                best, place = r, (i, j)
    return place
# %% wrong: the pattern is transposed
def best_match(image, pattern):
    k = (pattern - pattern.mean()).T
    windows = np.lib.stride_tricks.sliding_window_view(image, k.shape)
    s = np.einsum("rcij,ij->rc", windows, k)
    r, c = np.unravel_index(s.argmax(), s.shape)
    return int(r), int(c)
# %% wrong: the image is padded with zeros first, so positions are shifted by one
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(image, 1), pattern.shape)
    s = np.einsum("rcij,ij->rc", windows, pattern - pattern.mean())
    r, c = np.unravel_index(s.argmax(), s.shape)
    return int(r), int(c)
# %% wrong: the mean is added to the pattern instead of taken away
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    s = np.einsum("rcij,ij->rc", windows, pattern + pattern.mean())
    r, c = np.unravel_index(s.argmax(), s.shape)
    return int(r), int(c)
# %% wrong: TypeError, the parentheses of pattern.mean() are missing, a method is subtracted
def best_match(image, pattern):
    k = pattern - pattern.mean
    windows = np.lib.stride_tricks.sliding_window_view(image, k.shape)
    s = np.einsum("rcij,ij->rc", windows, k)
    return np.unravel_index(s.argmax(), s.shape)
# %% wrong: two mistakes: mean not removed, and (column, row)
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    s = np.einsum("rcij,ij->rc", windows, pattern)
    r, c = np.unravel_index(s.argmax(), s.shape)
    return int(c), int(r)
# %% wrong: the image's mean is taken away from the caller's image in place
def best_match(image, pattern):
    np.subtract(image, image.mean(), out=image, casting="unsafe")
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    s = np.einsum("rcij,ij->rc", windows, pattern - pattern.mean())
    r, c = np.unravel_index(s.argmax(), s.shape)
    return int(r), int(c)
# %% right: max with a key function
def best_match(image, pattern):
    m, n = pattern.shape
    k = pattern - pattern.mean()

    def score(place):
        i, j = place
        return float((image[i : i + m, j : j + n] * k).sum())

    places = [(i, j) for i in range(image.shape[0] - m + 1) for j in range(image.shape[1] - n + 1)]
    return max(places, key=score)
# %% right: argwhere of the maximum
def best_match(image, pattern):
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    s = np.einsum("rcij,ij->rc", windows, pattern - pattern.mean())
    r, c = np.argwhere(s == s.max())[0]
    return int(r), int(c)
# %% right: covariance, both means removed, positive scale factor
def best_match(image, pattern):
    m, n = pattern.shape
    best = -math.inf
    answer = None
    for i in range(image.shape[0] - m + 1):
        for j in range(image.shape[1] - n + 1):
            window = image[i : i + m, j : j + n]
            covariance = np.mean(window * pattern) - np.mean(window) * np.mean(pattern)
            if covariance > best:
                best = covariance
                answer = (i, j)
    return answer
