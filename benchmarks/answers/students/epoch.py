# %% wrong: ignores the order: goes through the images as they stand
def epoch(weight, images, labels, order, batch_size, lr):
    total = 0.0
    for start in range(0, len(images), batch_size):
        x, y = images[start:start + batch_size], labels[start:start + batch_size]
        z = x @ weight.T
        z = z - z.max(axis=1, keepdims=True)
        p = np.exp(z)
        p = p / p.sum(axis=1, keepdims=True)
        total += -np.log(p[np.arange(len(y)), y]).sum()
        p[np.arange(len(y)), y] -= 1
        weight = weight - lr * p.T @ x / len(y)
    return weight, total / len(images)
# %% wrong: mean of the batches' mean losses: a smaller last batch counts too much (right when batch_size divides N)
def epoch(weight, images, labels, order, batch_size, lr):
    losses = []
    for start in range(0, len(order), batch_size):
        pick = order[start:start + batch_size]
        x, y = images[pick], labels[pick]
        z = x @ weight.T
        z = z - z.max(axis=1, keepdims=True)
        p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        losses.append(-np.log(p[np.arange(len(y)), y]).mean())
        p[np.arange(len(y)), y] -= 1
        weight = weight - lr * p.T @ x / len(y)
    return weight, np.mean(losses)
# %% wrong: weight -= ... changes the weight that was passed
def epoch(weight, images, labels, order, batch_size, lr):
    loss = 0
    for start in range(0, len(order), batch_size):
        pick = order[start:start + batch_size]
        x, y = images[pick], labels[pick]
        logits = x @ weight.T
        logits -= logits.max(axis=1, keepdims=True)
        p = np.exp(logits)
        p /= p.sum(axis=1, keepdims=True)
        loss -= np.log(p[np.arange(len(y)), y]).sum()
        y_hot = np.eye(len(weight))[y]
        weight -= lr * (p - y_hot).T @ x / len(y)
    return weight, loss / len(order)
# %% wrong: the last, smaller batch is left out (N // batch_size batches); its images neither train nor count
def epoch(weight, images, labels, order, batch_size, lr):
    total, seen = 0.0, 0
    for k in range(len(order) // batch_size):
        pick = order[k * batch_size:(k + 1) * batch_size]
        x, y = images[pick], labels[pick]
        z = x @ weight.T
        z = z - z.max(axis=1, keepdims=True)
        p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        total += -np.log(p[np.arange(len(y)), y]).sum()
        seen += len(y)
        p[np.arange(len(y)), y] -= 1
        weight = weight - lr * p.T @ x / len(y)
    return weight, total / seen
# %% wrong: divides every batch's gradient by batch_size, also that of the smaller last one (right when batch_size divides N)
def epoch(weight, images, labels, order, batch_size, lr):
    total = 0.0
    for start in range(0, len(order), batch_size):
        pick = order[start:start + batch_size]
        x, y = images[pick], labels[pick]
        z = x @ weight.T
        z = z - z.max(axis=1, keepdims=True)
        p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        total += -np.log(p[np.arange(len(y)), y]).sum()
        p[np.arange(len(y)), y] -= 1
        weight = weight - lr * p.T @ x / batch_size
    return weight, total / len(order)
# %% wrong: the loss is measured after the epoch with the final weight, not just before each step
def epoch(weight, images, labels, order, batch_size, lr):
    def probabilities(w, x):
        z = x @ w.T
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)
    for start in range(0, len(order), batch_size):
        pick = order[start:start + batch_size]
        p = probabilities(weight, images[pick])
        p[np.arange(len(pick)), labels[pick]] -= 1
        weight = weight - lr * p.T @ images[pick] / len(pick)
    p = probabilities(weight, images[order])
    return weight, -np.log(p[np.arange(len(order)), labels[order]]).mean()
# %% wrong: gradients of all batches are taken at the old weight and added: the weight moves once, at the end
def epoch(weight, images, labels, order, batch_size, lr):
    loss, step = 0.0, np.zeros(weight.shape)
    for start in range(0, len(order), batch_size):
        pick = order[start:start + batch_size]
        x, y = images[pick], labels[pick]
        z = x @ weight.T
        e = np.exp(z - z.max(axis=1, keepdims=True))
        p = e / e.sum(axis=1, keepdims=True)
        loss += -np.log(p[np.arange(len(y)), y]).sum()
        p[np.arange(len(y)), y] -= 1
        step += p.T @ x / len(y)
    return weight - lr * step, loss / len(order)
# %% right: one-hot labels, log-softmax by logaddexp, batches by np.split
def epoch(weight, images, labels, order, batch_size, lr):
    w = np.array(weight, dtype=float)
    hot = (np.asarray(labels)[:, None] == np.arange(len(w))).astype(float)
    losses = []
    for pick in np.split(np.asarray(order), range(batch_size, len(order), batch_size)):
        logits = images[pick] @ w.T
        log_p = logits - np.logaddexp.reduce(logits, axis=1)[:, None]
        losses.extend(-(hot[pick] * log_p).sum(axis=1))
        w = w - lr / len(pick) * np.einsum("nc,nf->cf", np.exp(log_p) - hot[pick], images[pick])
    return w, sum(losses) / len(losses)
