# %% wrong: both sides of the box are scaled to size, each by a factor of its own, so the digit is distorted
def centre_digit(drawing, size=20, side=28):
    from cnnhelpers.datasets import resized
    result = np.zeros((side, side))
    if not drawing.any():
        return result
    rows, columns = np.nonzero(drawing)
    box = drawing[rows.min():rows.max() + 1, columns.min():columns.max() + 1]
    box = resized(box, size, size)
    ink = box.sum()
    row = (box.sum(axis=1) @ np.arange(size)) / ink
    column = (box.sum(axis=0) @ np.arange(size)) / ink
    top = int(np.clip(round(side // 2 - row), 0, side - size))
    left = int(np.clip(round(side // 2 - column), 0, side - size))
    result[top:top + size, left:left + size] = box
    return result
# %% wrong: the middle of the box, not the centre of mass of the ink, is laid into the middle
def centre_digit(drawing, size=20, side=28):
    from cnnhelpers.datasets import resized
    result = np.zeros((side, side))
    inked_rows, inked_columns = drawing.any(axis=1).nonzero()[0], drawing.any(axis=0).nonzero()[0]
    if len(inked_rows) == 0:
        return result
    box = drawing[inked_rows[0]:inked_rows[-1] + 1, inked_columns[0]:inked_columns[-1] + 1]
    factor = size / max(box.shape)
    height, width = (max(1, round(length * factor)) for length in box.shape)
    top, left = (side - height) // 2, (side - width) // 2
    result[top:top + height, left:left + width] = resized(box, height, width)
    return result
# %% wrong: the box ends before its last row and its last column with ink (the + 1 is missing), so these are cut off (a drawing one row high or one column wide ends in an error)
def centre_digit(drawing, size=20, side=28):
    from cnnhelpers.datasets import resized
    digit = np.zeros((side, side))
    rows, columns = np.where(drawing > 0)
    if rows.size == 0:
        return digit
    box = drawing[rows.min():rows.max(), columns.min():columns.max()]
    scale = size / max(box.shape)
    height = max(1, int(round(box.shape[0] * scale)))
    width = max(1, int(round(box.shape[1] * scale)))
    box = resized(box, height, width)
    mean_row = np.average(np.arange(height), weights=box.sum(axis=1))
    mean_column = np.average(np.arange(width), weights=box.sum(axis=0))
    top = min(max(int(round(side // 2 - mean_row)), 0), side - height)
    left = min(max(int(round(side // 2 - mean_column)), 0), side - width)
    digit[top:top + height, left:left + width] = box
    return digit
# %% wrong: the other side is rounded down instead of to the nearest whole number (and a very thin one becomes 0, which ends in an error)
def centre_digit(drawing, size=20, side=28):
    from cnnhelpers.datasets import resized
    page = np.zeros((side, side))
    if drawing.max() == 0:
        return page
    where = np.argwhere(drawing)
    (first, left), (last, right) = where.min(axis=0), where.max(axis=0)
    box = drawing[first:last + 1, left:right + 1]
    h, w = box.shape
    if h >= w:
        height, width = size, w * size // h
    else:
        height, width = h * size // w, size
    box = resized(box, height, width)
    i, j = np.indices(box.shape)
    row, column = (i * box).sum() / box.sum(), (j * box).sum() / box.sum()
    top = np.clip(int(np.rint(side // 2 - row)), 0, side - height)
    start = np.clip(int(np.rint(side // 2 - column)), 0, side - width)
    page[top:top + height, start:start + width] = box
    return page
# %% right: every place is tried, the nearest is taken
def centre_digit(drawing, size=20, side=28):
    from cnnhelpers.datasets import resized
    page = np.zeros((side, side))
    if not np.any(drawing):
        return page
    spans = [np.flatnonzero(np.any(drawing, axis=axis)) for axis in (1, 0)]
    box = drawing[np.ix_(*(range(span[0], span[-1] + 1) for span in spans))]
    longer = max(box.shape)
    shape = [max(1, int(np.floor(length * size / longer + 0.5))) for length in box.shape]
    box = resized(box, *shape)
    corner = []
    for axis in (0, 1):
        ink = box.sum(axis=1 - axis)
        mass = ink @ np.arange(len(ink)) / ink.sum()
        corner.append(min(range(side - len(ink) + 1), key=lambda start: abs(start + mass - side // 2)))
    page[corner[0]:corner[0] + shape[0], corner[1]:corner[1] + shape[1]] = box
    return page
