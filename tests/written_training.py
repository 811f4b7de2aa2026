"""Answers to the exercises of notebook 13 as learners write them, right and wrong."""

from __future__ import annotations

import math

import numpy as np
from check_tools import Written

book = Written()
FEWEST = {
    "batches": 8,
    "sgd_momentum": 8,
    "adam": 8,
    "epoch": 8,
    "accuracy": 8,
    "confusion_matrix": 8,
}

# batches ----------------------------------------------------------------------------------------


@book.right("batches")
def _(images, labels, order, batch_size):
    found = []
    for start in range(0, len(images), batch_size):
        part = order[start : start + batch_size]
        found.append((images[part], labels[part]))
    return found


@book.right("batches")
def _(images, labels, order, batch_size):
    images, labels = images[order], labels[order]
    for start in range(0, len(images), batch_size):
        yield images[start : start + batch_size], labels[start : start + batch_size]


@book.right("batches")
def _(images, labels, order, batch_size):
    cuts = np.arange(batch_size, len(order), batch_size)
    return [[images[part], labels[part]] for part in np.split(order, cuts)]


@book.right("batches")
def _(images, labels, order, batch_size):
    found, here = [], []
    for number in order:
        here.append(number)
        if len(here) == batch_size:
            found.append(([images[n] for n in here], [labels[n] for n in here]))
            here = []
    if here:
        found.append(([images[n] for n in here], [labels[n] for n in here]))
    return found


@book.right("batches")
def _(images, labels, order, batch_size):
    count = math.ceil(len(order) / batch_size)
    parts = [order[n * batch_size : (n + 1) * batch_size] for n in range(count)]
    return tuple((np.take(images, part, axis=0), np.take(labels, part)) for part in parts)


@book.wrong("batches", "labels-not-in-order")
def _(images, labels, order, batch_size):
    images = images[order]
    starts = range(0, len(order), batch_size)
    return [(images[s : s + batch_size], labels[s : s + batch_size]) for s in starts]


