# %% wrong: beaten only by what is better in both
def pareto_front(costs, errors):
    n = len(costs)
    return np.array([not any(costs[j] < costs[i] and errors[j] < errors[i] for j in range(n)) for i in range(n)])
# %% wrong: two equal networks beat each other, <= in both is enough
def pareto_front(costs, errors):
    front = []
    for i in range(len(costs)):
        beaten = False
        for j in range(len(costs)):
            if j != i and costs[j] <= costs[i] and errors[j] <= errors[i]:
                beaten = True
        front.append(not beaten)
    return np.array(front)
# %% wrong: the numbers of the front's networks, not one truth value for each
def pareto_front(costs, errors):
    c, e = np.asarray(costs), np.asarray(errors)
    no_worse = (c[:, None] <= c) & (e[:, None] <= e)
    better = (c[:, None] < c) | (e[:, None] < e)
    return np.flatnonzero(~(no_worse & better).any(axis=0))
# %% wrong: sorted by cost, and the answer stays in that order
def pareto_front(costs, errors):
    order = np.lexsort((errors, costs))
    c, e = np.asarray(costs)[order], np.asarray(errors)[order]
    keep = []
    for i in range(len(c)):
        keep.append(not np.any((c <= c[i]) & (e <= e[i]) & ((c < c[i]) | (e < e[i]))))
    return np.array(keep)
# %% wrong: compares with neighbours in the list only
def pareto_front(costs, errors):
    costs, errors = np.asarray(costs), np.asarray(errors)
    result = np.ones(len(costs), bool)
    for i in range(1, len(costs)):
        for a, b in ((i, i - 1), (i - 1, i)):
            if costs[a] <= costs[b] and errors[a] <= errors[b] and (costs[a], errors[a]) != (costs[b], errors[b]):
                result[b] = False
    return result
# %% right: the least error among the cheaper and the equally cheap
def pareto_front(costs, errors):
    costs, errors = np.asarray(costs), np.asarray(errors)
    front = np.zeros(len(costs), dtype=bool)
    for i, (cost, error) in enumerate(zip(costs, errors)):
        cheaper, same = errors[costs < cost], errors[costs == cost]
        front[i] = error == same.min() and (len(cheaper) == 0 or error < cheaper.min())
    return front
