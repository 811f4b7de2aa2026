# %% wrong: num_batches_tracked is not set back, so a part of the old statistics stays; shows when the model has been in training before
def update_bn(model, images, batch_size):
    for part in model.modules():
        if hasattr(part, "running_mean"):
            part.momentum = None
    model.train()
    for start in range(0, len(images), batch_size):
        model(images[start:start + batch_size])
    return model.eval()

# %% wrong: momentum 1, so only the statistics of the last batch are left; shows with more than one batch
def update_bn(model, images, batch_size):
    # momentum 1 keeps nothing of the old
    for layer in model.modules():
        if hasattr(layer, "running_var"):
            layer.momentum = 1.0
    model.train()
    i = 0
    while i < len(images):
        model(images[i:i + batch_size])
        i += batch_size
    return model.eval()

# %% wrong: the last batch is left out if it is smaller; shows when batch_size does not divide the number of images
def update_bn(model, images, batch_size):
    norms = [m for m in model.modules() if hasattr(m, "running_mean")]
    for bn in norms:
        bn.momentum = None
        bn.num_batches_tracked = np.array(0)
    model.train()
    for k in range(len(images) // batch_size):
        model(images[k * batch_size:(k + 1) * batch_size])
    return model.eval()

# %% wrong: the model is returned in training mode; the statistics are right
def update_bn(model, images, batch_size):
    model.train()
    for m in model.modules():
        if hasattr(m, "num_batches_tracked"):
            m.momentum, m.num_batches_tracked = None, np.array(0)
    for first in range(0, len(images), batch_size):
        model(images[first:first + batch_size])
    return model

# %% right: momentum 1, each batch's statistics are kept, and their means written in at the end
def update_bn(model, images, batch_size):
    norms = [part for part in model.modules() if hasattr(part, "running_mean")]
    old = [norm.momentum for norm in norms]
    for norm in norms:
        norm.momentum = 1.0
    model.train()
    seen = []
    for start in range(0, len(images), batch_size):
        model(images[start:start + batch_size])
        seen.append([(norm.running_mean.copy(), norm.running_var.copy()) for norm in norms])
    for number, norm in enumerate(norms):
        norm.running_mean[:] = np.mean([each[number][0] for each in seen], axis=0)
        norm.running_var[:] = np.mean([each[number][1] for each in seen], axis=0)
        norm.momentum = old[number]
    model.eval()
    return model
