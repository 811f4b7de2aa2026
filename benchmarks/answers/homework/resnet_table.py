# %% wrong: all blocks of a stage have stride 2
def resnet_table(counts, expansion=1):
    rows, c = [], 64
    for k, n in enumerate(counts):
        out = 64 * 2 ** k * expansion
        for _ in range(n):
            rows.append((c, out, 1 if k == 0 else 2))
            c = out
    return rows
# %% wrong: stage 0 begins with stride 2 too
def resnet_table(counts, expansion=1):
    table = []
    read = 64
    for k, n in enumerate(counts):
        for b in range(n):
            give = 64 * 2 ** k * expansion
            table.append((read, give, 2 if b == 0 else 1))
            read = give
    return table
# %% wrong: in_channels stays that of the previous stage in all blocks of the stage
def resnet_table(counts, expansion=1):
    table, c = [], 64
    for k, n in enumerate(counts):
        out = 64 * 2 ** k * expansion
        table += [(c, out, 2 if k and b == 0 else 1) for b in range(n)]
        c = out
    return table
# %% wrong: the first block reads 64 * expansion
def resnet_table(counts, expansion=1):
    table, c = [], 64 * expansion
    for k, n in enumerate(counts):
        for b in range(n):
            out = 64 * 2 ** k * expansion
            table.append((c, out, 2 if (k > 0 and b == 0) else 1))
            c = out
    return table
# %% wrong: expansion is used for the answer but the next block reads the inner width (expansion > 1)
def resnet_table(counts, expansion=1):
    table, c = [], 64
    for k, n in enumerate(counts):
        width = 64 * 2 ** k
        for b in range(n):
            table.append((c, width * expansion, 2 if k > 0 and b == 0 else 1))
            c = width
    return table
# %% wrong: stops at four stages with a zip of the published widths
def resnet_table(counts, expansion=1):
    rows, c = [], 64
    for w, n, s in zip((64, 128, 256, 512), counts, (1, 2, 2, 2)):
        for b in range(n):
            rows.append((c, w * expansion, s if b == 0 else 1))
            c = w * expansion
    return rows
# %% wrong: the stride sits at the last block of a stage
def resnet_table(counts, expansion=1):
    rows, c = [], 64
    for k, n in enumerate(counts):
        out = 64 * 2 ** k * expansion
        for b in range(n):
            rows.append((c, out, 2 if b == n - 1 and k < len(counts) - 1 else 1))
            c = out
    return rows
# %% right: loop with a running number of channels
def resnet_table(counts, expansion=1):
    rows, c = [], 64
    for k, n in enumerate(counts):
        for b in range(n):
            out = 64 * 2 ** k * expansion
            rows.append((c, out, 2 if b == 0 and k > 0 else 1))
            c = out
    return rows
# %% right: outs first, ins by shifting
def resnet_table(counts, expansion=1):
    outs = [(64 << k) * expansion for k, n in enumerate(counts) for _ in range(n)]
    first = [k > 0 and b == 0 for k, n in enumerate(counts) for b in range(n)]
    return [(i, o, 1 + f) for i, o, f in zip([64] + outs[:-1], outs, first)]
