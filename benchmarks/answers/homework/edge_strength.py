# %% wrong: |gx| + |gy|
def edge_strength(image):
    s = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    v = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    return abs((v * s).sum((2, 3))) + abs((v * s.T).sum((2, 3)))
# %% wrong: no root
def edge_strength(image):
    s = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    v = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    return (v * s).sum((2, 3)) ** 2 + (v * s.T).sum((2, 3)) ** 2
# %% wrong: Prewitt
def edge_strength(image):
    s = np.array([[-1, 0, 1]] * 3)
    v = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    return np.hypot((v * s).sum((2, 3)), (v * s.T).sum((2, 3)))
# %% wrong: second kernel reversed, not transposed: one direction twice
def edge_strength(image):
    s = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    v = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    return np.hypot((v * s).sum((2, 3)), (v * s[::-1, ::-1]).sum((2, 3)))
# %% right: hypot
def edge_strength(image):
    s = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    v = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    return np.hypot((v * s).sum((2, 3)), (v * s.T).sum((2, 3)))
