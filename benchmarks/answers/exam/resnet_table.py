# %% wrong: the stride is 2 where the channels change, also in stage 0 of a bottleneck network
def resnet_table(counts, expansion=1):
    rows, channels = [], 64
    for k, count in enumerate(counts):
        for _ in range(count):
            out = 64 * 2 ** k * expansion
            rows.append((channels, out, 2 if channels != out else 1))
            channels = out
    return rows
# %% wrong: every block of a later stage has stride 2, not only the first
def resnet_table(counts, expansion=1):
    rows, channels = [], 64
    for k, count in enumerate(counts):
        out = 64 * 2 ** k * expansion
        for _ in range(count):
            rows.append((channels, out, 2 if k > 0 else 1))
            channels = out
    return rows
# %% wrong: the channels are carried on only at the end of a stage, so all its blocks read the old number
def resnet_table(counts, expansion=1):
    rows, channels = [], 64
    for k, count in enumerate(counts):
        out = 64 * 2 ** k * expansion
        for b in range(count):
            rows.append((channels, out, 2 if k > 0 and b == 0 else 1))
        channels = out
    return rows
# %% wrong: the first block reads 64 · expansion channels
def resnet_table(counts, expansion=1):
    rows, channels = [], 64 * expansion
    for k, count in enumerate(counts):
        for b in range(count):
            stride = 2 if k != 0 and b == 0 else 1
            rows.append((channels, 64 * 2 ** k * expansion, stride))
            channels = 64 * 2 ** k * expansion
    return rows
# %% wrong: a list for each stage, so the table is nested
def resnet_table(counts, expansion=1):
    table, channels = [], 64
    for k, count in enumerate(counts):
        stage = []
        for b in range(count):
            stage.append((channels, 64 * 2 ** k * expansion, 2 if k and not b else 1))
            channels = 64 * 2 ** k * expansion
        table.append(stage)
    return table
# %% wrong: the very first block has stride 2, too
def resnet_table(counts, expansion=1):
    rows, channels = [], 64
    for k, count in enumerate(counts):
        for b in range(count):
            out = 64 * 2 ** k * expansion
            rows.append((channels, out, 2 if b == 0 else 1))
            channels = out
    return rows
# %% right: outputs first, inputs shifted by one
def resnet_table(counts, expansion=1):
    outs = [64 * 2 ** k * expansion for k, n in enumerate(counts) for _ in range(n)]
    strides = [1 + (k > 0 and b == 0) for k, n in enumerate(counts) for b in range(n)]
    return list(zip([64] + outs[:-1], outs, strides))
