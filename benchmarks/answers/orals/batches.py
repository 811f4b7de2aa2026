# %% wrong: images and labels are scattered by order (new[order] = old), which is the inverse permutation, instead of picked by it (old[order])
def batches(images, labels, order, batch_size):
    shuffled_images, shuffled_labels = np.empty_like(images), np.empty_like(labels)
    shuffled_images[order] = images
    shuffled_labels[order] = labels
    return [(shuffled_images[i:i + batch_size], shuffled_labels[i:i + batch_size])
            for i in range(0, len(order), batch_size)]
# %% wrong: order is cut into batch_size pieces, instead of into pieces of batch_size each
def batches(images, labels, order, batch_size):
    return [(images[piece], labels[piece]) for piece in np.array_split(order, batch_size)]
# %% wrong: return stands inside the loop, so only the first pair comes back, as one pair and not in a list
def batches(images, labels, order, batch_size):
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        return images[batch], labels[batch]
# %% wrong: a smaller last batch is left out
def batches(images, labels, order, batch_size):
    pairs = []
    for number in range(len(order) // batch_size):
        chosen = order[number * batch_size:(number + 1) * batch_size]
        pairs.append((images[chosen], labels[chosen]))
    return pairs
# %% right: a generator that takes from the rest as long as there is one
def batches(images, labels, order, batch_size):
    rest = list(order)
    while rest:
        now, rest = rest[:batch_size], rest[batch_size:]
        yield np.take(images, now, axis=0), np.take(labels, now, axis=0)
