# %% wrong: stage 0, too, begins with stride 2
def resnet_table(counts, expansion=1):
    table = []
    channels = 64
    for k, n in enumerate(counts):
        out = 64 * 2**k * expansion
        for b in range(n):
            stride = 2 if b == 0 else 1
            table.append((channels, out, stride))
            channels = out
    return table
# %% wrong: every block of stages 1, 2, ... has stride 2, not the first one only; shows with two blocks in such a stage
def resnet_table(counts, expansion=1):
    rows, now = [], 64
    for stage, blocks in enumerate(counts):
        for block in range(blocks):
            out = 64 * 2 ** stage * expansion
            rows.append((now, out, 2 if stage > 0 else 1))
            now = out
    return rows
# %% wrong: the first block of all reads 64 · expansion channels, not 64; shows with an expansion above 1
def resnet_table(counts, expansion=1):
    width = 64 * expansion
    before = width
    result = []
    for k in range(len(counts)):
        result.append((before, width, 1 if k == 0 else 2))
        result.extend([(width, width, 1)] * (counts[k] - 1))
        before = width
        width = width * 2
    return result
# %% wrong: two mistakes: the stages are counted from 1 (128 channels in stage 0), and all blocks of a stage read what its first block reads
def resnet_table(counts, expansion=1):
    res = []
    c_in = 64
    for k, n in enumerate(counts, start=1):
        c_out = 64 * 2**k * expansion
        for i in range(n):
            res.append((c_in, c_out, 2 if k > 1 and i == 0 else 1))
        c_in = c_out
    return res
# %% right: first what each block gives, then pairs of neighbours
def resnet_table(counts, expansion=1):
    gives = [64 * expansion << k for k, count in enumerate(counts) for _ in range(count)]
    reads = [64, *gives][:-1] if gives else []
    at = [1] * len(gives)
    place = 0
    for count in counts[:-1]:
        place += count
        at[place] = 2
    return list(zip(reads, gives, at))
