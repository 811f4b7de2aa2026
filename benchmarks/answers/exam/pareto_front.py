# %% wrong: beaten only if another is better in both: ties in one are overlooked
def pareto_front(costs, errors):
    n = len(costs)
    return [not any(costs[j] < costs[i] and errors[j] < errors[i] for j in range(n)) for i in range(n)]
# %% wrong: <= in both without a strict one, so equal networks (two different ones) beat each other
def pareto_front(costs, errors):
    n = len(costs)
    return [not any(costs[j] <= costs[i] and errors[j] <= errors[i] for j in range(n) if j != i)
            for i in range(n)]
# %% wrong: sweeps through the networks sorted by cost and keeps those with fewer errors than all before: of equal ones only one is kept
def pareto_front(costs, errors):
    front, best = [False] * len(costs), float("inf")
    for i in sorted(range(len(costs)), key=lambda i: (costs[i], errors[i])):
        if errors[i] < best:
            front[i], best = True, errors[i]
    return front
# %% wrong: compared as arrays, but lists come in (TypeError: '<=' between list and int)
def pareto_front(costs, errors):
    result = []
    for cost, error in zip(costs, errors):
        beats = (costs <= cost) & (errors <= error) & ((costs < cost) | (errors < error))
        result.append(not beats.any())
    return np.array(result)
# %% wrong: the numbers of the networks on the front instead of true or false for each
def pareto_front(costs, errors):
    costs, errors = np.array(costs), np.array(errors)
    front = []
    for i in range(len(costs)):
        beats = (costs <= costs[i]) & (errors <= errors[i])
        beats &= (costs < costs[i]) | (errors < errors[i])
        if not beats.any():
            front.append(i)
    return np.array(front)
# %% wrong: any and all exchanged: a network is kept unless all others beat it
def pareto_front(costs, errors):
    n = len(costs)

    def beats(j, i):
        return (costs[j] <= costs[i] and errors[j] <= errors[i]
                and (costs[j] < costs[i] or errors[j] < errors[i]))

    return [not all(beats(j, i) for j in range(n) if j != i) if n > 1 else True for i in range(n)]
# %% right: all pairs at once
def pareto_front(costs, errors):
    both = np.stack([np.asarray(costs, float), np.asarray(errors, float)], axis=1)
    at_least = (both[:, None] <= both[None]).all(axis=2)
    better = (both[:, None] < both[None]).any(axis=2)
    return ~(at_least & better).any(axis=0)
# %% right: sorted by cost, the best of each cost
def pareto_front(costs, errors):
    pairs = list(zip(costs, errors))
    front = set()
    best = math.inf
    for cost, error in sorted(set(pairs)):
        if error < best:
            front.add((cost, error))
            best = error
    return [pair in front for pair in pairs]
