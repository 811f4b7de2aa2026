# %% wrong: two equal networks beat each other (<= in both is enough)
def pareto_front(costs, errors):
    front = np.ones(len(costs), dtype=bool)
    for i in range(len(costs)):
        for j in range(len(costs)):
            if j != i and costs[j] <= costs[i] and errors[j] <= errors[i]:
                front[i] = False
    return front
# %% wrong: returns the numbers of the networks on the front, not True or False for each
def pareto_front(costs, errors):
    front = []
    for i in range(len(costs)):
        better = (costs <= costs[i]) & (errors <= errors[i]) & ((costs < costs[i]) | (errors < errors[i]))
        if not better.any():
            front.append(i)
    return np.array(front)
# %% wrong: goes through the networks by cost and keeps each that has no more errors than the best so far: ties in cost or in errors are judged wrongly
def pareto_front(costs, errors):
    front, best = np.zeros(len(costs), dtype=bool), np.inf
    for i in np.argsort(costs, kind="stable"):
        if errors[i] <= best:
            front[i] = True
            best = errors[i]
    return front
# %% right: all pairs at once
def pareto_front(costs, errors):
    c, e = np.asarray(costs), np.asarray(errors)
    no_worse = (c[:, None] <= c) & (e[:, None] <= e)
    better = (c[:, None] < c) | (e[:, None] < e)
    return ~(no_worse & better).any(axis=0)
