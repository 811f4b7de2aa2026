# %% wrong: two equal networks beat each other, since < in at least one is not asked for; shows with two equal networks
def pareto_front(costs, errors):
    n = len(costs)
    front = np.ones(n, dtype=bool)
    for i in range(n):
        for j in range(n):
            if i != j and costs[j] <= costs[i] and errors[j] <= errors[i]:
                front[i] = False
    return front

# %% wrong: another must be better in both to beat; shows when two have the same cost or the same errors
def pareto_front(costs, errors):
    beaten = (costs[None, :] < costs[:, None]) & (errors[None, :] < errors[:, None])
    return ~beaten.any(axis=1)

# %% wrong: sorted by cost alone, with a running minimum of the errors; shows when costs are equal (the worse may stay, equal networks are lost)
def pareto_front(costs, errors):
    order = np.argsort(costs, kind="stable")
    front = np.zeros(len(costs), dtype=bool)
    best = np.inf
    for i in order:
        if errors[i] < best:
            front[i] = True
            best = errors[i]
    return front

# %% wrong: each network is compared with the later ones of the list only; shows when one that stands earlier beats it
def pareto_front(costs, errors):
    result = []
    for a in range(len(costs)):
        good = True
        for b in range(a + 1, len(costs)):
            no_worse = costs[b] <= costs[a] and errors[b] <= errors[a]
            better = costs[b] < costs[a] or errors[b] < errors[a]
            if no_worse and better:
                good = False
        result.append(good)
    return np.array(result)

# %% right: on the front if the errors are the least among all that cost no more, and the cost the least among all that err no more
def pareto_front(costs, errors):
    costs, errors = np.asarray(costs), np.asarray(errors)
    return np.array([errors[costs <= c].min() == e and costs[errors <= e].min() == c
                     for c, e in zip(costs, errors)], dtype=bool)
