"""
Tunes Universal Sentence Encoder lite to tell intents apart, by what HWU64 and BANKING77 (training parts, both CC BY
4.0) have in common: low-rank changes of its matrices, learnt so that messages of one intent come closer to each other
than to those of the most similar other intents, and that no vector moves far from where it was.

Run between export-encoder.ts and pack-encoder.ts: python3 tune-encoder.py FOLDER
Needs PyTorch and NumPy; takes a few minutes. FOLDER: what export-encoder.ts wrote; tuned.f32 is put there.
"""

import json
import math
import sys

import numpy as np
import torch

folder = sys.argv[1]
rank, steps, learning_rate, temperature, keep = 16, 150, 1e-3, 0.1, 3
intents_a_step, messages_an_intent, longest = 14, 6, 40
word_dropout, dropout, shrink = 0.07, 0.1, 0.15
# The rate falls as if it were to reach 0 there; on CLINC150's validation part more than 150 steps gained nothing.
horizon = 820

shapes = {
    "Layer_0/qkv": (256, 768), "Layer_0/output": (256, 512), "Layer_0/dense": (256, 512),
    "Layer_0/conv1": (512, 1536), "Layer_0/conv2": (1536, 512),
    "Layer_1/qkv": (512, 1536), "Layer_1/output": (512, 512),
    "Layer_1/conv1": (512, 1536), "Layer_1/conv2": (1536, 512), "tanh": (512, 512),
}
places = json.load(open(f"{folder}/weights.json"))
weights = np.fromfile(f"{folder}/weights.f32", dtype=np.float32)
part = lambda name: torch.tensor(weights[places[name][0] : sum(places[name])])
matrices = {name: part(name).reshape(shape) for name, shape in shapes.items()}
embeddings = part("embeddings").reshape(-1, 256)
signals = torch.tensor([
    [(math.sin if at < 128 else math.cos)(place * 10000 ** (-(at % 128) / 127)) for at in range(256)]
    for place in range(128)
], dtype=torch.float32)


def encode(messages, changes=None, dropped=0.0):
    """The graph of transformer.ts, for many messages at once."""
    length, count = max(map(len, messages)), len(messages)
    pieces, mask = torch.zeros(count, length, dtype=torch.long), torch.zeros(count, length)
    for at, message in enumerate(messages):
        pieces[at, : len(message)] = torch.tensor(message)
        mask[at, : len(message)] = 1
    hidden_rest = ((1 - mask) * -1e9)[:, None, None, :]

    def times(x, name):
        y = x @ matrices[name] + part(f"{name}/bias")
        if changes is not None:
            down, up = changes[name]
            y = y + torch.nn.functional.dropout(x, dropped) @ down @ up
        return y

    def normalised(x, name):
        off = x - x.mean(-1, keepdim=True)
        return off / torch.sqrt((off**2).mean(-1, keepdim=True) + 1e-6) * part(f"{name}/scale") + part(f"{name}/shift")

    def layer(x, residual, name):
        size = x.shape[-1]
        heads = lambda t: t.reshape(count, length, 4, size // 4).transpose(1, 2)
        query, key, value = map(heads, times(normalised(x, f"{name}/norm"), f"{name}/qkv").split(size, -1))
        attention = torch.softmax(query @ key.transpose(-1, -2) / math.sqrt(size // 4) + hidden_rest, -1) @ value
        inner = times(attention.transpose(1, 2).reshape(count, length, size), f"{name}/output") + residual
        return times(torch.relu(times(normalised(inner, f"{name}/ffn-norm"), f"{name}/conv1")), f"{name}/conv2") + inner

    x = 2 * embeddings[pieces] + signals[:length]
    first = layer(x, times(x, "Layer_0/dense"), "Layer_0")
    second = layer(first, first, "Layer_1")
    mean = (second * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
    return torch.nn.functional.normalize(torch.tanh(times(mean, "tanh")), dim=1)


torch.manual_seed(0)
random = np.random.default_rng(0)
messages = [each for each in json.load(open(f"{folder}/messages.json")) if 0 < len(each["pieces"]) <= longest]
with torch.no_grad():
    batches = [messages[at : at + 64] for at in range(0, len(messages), 64)]
    vectors = torch.cat([encode([each["pieces"] for each in batch]) for batch in batches])
by_intent = {}
for at, each in enumerate(messages):
    by_intent.setdefault((each["corpus"], each["intent"]), []).append(at)
names = [name for name, found in by_intent.items() if len(found) >= 2 * messages_an_intent]
means = torch.stack([vectors[by_intent[name]].mean(0) for name in names])
alike = (torch.nn.functional.normalize(means, dim=1) @ torch.nn.functional.normalize(means, dim=1).T).numpy()

# The whitening that vectors are compared in, before tuning: as in fit-whitening.ts.
off = torch.cat([vectors[by_intent[name]] - means[at] for at, name in enumerate(names)]).double()
covariance = off.T @ off / len(off)
covariance = (1 - shrink) * covariance + shrink * covariance.trace() / 512 * torch.eye(512)
factor = torch.linalg.inv(torch.linalg.cholesky(covariance)).float()
whitened = lambda z: torch.nn.functional.normalize((z - means.mean(0)) @ factor.T, dim=1)

changes = {
    name: (torch.nn.Parameter(torch.randn(depth, rank) / math.sqrt(depth)), torch.nn.Parameter(torch.zeros(rank, columns)))
    for name, (depth, columns) in shapes.items()
}
optimiser = torch.optim.Adam([each for pair in changes.values() for each in pair], lr=learning_rate)
itself = torch.eye(intents_a_step * messages_an_intent, dtype=torch.bool)
for step in range(1, steps + 1):
    for group in optimiser.param_groups:
        group["lr"] = learning_rate * min(1, step / 30) * 0.5 * (1 + math.cos(math.pi * step / horizon))
    # An intent, some of those most like it, and others of its corpus.
    first = random.integers(len(names))
    others = [at for at in np.argsort(-alike[first]) if names[at][0] == names[first][0] and at != first]
    chosen = [first, *random.permutation(others[:9])[:6]]
    chosen += [*random.permutation([at for at in others if at not in chosen])][: intents_a_step - len(chosen)]
    drawn = np.concatenate([random.choice(by_intent[names[at]], messages_an_intent, replace=False) for at in chosen])
    labels = torch.arange(len(chosen)).repeat_interleave(messages_an_intent)
    pieces = [
        [piece for piece in messages[at]["pieces"] if random.random() > word_dropout] or messages[at]["pieces"]
        for at in drawn
    ]
    z = encode(pieces, changes, dropout)
    logits = (whitened(z) @ whitened(z).T / temperature).masked_fill(itself, -1e9)
    log_shares = torch.log_softmax(logits, 1)
    same = (labels[:, None] == labels[None, :]) & ~itself
    any_of_them = -torch.logsumexp(log_shares.masked_fill(~same, -1e9), 1).mean()
    all_of_them = -log_shares.masked_fill(~same, 0).sum(1).mean() / (messages_an_intent - 1)
    moved = (1 - (z * vectors[drawn]).sum(1)).mean()
    loss = (any_of_them + all_of_them) / 2 + keep * moved
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()
    if step % 50 == 0:
        print(step, round(any_of_them.item(), 3), round(moved.item(), 3), flush=True)

tuned = weights.copy()
with torch.no_grad():
    for name, (down, up) in changes.items():
        tuned[places[name][0] : sum(places[name])] = (matrices[name] + down @ up).flatten().numpy()
tuned.tofile(f"{folder}/tuned.f32")
