# %% wrong: no pooling behind the last block
def vgg_config(blocks):
    config = []
    c = 64
    for i, n in enumerate(blocks):
        config += [c] * n
        if i < len(blocks) - 1:
            config.append(0)
        c = min(2 * c, 512)
    return config
# %% wrong: the channels are not held at 512; shows from the fifth block on
def vgg_config(blocks):
    return [c for i, n in enumerate(blocks) for c in [64 * 2**i] * n + [0]]
# %% wrong: the channels grow by 64 from block to block in place of doubling; shows from the third block on
def vgg_config(blocks):
    out = []
    for k in range(len(blocks)):
        channels = min(64 * (k + 1), 512)
        for _ in range(blocks[k]):
            out.append(channels)
        out.append(0)
    return out
# %% wrong: the channels double behind each convolution, not each block; shows with two convolutions in a block that is below 512 channels
def vgg_config(blocks):
    liste, channels = [], 64
    for count in blocks:
        for _ in range(count):
            liste.append(channels)
            channels = min(channels * 2, 512)
        liste.append(0)
    return liste
# %% right: recursion from the last block back
def vgg_config(blocks):
    def rest(k):
        if k == len(blocks):
            return []
        width = 64 << min(k, 3)
        return [*(width for _ in range(blocks[k])), 0, *rest(k + 1)]
    return rest(0)
