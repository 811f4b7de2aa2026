# %% wrong: the box is stretched to size by size, each side by its own factor
def centre_digit(drawing, size=20, side=28):
    from cnnhelpers.datasets import resized
    result = np.zeros((side, side))
    rows, columns = np.nonzero(drawing)
    if len(rows) == 0:
        return result
    box = drawing[rows.min():rows.max() + 1, columns.min():columns.max() + 1]
    box = resized(box, size, size)
    y = (box.sum(axis=1) * np.arange(size)).sum() / box.sum()
    x = (box.sum(axis=0) * np.arange(size)).sum() / box.sum()
    top = min(max(round(side // 2 - y), 0), side - size)
    left = min(max(round(side // 2 - x), 0), side - size)
    result[top:top + size, left:left + size] = box
    return result
# %% wrong: the middle of the box is laid on the centre instead of its centre of mass
def centre_digit(drawing, size=20, side=28):
    from cnnhelpers.datasets import resized
    result = np.zeros((side, side))
    rows, columns = np.nonzero(drawing)
    if len(rows) == 0:
        return result
    box = drawing[rows.min():rows.max() + 1, columns.min():columns.max() + 1]
    height, width = (max(1, round(each * size / max(box.shape))) for each in box.shape)
    top, left = (side - height) // 2, (side - width) // 2
    result[top:top + height, left:left + width] = resized(box, height, width)
    return result
# %% wrong: the last row and the last column of the ink are cut off (max() without + 1)
def centre_digit(drawing, size=20, side=28):
    from cnnhelpers.datasets import resized
    result = np.zeros((side, side))
    rows, columns = np.nonzero(drawing)
    if len(rows) == 0:
        return result
    box = drawing[rows.min():max(rows.max(), rows.min() + 1), columns.min():max(columns.max(), columns.min() + 1)]
    height, width = (max(1, round(each * size / max(box.shape))) for each in box.shape)
    box = resized(box, height, width)
    if box.sum() == 0:
        return result
    y = box.sum(axis=1) @ np.arange(height) / box.sum()
    x = box.sum(axis=0) @ np.arange(width) / box.sum()
    top = min(max(round(side // 2 - y), 0), side - height)
    left = min(max(round(side // 2 - x), 0), side - width)
    result[top:top + height, left:left + width] = box
    return result
# %% wrong: the box is not kept inside: a start below 0 or too far (ValueError, the slice is too small)
def centre_digit(drawing, size=20, side=28):
    from cnnhelpers.datasets import resized
    result = np.zeros((side, side))
    rows, columns = np.nonzero(drawing)
    if len(rows) == 0:
        return result
    box = drawing[rows.min():rows.max() + 1, columns.min():columns.max() + 1]
    height, width = (max(1, round(each * size / max(box.shape))) for each in box.shape)
    box = resized(box, height, width)
    top = round(side // 2 - box.sum(axis=1) @ np.arange(height) / box.sum())
    left = round(side // 2 - box.sum(axis=0) @ np.arange(width) / box.sum())
    result[top:top + height, left:left + width] = box
    return result
# %% wrong: a drawing without ink is not thought of (ValueError: min of nothing)
def centre_digit(drawing, size=20, side=28):
    from cnnhelpers.datasets import resized
    rows, columns = np.nonzero(drawing)
    box = drawing[rows.min():rows.max() + 1, columns.min():columns.max() + 1]
    height, width = (max(1, round(each * size / max(box.shape))) for each in box.shape)
    box = resized(box, height, width)
    top = round(side // 2 - box.sum(axis=1) @ np.arange(height) / box.sum())
    left = round(side // 2 - box.sum(axis=0) @ np.arange(width) / box.sum())
    top, left = min(max(top, 0), side - height), min(max(left, 0), side - width)
    result = np.zeros((side, side))
    result[top:top + height, left:left + width] = box
    return result
# %% wrong: the centre of mass is that of the box before scaling
def centre_digit(drawing, size=20, side=28):
    from cnnhelpers.datasets import resized
    result = np.zeros((side, side))
    rows, columns = np.nonzero(drawing)
    if len(rows) == 0:
        return result
    box = drawing[rows.min():rows.max() + 1, columns.min():columns.max() + 1]
    y = box.sum(axis=1) @ np.arange(box.shape[0]) / box.sum()
    x = box.sum(axis=0) @ np.arange(box.shape[1]) / box.sum()
    height, width = (max(1, round(each * size / max(box.shape))) for each in box.shape)
    top = min(max(round(side // 2 - y), 0), side - height)
    left = min(max(round(side // 2 - x), 0), side - width)
    result[top:top + height, left:left + width] = resized(box, height, width)
    return result
# %% wrong: the other side is rounded down to nothing for a thin stroke, without "at least 1" (ValueError)
def centre_digit(drawing, size=20, side=28):
    from cnnhelpers.datasets import resized
    result = np.zeros((side, side))
    rows, columns = np.nonzero(drawing)
    if len(rows) == 0:
        return result
    box = drawing[rows.min():rows.max() + 1, columns.min():columns.max() + 1]
    height, width = (round(each * size / max(box.shape)) for each in box.shape)
    box = resized(box, height, width)
    top = round(side // 2 - box.sum(axis=1) @ np.arange(height) / box.sum())
    left = round(side // 2 - box.sum(axis=0) @ np.arange(width) / box.sum())
    top, left = min(max(top, 0), side - height), min(max(left, 0), side - width)
    result[top:top + height, left:left + width] = box
    return result
# %% right: with np.clip and np.rint, both axes in a loop
def centre_digit(drawing, size=20, side=28):
    from cnnhelpers.datasets import resized
    result = np.zeros((side, side))
    inked = drawing > 0
    if not inked.any():
        return result
    rows, columns = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    box = drawing[rows[0]:rows[-1] + 1, columns[0]:columns[-1] + 1]
    shape = [max(1, int(np.rint(size * each / max(box.shape)))) for each in box.shape]
    box = resized(box, *shape)
    start = []
    for axis in (0, 1):
        ink = box.sum(axis=1 - axis)
        mean = np.arange(shape[axis]) @ ink / box.sum()
        start.append(int(np.clip(np.rint(side // 2 - mean), 0, side - shape[axis])))
    result[start[0]:start[0] + shape[0], start[1]:start[1] + shape[1]] = box
    return result
