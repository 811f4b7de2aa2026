# %% wrong: doubles the channels after each convolution, not after each block
def vgg_config(blocks):
    config, channels = [], 64
    for n in blocks:
        for _ in range(n):
            config.append(channels)
            channels = min(channels * 2, 512)
        config.append(0)
    return config
# %% wrong: the bound is reached one block early: channels double only while below 256
def vgg_config(blocks):
    out, c = [], 64
    for n in blocks:
        out += [c] * n + [0]
        if c < 256:
            c *= 2
    return out
# %% wrong: drops the pooling behind the last block
def vgg_config(blocks):
    config = []
    for i, n in enumerate(blocks):
        if i > 0:
            config.append(0)
        config.extend([min(64 * 2 ** i, 512)] * n)
    return config
# %% wrong: writes "M" for pooling as torchvision does
def vgg_config(blocks):
    cfg = []
    width = 64
    for n in blocks:
        cfg += n * [width] + ["M"]
        width = min(2 * width, 512)
    return cfg
# %% wrong: a list of lists, one per block, not flat
def vgg_config(blocks):
    return [[min(64 * 2 ** i, 512)] * n + [0] for i, n in enumerate(blocks)]
# %% wrong: hard-coded list of the five VGG widths: crashes with six blocks
def vgg_config(blocks):
    widths = [64, 128, 256, 512, 512]
    result = []
    for i in range(len(blocks)):
        for j in range(blocks[i]):
            result.append(widths[i])
        result.append(0)
    return result
# %% wrong: adds 64 per block instead of doubling (third block 192)
def vgg_config(blocks):
    result = []
    for i, n in enumerate(blocks):
        result += [min(64 * (i + 1), 512)] * n + [0]
    return result
# %% right: loop with a running width
def vgg_config(blocks):
    config, channels = [], 64
    for count in blocks:
        config += [channels] * count + [0]
        channels = min(2 * channels, 512)
    return config
# %% right: nested comprehension with a shift
def vgg_config(blocks):
    return [c for i, n in enumerate(blocks) for c in [64 << min(i, 3)] * n + [0]]
