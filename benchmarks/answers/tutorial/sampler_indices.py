# %% wrong: looks the cards up in a pack of exactly total examples, without beginning again: raises IndexError where the last round is not full; right where the workers divide the total
def sampler_indices(total, workers, rank):
    pack = np.arange(total)
    rounds = math.ceil(total / workers)
    return pack[rank + workers * np.arange(rounds)]
# %% wrong: only every workers-th number up to the end, not filled up, so workers may have unequally many; right where the workers divide the total
def sampler_indices(total, workers, rank):
    return list(range(total))[rank::workers]
# %% wrong: the pack is filled up with its own beginning once only, so where there are more than twice as many workers as examples some workers get nothing (an empty list)
def sampler_indices(total, workers, rank):
    indices = list(range(total))
    rounds = (total + workers - 1) // workers
    missing = rounds * workers - total
    indices = indices + indices[:missing]
    return indices[rank:len(indices):workers]
# %% wrong: two mistakes: each worker gets a block of neighbours instead of every workers-th example, and the rounds are rounded down, so the last examples are lost
def sampler_indices(total, workers, rank):
    size = total // workers
    return np.arange(rank * size, (rank + 1) * size)
# %% right: deal an endless pack
def sampler_indices(total, workers, rank):
    hand, card = [], 0
    while card < total or card % workers:
        if card % workers == rank:
            hand.append(card % total)
        card += 1
    return hand
