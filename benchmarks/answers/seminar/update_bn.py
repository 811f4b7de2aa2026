# %% wrong: the momentum is set to 1, so only the last batch is left, not the mean of all; shows with two batches or more
def update_bn(model, images, batch_size):
    for part in model.modules():
        if hasattr(part, "running_mean"):
            part.momentum = 1.0
    model.train()
    for start in range(0, len(images), batch_size):
        model(images[start:start + batch_size])
    return model.eval()
# %% wrong: the count of batches is not set back to 0, so the old statistics keep a share; shows if the model has been trained before
def update_bn(model, images, batch_size):
    for m in model.modules():
        if hasattr(m, "num_batches_tracked"):
            m.momentum = None
    model.train()
    n = len(images)
    i = 0
    while i < n:
        model(images[i:i + batch_size])
        i += batch_size
    model.eval()
    return model
# %% wrong: a smaller last batch is left out; shows when batch_size does not divide the number of images
def update_bn(model, images, batch_size):
    for layer in model.modules():
        if "BatchNorm" in type(layer).__name__:
            layer.momentum = None
            layer.num_batches_tracked = np.array(0)
    model.train()
    for b in range(len(images) // batch_size):
        batch = images[b * batch_size:(b + 1) * batch_size]
        model(batch)
    return model.eval()
# %% wrong: two mistakes: the momentum stays at its usual value, so it is no plain mean and old ones are left, and the model comes back in training mode
def update_bn(model, images, batch_size):
    model.train()
    for part in model.modules():
        if hasattr(part, "running_mean"):
            part.num_batches_tracked = np.array(0)
    for k in range(0, len(images), batch_size):
        model(images[k : k + batch_size])
    return model
# %% right: batch number i comes in with the share 1 / i, set by hand
def update_bn(model, images, batch_size):
    norms = [part for part in model.modules() if getattr(part, "running_mean", None) is not None]
    model.train()
    cuts = list(range(0, len(images), batch_size))
    for number, start in enumerate(cuts, start=1):
        for norm in norms:
            norm.momentum = 1.0 / number
        model(images[start : start + batch_size])
    model.eval()
    return model
