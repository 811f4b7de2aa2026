# %% wrong: a network counts as beaten only if another is strictly better in both, so one that ties in cost or errors and is worse in the other stays on the front
def pareto_front(costs, errors):
    front = np.ones(len(costs), dtype=bool)
    for i in range(len(costs)):
        for j in range(len(costs)):
            if costs[j] < costs[i] and errors[j] < errors[i]:
                front[i] = False
    return front
# %% wrong: equal networks beat each other: <= in both is enough, without a < in one
def pareto_front(costs, errors):
    n = len(costs)
    result = []
    for i in range(n):
        beaten = any(costs[j] <= costs[i] and errors[j] <= errors[i] for j in range(n) if j != i)
        result.append(not beaten)
    return np.array(result)
# %% wrong: returns the indices of the networks on the front instead of a truth value for each
def pareto_front(costs, errors):
    as_good = (costs[None] <= costs[:, None]) & (errors[None] <= errors[:, None])
    better = (costs[None] < costs[:, None]) | (errors[None] < errors[:, None])
    return np.where(~(as_good & better).any(axis=1))[0]
# %% wrong: sorted by cost, each network is compared only with the one just before it, not with the least errors of all cheaper ones
def pareto_front(costs, errors):
    order = np.lexsort((errors, costs))
    front = np.zeros(len(costs), dtype=bool)
    previous = None
    for i in order:
        if previous is None or errors[i] < errors[previous]:
            front[i] = True
        elif costs[i] == costs[previous] and errors[i] == errors[previous]:
            front[i] = front[previous]
        previous = i
    return front
# %% right: least errors at this cost, and no cheaper network with as few errors
def pareto_front(costs, errors):
    costs, errors = np.asarray(costs), np.asarray(errors)
    best_within = np.array([errors[costs <= c].min() for c in costs])
    cheapest = np.array([costs[errors <= e].min() for e in errors])
    return (errors == best_within) & (costs == cheapest)
