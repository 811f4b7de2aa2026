# %% wrong: num_batches_tracked is not set back, so the old statistics keep a share; shows when the model has been trained before
def update_bn(model, images, batch_size):
    for part in model.modules():
        if hasattr(part, "running_mean"):
            part.momentum = None
    model.train()
    for start in range(0, len(images), batch_size):
        model(images[start:start + batch_size])
    return model.eval()
# %% wrong: the last, smaller batch is left out; shows when batch_size does not divide the number of images
def update_bn(model, images, batch_size):
    for m in model.modules():
        if hasattr(m, "num_batches_tracked"):
            m.momentum = None
            m.num_batches_tracked = np.array(0)
    model.train()
    n = len(images) // batch_size
    for b in range(n):
        model(images[b * batch_size:(b + 1) * batch_size])
    return model.eval()
# %% wrong: momentum 1 in place of a plain mean, so only the statistics of the last batch are left; shows with two batches or more
def update_bn(model, images, batch_size):
    norms = [p for p in model.modules() if hasattr(p, "running_var")]
    for norm in norms:
        norm.momentum = 1.0     # keeps nothing old
        norm.num_batches_tracked = np.array(0)
    model.train()
    i = 0
    while i < len(images):
        model(images[i:i + batch_size])
        i += batch_size
    model.eval()
    return model
# %% wrong: two mistakes: all images go through in one batch, and the model comes back in training mode
def update_bn(model, images, batch_size):
    for layer in model.modules():
        if hasattr(layer, "running_mean"):
            layer.momentum = None
            layer.num_batches_tracked = np.array(0)
    model.train()
    model(images)
    return model
# %% right: each batch's own statistics are read off with momentum 1, and averaged by hand
def update_bn(model, images, batch_size):
    norms = [part for part in model.modules() if hasattr(part, "running_mean")]
    means, variances = [[] for _ in norms], [[] for _ in norms]
    model.train()
    for batch in np.split(images, range(batch_size, len(images), batch_size)):
        for norm in norms:
            norm.momentum = 1.0
            norm.running_mean[...], norm.running_var[...] = 0, 0
        model(batch)
        for norm, mean, variance in zip(norms, means, variances):
            mean.append(np.array(norm.running_mean, dtype=np.float64))
            variance.append(np.array(norm.running_var, dtype=np.float64))
    for norm, mean, variance in zip(norms, means, variances):
        norm.running_mean[...] = np.mean(mean, axis=0)
        norm.running_var[...] = np.mean(variance, axis=0)
    return model.eval()
