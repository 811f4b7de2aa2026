# %% wrong: the return is forgotten, the answer is None (the model itself gets the right statistics)
def update_bn(model, images, batch_size):
    for part in model.modules():
        if hasattr(part, "running_mean"):
            part.momentum = None
            part.num_batches_tracked = np.array(0)
    model.train()
    for start in range(0, len(images), batch_size):
        model(images[start:start + batch_size])
    model.eval()
# %% wrong: momentum is set to 1, so only the last batch counts, not the mean over all batches; right for a single batch
def update_bn(model, images, batch_size):
    for module in model.modules():
        if hasattr(module, "running_var"):
            module.momentum = 1.0
    model.train()
    for k in range(-(-len(images) // batch_size)):
        model(images[k * batch_size:(k + 1) * batch_size])
    return model.eval()
# %% wrong: the last batch is left out where it is smaller than batch_size; right where batch_size divides the number of images
def update_bn(model, images, batch_size):
    norms = [m for m in model.modules() if hasattr(m, "running_mean")]
    for norm in norms:
        norm.momentum, norm.num_batches_tracked = None, np.array(0)
    model.train()
    for number in range(len(images) // batch_size):
        model(images[number * batch_size:][:batch_size])
    return model.eval()
# %% wrong: two mistakes: the momentum of the norms stays as it was (0.1), so the result is a running average that still holds some of the old statistics, and the model is left in training mode
def update_bn(model, images, batch_size):
    model.train()
    for part in model.modules():
        if hasattr(part, "num_batches_tracked"):
            part.num_batches_tracked = np.array(0)
    start = 0
    while start < len(images):
        model(images[start:start + batch_size])
        start += batch_size
    return model
# %% right: while loop, only what has running statistics
def update_bn(model, images, batch_size):
    norms = [part for part in model.modules() if hasattr(part, "running_mean")]
    for norm in norms:
        norm.momentum = None
        norm.num_batches_tracked = np.array(0)
    model.train()
    rest = images
    while len(rest):
        model(rest[:batch_size])
        rest = rest[batch_size:]
    model.eval()
    return model
