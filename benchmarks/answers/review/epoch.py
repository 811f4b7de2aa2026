# %% wrong: the mean of the batches' means, so an image of a smaller last batch counts more
from cnnhelpers.functional import cross_entropy, cross_entropy_backward
def epoch(weight, images, labels, order, batch_size, lr):
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        logits = images[batch] @ weight.T
        losses.append(cross_entropy(logits, labels[batch]))
        weight = weight - lr * cross_entropy_backward(logits, labels[batch]).T @ images[batch]
    return weight, np.mean(losses)
# %% wrong: the loss is measured after the step, with the new weight
from cnnhelpers.functional import cross_entropy, cross_entropy_backward
def epoch(weight, images, labels, order, batch_size, lr):
    total = 0
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        x, y = images[batch], labels[batch]
        weight = weight - lr * cross_entropy_backward(x @ weight.T, y).T @ x
        total += cross_entropy(x @ weight.T, y) * len(batch)
    return weight, total / len(order)
# %% wrong: the labels are taken in their own order, not in that of the batch
from cnnhelpers.functional import cross_entropy, cross_entropy_backward
def epoch(weight, images, labels, order, batch_size, lr):
    total = 0
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        x, y = images[batch], labels[start:start + batch_size]
        logits = x @ weight.T
        total += cross_entropy(logits, y) * len(batch)
        weight = weight - lr * cross_entropy_backward(logits, y).T @ x
    return weight, total / len(order)
