# %% wrong: distance between the outermost values, one less than the extent
def measured_field(gradient):
    used_rows = [r for r in range(gradient.shape[0]) if np.any(gradient[r] != 0)]
    used_cols = [c for c in range(gradient.shape[1]) if np.any(gradient[:, c] != 0)]
    if not used_rows:
        return (0, 0)
    return (used_rows[-1] - used_rows[0], used_cols[-1] - used_cols[0])
# %% wrong: rows are found by their sum, positive and negative values cancel
def measured_field(gradient):
    rows = np.flatnonzero(gradient.sum(axis=1))
    cols = np.flatnonzero(gradient.sum(axis=0))
    if len(rows) == 0 or len(cols) == 0:
        return 0, 0
    return int(rows[-1] - rows[0] + 1), int(cols[-1] - cols[0] + 1)
# %% wrong: the maximum is looked for, so a line of negative values does not count
def measured_field(gradient):
    rows = np.flatnonzero(gradient.max(axis=1) > 0)
    cols = np.flatnonzero(gradient.max(axis=0) > 0)
    if len(rows) == 0:
        return 0, 0
    return int(rows[-1] - rows[0] + 1), int(cols[-1] - cols[0] + 1)
# %% wrong: IndexError where everything is 0
def measured_field(gradient):
    rows = np.flatnonzero(gradient.any(axis=1))
    cols = np.flatnonzero(gradient.any(axis=0))
    return int(rows[-1] - rows[0] + 1), int(cols[-1] - cols[0] + 1)
# %% wrong: any(axis=0) gives the columns and is used for the height, width and height exchanged
def measured_field(gradient):
    def extent(line):
        hits = np.flatnonzero(line)
        return int(hits[-1] - hits[0] + 1) if len(hits) else 0

    return extent(gradient.any(axis=0)), extent(gradient.any(axis=1))
# %% wrong: only the lines with a value are counted, empty lines between them are left out
def measured_field(gradient):
    return int(np.any(gradient, axis=1).sum()), int(np.any(gradient, axis=0).sum())
# %% wrong: tiny gradients are rounded away (np.isclose to 0)
def measured_field(gradient):
    rows, cols = np.where(~np.isclose(gradient, 0))
    if rows.size == 0:
        return 0, 0
    return int(np.ptp(rows)) + 1, int(np.ptp(cols)) + 1
# %% wrong: the corners (first row, first column, last row, last column) are returned
def measured_field(gradient):
    rows, cols = np.nonzero(gradient)
    if rows.size == 0:
        return 0, 0
    return int(rows.min()), int(cols.min()), int(rows.max()), int(cols.max())
# %% wrong: the area of the rectangle
def measured_field(gradient):
    rows, cols = np.nonzero(gradient)
    if rows.size == 0:
        return 0
    return (int(np.ptp(rows)) + 1) * (int(np.ptp(cols)) + 1)
# %% wrong: the width is computed from the rows again
def measured_field(gradient):
    rows, cols = np.nonzero(gradient)
    if rows.size == 0:
        return 0, 0
    return int(np.ptp(rows)) + 1, int(np.ptp(rows)) + 1
# %% wrong: two mistakes: + 1 is missing, and only positive values count
def measured_field(gradient):
    rows, cols = np.nonzero(gradient > 0)
    if rows.size == 0:
        return 0, 0
    return int(np.ptp(rows)), int(np.ptp(cols))
# %% right: two lists of used lines
def measured_field(gradient):
    used_rows = [r for r in range(gradient.shape[0]) if np.any(gradient[r] != 0)]
    used_cols = [c for c in range(gradient.shape[1]) if np.any(gradient[:, c] != 0)]
    if not used_rows:
        return (0, 0)
    return (used_rows[-1] - used_rows[0] + 1, used_cols[-1] - used_cols[0] + 1)
# %% right: grows a bounding box point by point
def measured_field(gradient):
    box = None
    for (r, c), value in np.ndenumerate(gradient):
        if value != 0:
            if box is None:
                box = [r, c, r, c]
            box = [min(box[0], r), min(box[1], c), max(box[2], r), max(box[3], c)]
    if box is None:
        return 0, 0
    return box[2] - box[0] + 1, box[3] - box[1] + 1
# %% right: argmax from both ends
def measured_field(gradient):
    if not np.any(gradient):
        return 0, 0
    answer = []
    for axis in (1, 0):
        line = np.any(gradient != 0, axis=axis)
        answer.append(len(line) - int(line.argmax()) - int(line[::-1].argmax()))
    return tuple(answer)
