# %% wrong: mean not subtracted
def best_match(image, pattern):
    s = (np.lib.stride_tricks.sliding_window_view(image, pattern.shape) * pattern).sum((2, 3))
    return np.unravel_index(s.argmax(), s.shape)
# %% wrong: unravelled in the image's shape
def best_match(image, pattern):
    s = (np.lib.stride_tricks.sliding_window_view(image, pattern.shape) * (pattern - pattern.mean())).sum((2, 3))
    return np.unravel_index(s.argmax(), image.shape)
# %% wrong: (column, row)
def best_match(image, pattern):
    s = (np.lib.stride_tricks.sliding_window_view(image, pattern.shape) * (pattern - pattern.mean())).sum((2, 3))
    i, j = divmod(int(s.argmax()), s.shape[1])
    return j, i
# %% wrong: centre of the window
def best_match(image, pattern):
    s = (np.lib.stride_tricks.sliding_window_view(image, pattern.shape) * (pattern - pattern.mean())).sum((2, 3))
    i, j = divmod(int(s.argmax()), s.shape[1])
    return i + pattern.shape[0] // 2, j + pattern.shape[1] // 2
# %% right: divmod
def best_match(image, pattern):
    s = (np.lib.stride_tricks.sliding_window_view(image, pattern.shape) * (pattern - pattern.mean())).sum((2, 3))
    return divmod(int(s.argmax()), s.shape[1])
