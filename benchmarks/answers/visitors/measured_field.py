# %% wrong: only positive values count, rows and columns with negative ones only are missed
def measured_field(gradient):
    if not gradient.any():
        return 0, 0
    rows = np.where(gradient.max(axis=1) > 0)[0]
    columns = np.where(gradient.max(axis=0) > 0)[0]
    if len(rows) == 0:
        return 0, 0
    return int(rows[-1] - rows[0] + 1), int(columns[-1] - columns[0] + 1)


# %% wrong: counts the rows and columns that hold a non-zero value, not the distance from first to last
def measured_field(gradient):
    support = np.abs(gradient) > 0
    return int(support.any(axis=1).sum()), int(support.any(axis=0).sum())


# %% wrong: two mistakes: the + 1 is missing, and a gradient of zeros crashes in max()
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    height = rows.max() - rows.min()
    width = columns.max() - columns.min()
    return height, width


# %% right: trims empty rows and columns one by one
def measured_field(gradient):
    rows = [any(value != 0 for value in row) for row in gradient.tolist()]
    columns = [any(value != 0 for value in column) for column in gradient.T.tolist()]

    def extent(flags):
        if True not in flags:
            return 0
        return len(flags) - flags.index(True) - flags[::-1].index(True)

    return extent(rows), extent(columns)
