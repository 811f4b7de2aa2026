# %% wrong: the limit of 512 channels is missing, so the fifth block has 1024 channels (and so on)
def vgg_config(blocks):
    config = []
    channels = 64
    for n in blocks:
        config += [channels] * n
        config.append(0)
        channels *= 2
    return config
# %% wrong: poolings stand only between blocks; the one behind the last block is missing
def vgg_config(blocks):
    result = []
    for i, count in enumerate(blocks):
        if i > 0:
            result.append(0)
        for _ in range(count):
            result.append(min(64 * 2**i, 512))
    return result
# %% wrong: channels grow by 64 from block to block instead of doubling (64, 128, 192, 256, …; wrong from the third block on)
def vgg_config(blocks):
    return [c for k, n in enumerate(blocks) for c in [min(64 * (k + 1), 512)] * n + [0]]
# %% wrong: each block is put in as a list of its own (append in place of extend), so the answer is a nested list
def vgg_config(blocks):
    layers, channels = [], 64
    for convolutions in blocks:
        layers.append([channels] * convolutions + [0])
        channels = min(2 * channels, 512)
    return layers
# %% right: a generator that carries the width along, shifted by bits
def vgg_config(blocks):
    def walk():
        for k, n in enumerate(blocks):
            yield from (64 << min(k, 3) for _ in range(n))
            yield 0

    return list(walk())
