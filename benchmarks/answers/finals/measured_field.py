# %% wrong: counts rows and columns that are not empty, so holes in between are missing
def measured_field(gradient):
    rows = np.any(gradient != 0, axis=1)
    columns = np.any(gradient != 0, axis=0)
    return int(rows.sum()), int(columns.sum())
# %% wrong: negative gradients are left out
def measured_field(gradient):
    places = np.argwhere(gradient > 0)
    if places.size == 0:
        return 0, 0
    height, width = places.max(axis=0) - places.min(axis=0) + 1
    return int(height), int(width)
# %% wrong: the distance of the outermost values, one too small; all zeros is caught
def measured_field(gradient):
    rows, cols = np.where(gradient)
    if rows.size == 0:
        return (0, 0)
    return int(rows.max() - rows.min()), int(cols.max() - cols.min())
# %% wrong: no thought for a gradient of zeros, the maximum of nothing raises a ValueError
def measured_field(gradient):
    r, c = np.nonzero(gradient)
    return int(max(r) - min(r) + 1), int(max(c) - min(c) + 1)
# %% wrong: (width, height), the two are exchanged
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    if not len(rows):
        return 0, 0
    return int(columns.max() - columns.min()) + 1, int(rows.max() - rows.min()) + 1
# %% right: strips empty rows and columns from all four sides
def measured_field(gradient):
    grid = np.asarray(gradient) != 0
    for _ in range(4):
        grid = np.rot90(grid)
        while grid.shape[0] and not grid[0].any():
            grid = grid[1:]
    return grid.shape if grid.size else (0, 0)
