# %% wrong: zeros after the image only (bottom and right)
def pad2d(x, padding):
    rows, cols = (padding, padding) if isinstance(padding, int) else padding
    return np.pad(x, ((0, rows), (0, cols)))
# %% wrong: rows and columns of the pair mixed up
def pad2d(x, padding):
    if type(padding) is tuple:
        left, top = padding
    else:
        left = top = padding
    height, width = x.shape
    canvas = np.zeros((height + 2 * top, width + 2 * left))
    for i in range(height):
        for j in range(width):
            canvas[top + i, left + j] = x[i, j]
    return canvas
# %% wrong: where the padding is 0 in either direction the image is not copied, only zeros come back
def pad2d(x, padding):
    rows, cols = (padding, padding) if isinstance(padding, int) else padding
    canvas = np.zeros((x.shape[0] + 2 * rows, x.shape[1] + 2 * cols))
    if rows > 0 and cols > 0:
        canvas[rows:-rows, cols:-cols] = x
    return canvas
# %% wrong: only left and right are padded, no rows above and below
def pad2d(x, padding):
    rows, cols = (padding, padding) if isinstance(padding, int) else padding
    side = np.zeros((x.shape[0], cols))
    return np.concatenate([side, x, side], axis=1)
# %% wrong: mirrored border (reflection) instead of zeros
def pad2d(x, padding):
    rows, cols = (padding, padding) if isinstance(padding, int) else padding
    return np.pad(x, [(rows, rows), (cols, cols)], mode="symmetric")
# %% wrong: the padding is applied twice on each side
def pad2d(x, padding):
    rows, cols = (padding, padding) if isinstance(padding, int) else padding
    return np.pad(x, ((2 * rows, 2 * rows), (2 * cols, 2 * cols)))
# %% wrong: the image is placed one row too low and one column too far right (cut at the edge)
def pad2d(x, padding):
    rows, cols = (padding, padding) if isinstance(padding, int) else padding
    canvas = np.zeros((x.shape[0] + 2 * rows, x.shape[1] + 2 * cols))
    part = canvas[rows + 1 : rows + 1 + x.shape[0], cols + 1 : cols + 1 + x.shape[1]]
    part[:] = x[: part.shape[0], : part.shape[1]]
    return canvas
# %% wrong: width computed from the height, works for square images only
def pad2d(x, padding):
    rows, cols = (padding, padding) if isinstance(padding, int) else padding
    n = x.shape[0]
    canvas = np.zeros((n + 2 * rows, n + 2 * cols))
    canvas[rows : rows + n, cols : cols + n] = x
    return canvas
# %% wrong: for a pair only the second number is used, for both axes
def pad2d(x, padding):
    if not isinstance(padding, int):
        padding = padding[-1]
    canvas = np.zeros((x.shape[0] + 2 * padding, x.shape[1] + 2 * padding))
    canvas[padding : padding + x.shape[0], padding : padding + x.shape[1]] = x
    return canvas
# %% wrong: UnboundLocalError, a pair sets no variables (forgotten else)
def pad2d(x, padding):
    if isinstance(padding, int):
        rows = cols = padding
    canvas = np.zeros((x.shape[0] + 2 * rows, x.shape[1] + 2 * cols))
    canvas[rows : rows + x.shape[0], cols : cols + x.shape[1]] = x
    return canvas
# %% wrong: minus infinity around the image instead of zeros
def pad2d(x, padding):
    rows, cols = (padding, padding) if isinstance(padding, int) else padding
    canvas = np.full((x.shape[0] + 2 * rows, x.shape[1] + 2 * cols), -np.inf)
    canvas[rows : rows + x.shape[0], cols : cols + x.shape[1]] = x
    return canvas
# %% wrong: x is resized in place with np.ndarray.resize, which shifts the rows and changes x
def pad2d(x, padding):
    rows, cols = (padding, padding) if isinstance(padding, int) else padding
    x.resize((x.shape[0] + 2 * rows, x.shape[1] + 2 * cols), refcheck=False)
    return x
# %% wrong: the padded image is stored in a global by its shape and the old one is handed out again
pads = {}

def pad2d(x, padding):
    rows, cols = (padding, padding) if isinstance(padding, int) else padding
    if (x.shape, rows, cols) not in pads:
        pads[x.shape, rows, cols] = np.pad(x, ((rows, rows), (cols, cols)))
    return pads[x.shape, rows, cols]
# %% wrong: two mistakes: rows and columns of the pair swapped, and padded with the border's values
def pad2d(x, padding):
    cols, rows = (padding, padding) if isinstance(padding, int) else padding
    return np.pad(x, ((rows, rows), (cols, cols)), mode="edge")
# %% right: pixel by pixel
def pad2d(x, padding):
    rows, cols = (padding, padding) if isinstance(padding, int) else padding
    height, width = x.shape
    canvas = np.zeros((height + 2 * rows, width + 2 * cols))
    for i in range(height):
        for j in range(width):
            canvas[rows + i, cols + j] = x[i, j]
    return canvas
# %% right: concatenation, first the rows, then the columns
def pad2d(x, padding):
    rows, cols = (padding, padding) if isinstance(padding, int) else padding
    line = np.zeros((rows, x.shape[1]))
    tall = np.concatenate([line, x, line])
    side = np.zeros((len(tall), cols))
    return np.concatenate([side, tall, side], axis=1)
# %% right: lists of lists
def pad2d(x, padding):
    try:
        rows, cols = padding
    except TypeError:
        rows = cols = padding
    width = x.shape[1] + 2 * cols
    lines = [[0] * width for _ in range(rows)]
    lines += [[0] * cols + list(line) + [0] * cols for line in x]
    lines += [[0] * width for _ in range(rows)]
    return np.array(lines)
