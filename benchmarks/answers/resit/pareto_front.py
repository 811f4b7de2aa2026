# %% wrong: only a network that is better in both beats another one; equal in one and better in the other is not enough
def pareto_front(costs, errors):
    front = np.ones(len(costs), dtype=bool)
    for i in range(len(costs)):
        for j in range(len(costs)):
            if costs[j] < costs[i] and errors[j] < errors[i]:
                front[i] = False
    return front
# %% wrong: <= in both is enough to beat, so two equal networks beat each other
def pareto_front(costs, errors):
    n = len(costs)
    return np.array([not any(costs[j] <= costs[i] and errors[j] <= errors[i] for j in range(n) if j != i)
                     for i in range(n)])
# %% wrong: the numbers of the networks on the front are returned, not True or False for each
def pareto_front(costs, errors):
    no_worse = (costs <= costs[:, None]) & (errors <= errors[:, None])
    better = (costs < costs[:, None]) | (errors < errors[:, None])
    return np.flatnonzero(~(no_worse & better).any(axis=1))
# %% wrong: the comparisons are the wrong way round (>= and > instead of <= and <), so the networks that are worst, those that beat no other one, are True
def pareto_front(costs, errors):
    front = []
    for cost, error in zip(costs, errors):
        as_bad = (costs >= cost) & (errors >= error)
        worse = (costs > cost) | (errors > error)
        front.append(not np.any(as_bad & worse))
    return np.array(front)
# %% right: the least errors at each cost
def pareto_front(costs, errors):
    costs, errors = np.asarray(costs), np.asarray(errors)
    front = np.zeros(len(costs), dtype=bool)
    best = np.inf
    for cost in np.unique(costs):
        same = costs == cost
        least = errors[same].min()
        if least < best:
            front |= same & (errors == least)
            best = least
    return front
