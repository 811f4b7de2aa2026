# %% wrong: one pooling at the end of all, not behind each block
def vgg_config(blocks):
    config, width = [], 64
    for n in blocks:
        config += [width] * n
        width = min(2 * width, 512)
    return config + [0]
# %% wrong: channels double with each convolution
def vgg_config(blocks):
    out, c = [], 64
    for block in blocks:
        for _ in range(block):
            out.append(c)
            c = min(512, c * 2)
        out.append(0)
    return out
# %% wrong: no limit, the channels go on to 1024 and beyond
def vgg_config(blocks):
    return [c for i, n in enumerate(blocks) for c in [64 * 2 ** i] * n + [0]]
# %% wrong: a list for each block, nested
def vgg_config(blocks):
    return [[min(64 << i, 512)] * n + [0] for i, n in enumerate(blocks)]
# %% wrong: "M" for the pooling, as torchvision writes it
def vgg_config(blocks):
    layers, channels = [], 64
    for count in blocks:
        layers.extend([channels] * count)
        layers.append("M")
        channels = min(channels * 2, 512)
    return layers
# %% right: sum of lists
def vgg_config(blocks):
    widths = [min(64 * 2 ** block, 512) for block in range(len(blocks))]
    return sum(([width] * depth + [0] for width, depth in zip(widths, blocks)), [])
