"""The paper's extraction in PyTorch, of the files that CommandFiles writes; for whole_commands.py.

    peer.py authors|gram FOLDER SAMPLES BLOCKS|image

authors: E = [N·k, m] is collected in single precision, output by output, and decomposed.
gram:    EᵀE is summed in double precision, a few thousand samples at a time, and decomposed.
BLOCKS is how many blocks of the inputs the maps of gl turn together; image stands for those of the plane, of
images of one channel, about their centre.
Neither has evidence, an algebra, or a check of gradients.
"""

import sys

import numpy as np
import torch
from torch.nn import functional

method, folder, samples, action = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
SIDE = 28


def array(name):
    return torch.tensor(np.load(f"{folder}/{name}.npy").astype(np.float32))


LAYERS = 4 if action == "image" else 3
WEIGHTS = [(array(f"W{layer}"), array(f"b{layer}").reshape(-1)) for layer in range(LAYERS)]
X = torch.tensor(np.load(f"{folder}/x.npy", mmap_mode="r")[:samples].astype(np.float32))
OUTPUTS = WEIGHTS[-1][0].shape[1]


def dense(x):
    for weights, bias in WEIGHTS[:-1]:
        x = torch.tanh(x @ weights + bias)
    return x @ WEIGHTS[-1][0] + WEIGHTS[-1][1]


def convolutions(x):
    x = x.reshape(-1, 1, SIDE, SIDE)
    for weights, bias in WEIGHTS[:2]:
        kernel = weights.reshape(len(bias), -1, 3, 3)
        x = functional.max_pool2d(functional.relu(functional.conv2d(x, kernel, bias, padding=1)), 2)
    x = functional.relu(x.reshape(len(x), -1) @ WEIGHTS[2][0] + WEIGHTS[2][1])
    return x @ WEIGHTS[3][0] + WEIGHTS[3][1]


def contracted(gradient, x):
    """The rows of one output: the gradient on every field."""
    if action != "image":
        blocks = int(action)
        parts = [values.reshape(len(x), blocks, -1) for values in (gradient, x)]
        return torch.einsum("nbi,nbj->nij", *parts).reshape(len(x), -1)
    return torch.bmm(gradient.reshape(len(x), 1, -1), fields(x))[:, 0]


def fields(x):
    """How the four linear maps of the plane move every pixel, [n, pixels, 4]."""
    image = x.reshape(-1, SIDE, SIDE)
    across, down = torch.zeros_like(image), torch.zeros_like(image)
    across[:, :, 1:-1] = (image[:, :, 2:] - image[:, :, :-2]) / 2
    down[:, 1:-1] = (image[:, 2:] - image[:, :-2]) / 2
    place = (torch.arange(SIDE) - (SIDE - 1) / 2) / (SIDE / 2)
    moved = [slope * at for slope in (across, down) for at in (place, place[:, None])]
    return torch.stack(moved, -1).reshape(len(x), -1, 4)


def rows(x):
    """The rows of E of some samples, an output after the other."""
    x = x.clone().requires_grad_()
    y = convolutions(x) if action == "image" else dense(x)
    for output in range(OUTPUTS):
        (gradient,) = torch.autograd.grad(y[:, output].sum(), x, retain_graph=True)
        yield contracted(gradient, x.detach())


if action == "image":
    unknowns, step = 4, 100
else:
    unknowns = (X.shape[1] // int(action)) ** 2
    step = max(256, min(4096, (1 << 22) // unknowns))
if method == "authors":
    step = step if action == "image" else samples
    blocks = [block for start in range(0, samples, step) for block in rows(X[start : start + step])]
    values = torch.linalg.svd(torch.cat(blocks), full_matrices=False)[1]
else:
    gram = torch.zeros(unknowns, unknowns, dtype=torch.float64)
    for start in range(0, samples, step):
        for block in rows(X[start : start + step]):
            block = block.double()
            gram.addmm_(block.T, block)
    values = torch.linalg.eigh(gram)[0]
print(float(values.min()))