@book.wrong("batches", "last-batch-dropped")
def _(images, labels, order, batch_size):
    found = []
    for n in range(len(order) // batch_size):
        part = order[n * batch_size : (n + 1) * batch_size]
        found.append((images[part], labels[part]))
    return found


@book.wrong("batches", "empty-batch")
def _(images, labels, order, batch_size):
    for n in range(len(order) // batch_size + 1):
        part = order[n * batch_size : (n + 1) * batch_size]
        yield images[part], labels[part]


@book.wrong("batches", "overlapping-batches")
def _(images, labels, order, batch_size):
    parts = [order[start : start + batch_size] for start in range(len(order))]
    return [(images[part], labels[part]) for part in parts]


@book.wrong("batches", "order-ignored")
def _(images, labels, order, batch_size):
    starts = range(0, len(images), batch_size)
    return [(images[s : s + batch_size], labels[s : s + batch_size]) for s in starts]


@book.wrong("batches", "number-for-size")
def _(images, labels, order, batch_size):
    parts = [part for part in np.array_split(order, batch_size) if len(part)]
    return [(images[part], labels[part]) for part in parts]


@book.wrong("batches", "first-batch-only")
def _(images, labels, order, batch_size):
    for start in range(0, len(order), batch_size):
        part = order[start : start + batch_size]
        return [(images[part], labels[part])]


@book.wrong("batches", "no-pairs")
def _(images, labels, order, batch_size):
    return [images[order[s : s + batch_size]] for s in range(0, len(order), batch_size)]


@book.wrong("batches", "one-too-many")
def _(images, labels, order, batch_size):
    parts = [order[s : s + batch_size - 1] for s in range(0, len(order), batch_size)]
    return [(images[part], labels[part]) for part in parts]


@book.wrong("batches", "no-pairs")
def _(images, labels, order, batch_size):
    for start in range(0, len(order), batch_size):
        yield images[order[start : start + batch_size]]


# sgd_momentum -----------------------------------------------------------------------------------


@book.right("sgd_momentum")
def _(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + grad
    return parameter - lr * velocity, velocity


@book.right("sgd_momentum")
def _(parameter, grad, velocity, lr, momentum=0.9):
    velocity = velocity * momentum
    velocity = velocity + grad
    step = velocity * lr
    return [parameter - step, velocity]


@book.right("sgd_momentum")
def _(parameter, grad, velocity, lr, momentum=0.9):
    new, speed = np.empty(parameter.shape), np.empty(parameter.shape)
    for place in np.ndindex(*parameter.shape):
        speed[place] = momentum * velocity[place] + grad[place]
        new[place] = parameter[place] - lr * speed[place]
    return new, speed


@book.right("sgd_momentum")
def _(parameter, grad, velocity, lr, momentum=0.9):
    speed = np.add(np.multiply(velocity, momentum), grad)
    return np.subtract(parameter, np.multiply(speed, lr)), speed


@book.right("sgd_momentum")
def _(parameter, grad, velocity, lr, momentum=0.9):
    return parameter - lr * grad - lr * momentum * velocity, grad + velocity * momentum


@book.wrong("sgd_momentum", "rate-inside-velocity")
def _(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + lr * grad
    return parameter - velocity, velocity


@book.wrong("sgd_momentum", "rate-and-sign-inside-velocity")
def _(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity - lr * grad
    return parameter + velocity, velocity


@book.wrong("sgd_momentum", "dampened")
def _(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + (1 - momentum) * grad
    return parameter - lr * velocity, velocity


@book.wrong("sgd_momentum", "uphill")
def _(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + grad
    return parameter + lr * velocity, velocity


@book.wrong("sgd_momentum", "old-velocity")
def _(parameter, grad, velocity, lr, momentum=0.9):
    return parameter - lr * velocity, momentum * velocity + grad


@book.wrong("sgd_momentum", "input-changed")
def _(parameter, grad, velocity, lr, momentum=0.9):
    speed = momentum * velocity + grad
    parameter -= lr * speed
    return parameter, speed


@book.wrong("sgd_momentum", "nesterov")
def _(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + grad
    return parameter - lr * (grad + momentum * velocity), velocity


@book.wrong("sgd_momentum", "parameter-multiplied")
def _(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + grad
    return (1 - lr) * parameter - lr * velocity, velocity


@book.wrong("sgd_momentum", "number-of-arrays")
def _(parameter, grad, velocity, lr, momentum=0.9):
    return parameter - lr * (momentum * velocity + grad)


# adam -------------------------------------------------------------------------------------------


@book.right("adam")
def _(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    mean = b1 * mean + (1 - b1) * grad
    square = b2 * square + (1 - b2) * grad**2
    m_hat = mean / (1 - b1**step)
    s_hat = square / (1 - b2**step)
    return parameter - lr * m_hat / (np.sqrt(s_hat) + eps), mean, square


@book.right("adam")
def _(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    mean = mean + (1 - betas[0]) * (grad - mean)
    square = square + (1 - betas[1]) * (grad * grad - square)
    rate = lr / (1 - betas[0] ** step)
    root = np.sqrt(square) / math.sqrt(1 - betas[1] ** step) + eps
    return parameter - rate * mean / root, mean, square


@book.right("adam")
def _(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    new = [np.empty(parameter.shape) for _ in range(3)]
    for place in np.ndindex(*parameter.shape):
        m = betas[0] * mean[place] + (1 - betas[0]) * grad[place]
        s = betas[1] * square[place] + (1 - betas[1]) * grad[place] ** 2
        root = math.sqrt(s / (1 - betas[1] ** step)) + eps
        new[0][place] = parameter[place] - lr * m / (1 - betas[0] ** step) / root
        new[1][place], new[2][place] = m, s
    return tuple(new)


@book.right("adam")
def _(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    state = []
    for before, new, beta in zip((mean, square), (grad, np.square(grad)), betas):
        state.append(np.multiply(beta, before) + np.multiply(1 - beta, new))
    hats = [each / (1 - beta**step) for each, beta in zip(state, betas)]
    return [parameter - lr * hats[0] / (hats[1] ** 0.5 + eps), *state]


@book.right("adam")
def _(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    def running(old, new, beta):
        return old * beta + new * (1.0 - beta)

    def corrected(value, beta):
        return value / (1.0 - np.power(beta, step))

    mean, square = running(mean, grad, betas[0]), running(square, grad**2, betas[1])
    down = corrected(mean, betas[0]) / (corrected(square, betas[1]) ** 0.5 + eps)
    return parameter - down * lr, mean, square


@book.wrong("adam", "correction-missing")
def _(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    mean = betas[0] * mean + (1 - betas[0]) * grad
    square = betas[1] * square + (1 - betas[1]) * grad**2
    return parameter - lr * mean / (np.sqrt(square) + eps), mean, square


@book.wrong("adam", "step-from-zero")
def _(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    mean = betas[0] * mean + (1 - betas[0]) * grad
    square = betas[1] * square + (1 - betas[1]) * grad**2
    m_hat, s_hat = mean / (1 - betas[0] ** (step - 1)), square / (1 - betas[1] ** (step - 1))
    return parameter - lr * m_hat / (np.sqrt(s_hat) + eps), mean, square


@book.wrong("adam", "eps-inside-root")
def _(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    mean = betas[0] * mean + (1 - betas[0]) * grad
    square = betas[1] * square + (1 - betas[1]) * grad**2
    m_hat, s_hat = mean / (1 - betas[0] ** step), square / (1 - betas[1] ** step)
    return parameter - lr * m_hat / np.sqrt(s_hat + eps), mean, square


@book.wrong("adam", "betas-swapped")
def _(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b2, b1 = betas
    mean = b1 * mean + (1 - b1) * grad
    square = b2 * square + (1 - b2) * grad**2
    m_hat, s_hat = mean / (1 - b1**step), square / (1 - b2**step)
    return parameter - lr * m_hat / (np.sqrt(s_hat) + eps), mean, square


@book.wrong("adam", "old-means")
def _(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    m_hat = mean / (1 - betas[0] ** step)
    mean = betas[0] * mean + (1 - betas[0]) * grad
    square = betas[1] * square + (1 - betas[1]) * grad**2
    s_hat = square / (1 - betas[1] ** step)
    return parameter - lr * m_hat / (np.sqrt(s_hat) + eps), mean, square


@book.wrong("adam", "corrected-kept")
def _(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    mean = (betas[0] * mean + (1 - betas[0]) * grad) / (1 - betas[0] ** step)
    square = (betas[1] * square + (1 - betas[1]) * grad**2) / (1 - betas[1] ** step)
    return parameter - lr * mean / (np.sqrt(square) + eps), mean, square


# epoch ------------------------------------------------------------------------------------------


def _forward(logits, labels):
    """Mean loss and the gradient of the logits."""
    chances = np.exp(logits - logits.max(axis=1, keepdims=True))
    chances = chances / chances.sum(axis=1, keepdims=True)
    loss = -np.log(chances[np.arange(len(labels)), labels]).mean()
    return loss, (chances - np.eye(logits.shape[1])[labels]) / len(labels)


@book.right("epoch")
def _(weight, images, labels, order, batch_size, lr):
    total = 0
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        loss, grad = _forward(images[batch] @ weight.T, labels[batch])
        total += loss * len(batch)
        weight = weight - lr * grad.T @ images[batch]
    return weight, total / len(order)


@book.right("epoch")
def _(weight, images, labels, order, batch_size, lr):
    weight, losses = weight.copy(), np.zeros(len(order))
    images, labels = images[order], labels[order]
    for start in range(0, len(images), batch_size):
        x, y = images[start : start + batch_size], labels[start : start + batch_size]
        grad = np.zeros(weight.shape)
        for n, (image, label) in enumerate(zip(x, y)):
            powers = np.exp(weight @ image)
            chances = powers / powers.sum()
            losses[start + n] = -np.log(chances[label])
            chances[label] -= 1
            grad += np.outer(chances, image) / len(x)
        weight -= lr * grad
    return weight, losses.mean()


@book.right("epoch")
def _(weight, images, labels, order, batch_size, lr):
    losses = []
    for batch in np.split(order, range(batch_size, len(order), batch_size)):
        loss, grad = _forward(images[batch] @ weight.T, labels[batch])
        losses += [loss] * len(batch)
        weight = weight - lr * (grad.T @ images[batch])
    return [weight, np.mean(losses)]


@book.right("epoch")
def _(weight, images, labels, order, batch_size, lr):
    step, total = np.zeros_like(weight), 0.0
    starts = list(range(0, len(order), batch_size))
    for first, last in zip(starts, [*starts[1:], len(order)]):
        x, y = images[order[first:last]], labels[order[first:last]]
        loss, grad = _forward((weight + step) @ x.T if False else x @ (weight + step).T, y)
        step = step - lr * np.einsum("nc,nf->cf", grad, x)
        total += loss * (last - first) / len(order)
    return weight + step, total


@book.right("epoch")
def _(weight, images, labels, order, batch_size, lr):
    import torch

    w = torch.tensor(weight, requires_grad=True)
    x, y, total = torch.tensor(images), torch.tensor(labels), 0.0
    for batch in torch.tensor(order).split(batch_size):
        loss = torch.nn.functional.cross_entropy(x[batch] @ w.T, y[batch], reduction="sum")
        (loss / len(batch)).backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad = None
        total += loss.item()
    return w, total / len(order)


@book.wrong("epoch", "gradients-kept")
def _(weight, images, labels, order, batch_size, lr):
    total, grad = 0, np.zeros(weight.shape)
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        loss, errors = _forward(images[batch] @ weight.T, labels[batch])
        grad += errors.T @ images[batch]
        weight = weight - lr * grad
        total += loss * len(batch)
    return weight, total / len(order)


@book.wrong("epoch", "labels-not-in-order")
def _(weight, images, labels, order, batch_size, lr):
    total, images = 0, images[order]
    for start in range(0, len(order), batch_size):
        x, y = images[start : start + batch_size], labels[start : start + batch_size]
        loss, errors = _forward(x @ weight.T, y)
        weight = weight - lr * errors.T @ x
        total += loss * len(x)
    return weight, total / len(order)


@book.wrong("epoch", "mean-of-means")
def _(weight, images, labels, order, batch_size, lr):
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        loss, errors = _forward(images[batch] @ weight.T, labels[batch])
        weight = weight - lr * errors.T @ images[batch]
        losses.append(loss)
    return weight, sum(losses) / len(losses)


@book.wrong("epoch", "step-after-each-image")
def _(weight, images, labels, order, batch_size, lr):
    total = 0
    for n in order:
        loss, errors = _forward(images[n : n + 1] @ weight.T, labels[n : n + 1])
        weight = weight - lr * errors.T @ images[n : n + 1]
        total += loss
    return weight, total / len(order)


@book.wrong("epoch", "uphill")
def _(weight, images, labels, order, batch_size, lr):
    total = 0
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        loss, errors = _forward(images[batch] @ weight.T, labels[batch])
        weight = weight + lr * errors.T @ images[batch]
        total += loss * len(batch)
    return weight, total / len(order)


@book.wrong("epoch", "gradient-summed")
def _(weight, images, labels, order, batch_size, lr):
    total = 0
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        loss, errors = _forward(images[batch] @ weight.T, labels[batch])
        weight = weight - lr * len(batch) * errors.T @ images[batch]
        total += loss * len(batch)
    return weight, total / len(order)


@book.wrong("epoch", "input-changed")
def _(weight, images, labels, order, batch_size, lr):
    total = 0
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        loss, errors = _forward(images[batch] @ weight.T, labels[batch])
        weight -= lr * errors.T @ images[batch]
        total += loss * len(batch)
    return weight, total / len(order)


@book.wrong("epoch", "images-not-in-order")
def _(weight, images, labels, order, batch_size, lr):
    total = 0
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        x = images[start : start + batch_size]
        loss, errors = _forward(x @ weight.T, labels[batch])
        weight = weight - lr * errors.T @ x
        total += loss * len(batch)
    return weight, total / len(order)


@book.wrong("epoch", "gradient-transposed")
def _(weight, images, labels, order, batch_size, lr):
    total = 0
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        loss, errors = _forward(images[batch] @ weight.T, labels[batch])
        weight = weight - lr * images[batch].T @ errors
        total += loss * len(batch)
    return weight, total / len(order)


@book.wrong("epoch", "weight-not-transposed")
def _(weight, images, labels, order, batch_size, lr):
    total = 0
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        loss, errors = _forward(images[batch] @ weight, labels[batch])
        weight = weight - lr * errors.T @ images[batch]
        total += loss * len(batch)
    return weight, total / len(order)


@book.wrong("epoch", "last-batch-dropped")
def _(weight, images, labels, order, batch_size, lr):
    total = 0
    for start in range(0, len(order) - batch_size + 1, batch_size):
        batch = order[start : start + batch_size]
        loss, errors = _forward(images[batch] @ weight.T, labels[batch])
        weight = weight - lr * errors.T @ images[batch]
        total += loss * len(batch)
    return weight, total / len(order)


# accuracy ---------------------------------------------------------------------------------------


@book.right("accuracy")
def _(logits, labels):
    return (logits.argmax(axis=1) == labels).mean()


@book.right("accuracy")
def _(logits, labels):
    right = 0
    for scores, label in zip(logits, labels):
        right += int(np.argmax(scores)) == label
    return right / len(labels)


@book.right("accuracy")
def _(logits, labels):
    return np.count_nonzero(np.argmax(logits, axis=-1) == np.asarray(labels)) / len(logits)


@book.right("accuracy")
def _(logits, labels):
    best = [max(range(len(row)), key=lambda c, row=row: row[c]) for row in logits]
    return sum(a == b for a, b in zip(best, labels)) / len(best)


@book.right("accuracy")
def _(logits, labels):
    return 1 - np.mean(np.argsort(-logits, axis=1, kind="stable")[:, 0] != labels)


@book.wrong("accuracy", "last-of-equals")
def _(logits, labels):
    order = np.argsort(logits, axis=1, kind="stable")
    return float((order[:, -1] == labels).mean())


@book.wrong("accuracy", "count-for-share")
def _(logits, labels):
    return int(np.sum(logits.argmax(axis=1) == labels))


@book.wrong("accuracy", "axis-zero")
def _(logits, labels):
    return np.mean(np.argmax(logits, axis=0) == labels)


@book.wrong("accuracy", "percent")
def _(logits, labels):
    return 100 * np.mean(logits.argmax(axis=1) == labels)


@book.wrong("accuracy", "divided-by-classes")
def _(logits, labels):
    return np.sum(logits.argmax(axis=1) == labels) / len(logits[0])


@book.wrong("accuracy", "error-rate")
def _(logits, labels):
    return np.mean(logits.argmax(axis=1) != labels)


# confusion_matrix -------------------------------------------------------------------------------


@book.right("confusion_matrix")
def _(labels, predictions, classes):
    matrix = np.zeros((classes, classes), dtype=int)
    for label, prediction in zip(labels, predictions):
        matrix[label, prediction] += 1
    return matrix


@book.right("confusion_matrix")
def _(labels, predictions, classes):
    places = classes * np.asarray(labels) + predictions
    return np.bincount(places, minlength=classes * classes).reshape(classes, classes)


@book.right("confusion_matrix")
def _(labels, predictions, classes):
    return np.eye(classes)[labels].T @ np.eye(classes)[predictions]


@book.right("confusion_matrix")
def _(labels, predictions, classes):
    pairs = list(zip(labels, predictions))
    return [[pairs.count((row, column)) for column in range(classes)] for row in range(classes)]


@book.right("confusion_matrix")
def _(labels, predictions, classes):
    edges = np.arange(classes + 1)
    return np.histogram2d(labels, predictions, (edges, edges))[0]


@book.wrong("confusion_matrix", "counts-overflow")
def _(labels, predictions, classes):
    table = np.zeros((classes, classes), np.uint8)
    for pair in zip(labels, predictions):
        table[pair] += np.uint8(1)
    return table


@book.wrong("confusion_matrix", "axes-swapped")
def _(labels, predictions, classes):
    matrix = np.zeros((classes, classes))
    for label, prediction in zip(labels, predictions):
        matrix[prediction, label] += 1
    return matrix


@book.wrong("confusion_matrix", "duplicates-lost")
def _(labels, predictions, classes):
    matrix = np.zeros((classes, classes))
    matrix[labels, predictions] += 1
    return matrix


@book.wrong("confusion_matrix", "normalised-columns")
def _(labels, predictions, classes):
    matrix = np.zeros((classes, classes))
    for label, prediction in zip(labels, predictions):
        matrix[label, prediction] += 1
    return matrix / np.maximum(matrix.sum(axis=0), 1)


@book.wrong("confusion_matrix", "last-image-only")
def _(labels, predictions, classes):
    for label, prediction in zip(labels, predictions):
        matrix = np.zeros((classes, classes))
        matrix[label, prediction] += 1
    return matrix


@book.wrong("confusion_matrix", "size-from-labels")
def _(labels, predictions, classes):
    size = max(*labels, *predictions) + 1
    matrix = np.zeros((size, size))
    np.add.at(matrix, (labels, predictions), 1)
    return matrix
