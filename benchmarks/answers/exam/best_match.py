# %% wrong: subtracts the mean of the image, not that of the pattern
from cnnhelpers import mine

def best_match(image, pattern):
    scores = mine.correlate2d(image - image.mean(), pattern)
    return np.unravel_index(np.argmax(scores), scores.shape)

# %% wrong: unravelled with the shape of the image instead of that of the scores
from cnnhelpers import mine

def best_match(image, pattern):
    scores = mine.correlate2d(image, pattern - pattern.mean())
    return np.unravel_index(np.argmax(scores), image.shape)

# %% wrong: the row and the column with the largest sums, not the largest single score
from cnnhelpers import mine

def best_match(image, pattern):
    scores = mine.correlate2d(image, pattern - pattern.mean())
    return int(np.argmax(scores.sum(axis=1))), int(np.argmax(scores.sum(axis=0)))

# %% wrong: returns column before row
from cnnhelpers import mine

def best_match(image, pattern):
    scores = mine.correlate2d(image, pattern - pattern.mean())
    row, column = np.unravel_index(np.argmax(scores), scores.shape)
    return column, row

# %% wrong: looks for the smallest squared difference instead of the highest correlation
def best_match(image, pattern):
    shape = pattern - pattern.mean()
    windows = np.lib.stride_tricks.sliding_window_view(image, pattern.shape)
    distance = ((windows - shape) ** 2).sum(axis=(2, 3))
    return np.unravel_index(np.argmin(distance), distance.shape)

# %% wrong: the mean is subtracted from the caller's pattern in place (UFuncTypeError for whole numbers)
from cnnhelpers import mine

def best_match(image, pattern):
    pattern -= pattern.mean()
    scores = mine.correlate2d(image, pattern)
    return np.unravel_index(np.argmax(scores), scores.shape)

# %% wrong: the middle of the window, not its top left corner
from cnnhelpers import mine

def best_match(image, pattern):
    scores = mine.correlate2d(image, pattern - pattern.mean())
    row, column = np.unravel_index(np.argmax(scores), scores.shape)
    return row + pattern.shape[0] // 2, column + pattern.shape[1] // 2

# %% right: keeps the best so far
def best_match(image, pattern):
    height, width = pattern.shape
    shape = pattern - pattern.mean()
    best, place = -np.inf, None
    for row in range(image.shape[0] - height + 1):
        for column in range(image.shape[1] - width + 1):
            score = float(np.sum(image[row : row + height, column : column + width] * shape))
            if score > best:
                best, place = score, (row, column)
    return place
