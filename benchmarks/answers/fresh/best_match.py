# %% wrong: does not take the pattern's mean away, so bright places win
def best_match(image, pattern):
    win = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    s = np.einsum("ijuv,uv->ij", win, pattern)
    r, c = np.unravel_index(s.argmax(), s.shape)
    return int(r), int(c)
# %% wrong: in-place pattern -= mean changes the argument (and crashes for an integer pattern)
def best_match(image, pattern):
    pattern -= pattern.mean()
    kh, kw = pattern.shape
    best, where = -np.inf, (0, 0)
    for i in range(image.shape[0] - kh + 1):
        for j in range(image.shape[1] - kw + 1):
            score = (image[i:i+kh, j:j+kw] * pattern).sum()
            if score > best:
                best, where = score, (i, j)
    return where
# %% wrong: best starts at 0, so (0, 0) is answered when all scores are negative
def best_match(image, pattern):
    p = pattern - np.mean(pattern)
    best = 0
    row, col = 0, 0
    for i in range(image.shape[0] - p.shape[0] + 1):
        for j in range(image.shape[1] - p.shape[1] + 1):
            score = np.sum(image[i:i + p.shape[0], j:j + p.shape[1]] * p)
            if score > best:
                best = score
                row, col = i, j
    return row, col
# %% wrong: smallest sum of squared differences instead of the largest correlation
def best_match(image: np.ndarray, pattern: np.ndarray) -> tuple[int, int]:
    kh, kw = pattern.shape
    windows = np.lib.stride_tricks.sliding_window_view(np.asarray(image, float), (kh, kw))
    errors = ((windows - pattern) ** 2).sum(axis=(2, 3))
    index = int(errors.argmin())
    return index // errors.shape[1], index % errors.shape[1]
# %% wrong: divmod of the flat index by the image's width instead of the scores' width
def best_match(image, pattern):
    pat = pattern - pattern.mean()
    view = np.lib.stride_tricks.sliding_window_view(image, pat.shape)
    scores = (view * pat).sum(axis=(-1, -2))
    k = int(np.argmax(scores))
    return divmod(k, image.shape[1])
# %% wrong: answers the centre of the window
def best_match(image, pattern):
    pat = pattern - pattern.mean()
    h, w = pat.shape
    view = np.lib.stride_tricks.sliding_window_view(image, pat.shape)
    scores = np.tensordot(view, pat, axes=2)
    i, j = np.unravel_index(np.argmax(scores), scores.shape)
    return int(i) + h // 2, int(j) + w // 2
# %% wrong: normalised correlation (divides by each window's norm), another place wins
def best_match(image, pattern):
    t = pattern - pattern.mean()
    view = np.lib.stride_tricks.sliding_window_view(np.asarray(image, dtype=float), t.shape)
    num = np.einsum("ijuv,uv->ij", view, t)
    den = np.sqrt((view ** 2).sum(axis=(2, 3))) + 1e-12
    scores = num / den
    i, j = np.unravel_index(np.argmax(scores), scores.shape)
    return int(i), int(j)
# %% wrong: largest absolute correlation, so the negative of the pattern can win
def best_match(image, pattern):
    t = pattern - np.average(pattern)
    H = image.shape[0] - t.shape[0] + 1
    W = image.shape[1] - t.shape[1] + 1
    scores = np.zeros((H, W))
    for a in range(H):
        for b in range(W):
            scores[a, b] = abs(np.sum(t * image[a:a + t.shape[0], b:b + t.shape[1]]))
    pos = np.argwhere(scores == scores.max())[0]
    return int(pos[0]), int(pos[1])
# %% right: dictionary
def best_match(image, pattern):
    p = pattern.astype(float) - pattern.astype(float).mean()
    kh, kw = p.shape
    scores = {}
    for r in range(image.shape[0] - kh + 1):
        for c in range(image.shape[1] - kw + 1):
            scores[(r, c)] = float(np.sum(image[r:r + kh, c:c + kw] * p))
    return max(scores, key=scores.get)
# %% right: vectorised
def best_match(image, pattern):
    centred = pattern - pattern.mean()
    win = np.lib.stride_tricks.sliding_window_view(image, centred.shape)
    s = np.tensordot(win, centred, axes=([2, 3], [0, 1]))
    best = np.argmax(s)
    return int(best // s.shape[1]), int(best % s.shape[1])
