# %% wrong: the channels double without end, beyond 512; shows from the fifth block on
def vgg_config(blocks):
    config = []
    channels = 64
    for count in blocks:
        config += [channels] * count + [0]
        channels *= 2
    return config
# %% wrong: no pooling behind the last block
def vgg_config(blocks):
    out = []
    for i, n in enumerate(blocks):
        if i > 0:
            out.append(0)
        for _ in range(n):
            out.append(min(64 * 2**i, 512))
    return out
# %% wrong: the channels double after each convolution, not after each block; shows when a block has more than one
def vgg_config(blocks):
    result = []
    c = 64
    for b in blocks:
        for j in range(b):
            result.append(c)
            c = min(2 * c, 512)
        result.append(0)
    return result
# %% wrong: doubles before the first block, so it begins with 128; the later ones are one step ahead, too, up to 512
def vgg_config(blocks):
    c, layers = 64, []
    for how_many in blocks:
        c = min(c * 2, 512)
        layers.extend([c] * how_many)
        layers.append(0)
    return layers
# %% right: one comprehension, shifts of 64
def vgg_config(blocks):
    return [64 << min(stage, 3) if left else 0
            for stage, count in enumerate(blocks) for left in range(count, -1, -1)]
