"""Train the course's LeNet on several processes, in PyTorch.

torchrun starts this file once for each process, as it is, with GPUs or without::

    torchrun --standalone --nproc-per-node 2 train.py
    torchrun --nnodes 4 --nproc-per-node 8 --rdzv-backend c10d --rdzv-endpoint HOST:29400 train.py

The second line is for four machines of eight GPUs: it is entered on each of them, and HOST is the
name of one. Every process is a worker. It has a whole copy of the network, takes its share of each
batch, and DistributedDataParallel (DDP) averages the gradients.
"""

import argparse
import os
import time
from datetime import timedelta

import numpy as np
import torch
from torch import distributed, nn
from torch.nn.parallel import DistributedDataParallel

from cnnhelpers.datasets import digits


def lenet():
    """Return the LeNet of notebook 13, layer by layer."""
    return nn.Sequential(
        nn.Conv2d(1, 20, 5, padding=2),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(20, 50, 5, padding=2),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(2450, 500),
        nn.ReLU(),
        nn.Linear(500, 10),
    )


def join():
    """Meet the other processes; return this one's device."""
    local = int(os.environ["LOCAL_RANK"])  # its number on this machine; torchrun sets it
    on_gpus = torch.cuda.device_count() >= int(os.environ["LOCAL_WORLD_SIZE"])
    if on_gpus:
        torch.cuda.set_device(local)
    backend = "nccl" if on_gpus else "gloo"
    distributed.init_process_group(backend, timeout=timedelta(seconds=60))
    return torch.device("cuda", local) if on_gpus else torch.device("cpu")


def train(network, images, labels, batches, learning_rate):
    """Take one step for each batch; return the losses and the gradients of the first step."""
    rank, workers = distributed.get_rank(), distributed.get_world_size()
    model = DistributedDataParallel(network)  # all copies begin with the weights of process 0
    optimiser = torch.optim.SGD(model.parameters(), lr=learning_rate, momentum=0.9)
    losses, first = [], None
    for batch in batches:
        share = batch[rank::workers]  # every n-th example
        loss = nn.functional.cross_entropy(model(images[share]), labels[share])
        optimiser.zero_grad()
        loss.backward()  # DDP averages the gradients while they are computed
        if first is None:
            first = {name: each.grad.clone() for name, each in network.named_parameters()}
        optimiser.step()
        losses.append(mean_over_workers(loss.detach()).item())
    return losses, first


def mean_over_workers(value):
    """Return the mean of a number of all workers, to each of them."""
    value = value.clone()
    distributed.all_reduce(value, op=distributed.ReduceOp.SUM)
    return value / distributed.get_world_size()


def apart(network):
    """Return the largest difference between the weights of any two workers."""
    largest = 0.0
    for weight in network.parameters():
        high, low = weight.detach().clone(), weight.detach().clone()
        distributed.all_reduce(high, op=distributed.ReduceOp.MAX)
        distributed.all_reduce(low, op=distributed.ReduceOp.MIN)
        largest = max(largest, (high - low).max().item())
    return largest


def speeds(network, images, labels):
    """Return the seconds of a step without sending, and the gigabits a second of an all-reduce."""

    def step():
        nn.functional.cross_entropy(network(images), labels).backward()

    numbers = torch.cat([weight.detach().ravel() for weight in network.parameters()])
    workers = distributed.get_world_size()
    seconds = shortest(lambda: distributed.all_reduce(numbers), images.device)
    sent = 2 * (workers - 1) / workers * numbers.numel() * numbers.element_size()
    return {"seconds": shortest(step, images.device), "gigabits": 8 * sent / seconds / 1e9}


def shortest(work, device):
    """Return the shortest of five times that all workers take for something."""
    times = []
    for _ in range(5):
        distributed.barrier()
        start = time.perf_counter()
        work()
        if device.type == "cuda":
            torch.cuda.synchronize()
        times.append(time.perf_counter() - start)
    return min(times)


def main():
    """Read what is asked for, train, and let process 0 write what came out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--batch-size", type=int, default=64, help="of all workers together")
    parser.add_argument("--learning-rate", type=float, default=0.05)
    parser.add_argument("--dtype", choices=("float32", "float64"), default="float32")
    parser.add_argument("--weights", help="a file of first weights, by numpy.savez")
    parser.add_argument("--out", help="a file for losses, gradients and weights")
    asked = parser.parse_args()
    device, dtype = join(), getattr(torch, asked.dtype)
    torch.manual_seed(0)
    network = lenet()
    if asked.weights:
        with np.load(asked.weights) as state:
            network.load_state_dict({name: torch.tensor(state[name]) for name in state})
    network.to(device, dtype)
    images, labels = digits("train", asked.steps * asked.batch_size)
    images = (images - np.float32(0.131)) / np.float32(0.309)  # as in notebook 13
    images = torch.tensor(images, dtype=dtype, device=device)
    labels = torch.tensor(labels, dtype=torch.int64, device=device)
    batches = torch.arange(len(images)).split(asked.batch_size)
    losses, first = train(network, images, labels, batches, asked.learning_rate)
    found = {"losses": np.array(losses), "apart": apart(network)}
    found |= {f"gradient/{name}": each.cpu().numpy() for name, each in first.items()}
    found |= {f"state/{name}": each.cpu().numpy() for name, each in network.state_dict().items()}
    share = asked.batch_size // distributed.get_world_size()
    found |= speeds(network, images[:share], labels[:share])
    if distributed.get_rank() == 0:
        print("losses", *(f"{loss:.3f}" for loss in losses))
        if asked.out:
            np.savez(asked.out, **found)
    distributed.destroy_process_group()


if __name__ == "__main__":
    main()
