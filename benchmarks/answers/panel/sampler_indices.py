# %% wrong: the rounds are rounded down, the last examples are dropped; shows when the workers do not divide the total
def sampler_indices(total, workers, rank):
    rounds = total // workers
    return [rank + workers * t for t in range(rounds)]

# %% wrong: each worker gets a block of numbers one behind the other, not every workers-th; shows with two workers and two rounds
def sampler_indices(total, workers, rank):
    n = math.ceil(total / workers)
    return [i % total for i in range(rank * n, (rank + 1) * n)]

# %% wrong: nothing is dealt again behind the last example, so later workers get one less; shows when the workers do not divide the total
def sampler_indices(total, workers, rank):
    return np.arange(rank, total, workers)

# %% wrong: behind the last example comes 0, 1, … once only; shows (too few numbers for some ranks) when there are more than twice as many workers as examples
def sampler_indices(total, workers, rank):
    cards = list(range(total))
    missing = -total % workers
    cards = cards + cards[:missing]      # the first ones again
    return cards[rank::workers]

# %% right: a table of rounds and workers, a column of it
def sampler_indices(total, workers, rank):
    rounds = (total + workers - 1) // workers
    pack = np.resize(np.arange(total), (rounds, workers))
    return pack[:, rank]
