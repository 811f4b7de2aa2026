# %% wrong: the first block of stage 0 has stride 2 as well
def resnet_table(counts, expansion=1):
    table, read = [], 64
    for stage, count in enumerate(counts):
        out = 64 * 2**stage * expansion
        for block in range(count):
            table.append((read, out, 2 if block == 0 else 1))
            read = out
    return table
# %% wrong: all blocks of a later stage have stride 2, not only the first
def resnet_table(counts, expansion=1):
    table = []
    read = 64
    for k in range(len(counts)):
        for _ in range(counts[k]):
            out = 64 * 2**k * expansion
            stride = 1 if k == 0 else 2
            table.append((read, out, stride))
            read = out
    return table
# %% wrong: what the following block reads is set at the end of each stage only, so all blocks of a stage read what the first one reads
def resnet_table(counts, expansion=1):
    rows, channels = [], 64
    for stage, count in enumerate(counts):
        out = 64 * expansion * 2**stage
        for block in range(count):
            rows.append((channels, out, 2 if stage > 0 and block == 0 else 1))
        channels = out
    return rows
# %% wrong: the first block reads 64 · expansion channels instead of 64
def resnet_table(counts, expansion=1):
    outs = [64 * 2**stage * expansion for stage, count in enumerate(counts) for _ in range(count)]
    reads = [64 * expansion] + outs[:-1]
    firsts = {sum(counts[:stage]) for stage in range(1, len(counts))}
    return [(read, out, 2 if n in firsts else 1) for n, (read, out) in enumerate(zip(reads, outs))]
# %% right: outputs first, then neighbours in the list
def resnet_table(counts, expansion=1):
    outs = np.repeat(64 * expansion * 2 ** np.arange(len(counts)), counts).tolist()
    reads = [64, *outs[:-1]]
    grows = [False] + [before != after for before, after in zip(outs, outs[1:])]
    return [(read, out, 1 + grown) for read, out, grown in zip(reads, outs, grows)]
