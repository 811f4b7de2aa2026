# %% wrong: the last smaller batch is left out; right where batch_size divides the number of images
def batches(images, labels, order, batch_size):
    result = []
    for k in range(len(order) // batch_size):
        idx = order[k * batch_size:(k + 1) * batch_size]
        result.append((images[idx], labels[idx]))
    return result
# %% wrong: only the images follow the order, the labels are cut in their old order
def batches(images, labels, order, batch_size):
    images = images[order]
    for start in range(0, len(images), batch_size):
        yield images[start:start + batch_size], labels[start:start + batch_size]
# %% wrong: array_split makes batches of nearly equal size instead of full ones and a smaller last; shows only where batch_size does not divide the number of images, and not always then (5 images by 3 are right)
def batches(images, labels, order, batch_size):
    parts = np.array_split(order, math.ceil(len(order) / batch_size))
    return [(images[p], labels[p]) for p in parts]
# %% wrong: two mistakes: the inverse of the order is used (argsort of it), and where batch_size divides the number of images an empty batch comes at the end
def batches(images, labels, order, batch_size):
    # bring everything into the order first
    places = np.argsort(order)
    shuffled, names = images[places], labels[places]
    out = []
    for b in range(len(order) // batch_size + 1):
        s = slice(b * batch_size, (b + 1) * batch_size)
        out.append((shuffled[s], names[s]))
    return out
# %% right: the order is eaten up from the front
def batches(images, labels, order, batch_size):
    rest = np.asarray(order)
    while len(rest):
        now, rest = rest[:batch_size], rest[batch_size:]
        yield images.take(now, axis=0), labels.take(now)
