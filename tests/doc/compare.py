# SPDX-License-Identifier: GPL-2.0
"""Compare the documents with the code: what a view has, they must have.

usage: compare.py TREE HELP

TREE is the tree, HELP the text of `hwinsight --help`. Prints a TAP line for
each kind of fact; exits 1 if any differs. Facts are extracted from the code,
and an extraction that finds nothing is an error itself.
"""
import glob
import os
import re
import sys

tree, help_path = sys.argv[1:]
failed = False


def text_of(path):
    with open(os.path.join(tree, path), encoding="utf-8") as file:
        return file.read()


module = {os.path.basename(path): text_of(path)
          for where in ("", "core")
          for path in sorted(glob.glob(os.path.join(tree, "module", where, "*.c")))}
man5 = text_of("userspace/man/hwinsight.5")
man1 = text_of("userspace/man/hwinsight.1")
abi = text_of("userspace/doc/procfs-hwinsight")
readme = text_of("README.md")
with open(help_path, encoding="utf-8") as file:
    usage = file.read()


def report(name, problems):
    global failed
    print(("not ok - doc: " if problems else "ok - doc: ") + name)
    for problem in problems:
        print("# " + problem)
    failed |= bool(problems)


def found(what, facts):
    """Facts, of which there must be some: an extraction that finds none fails."""
    if not facts:
        sys.exit(f"compare.py: nothing found: {what}")
    return facts


def same(what, code, doc):
    return ([f"{what}: '{x}' is not documented" for x in code if x not in doc] +
            [f"{what}: '{x}' is documented, but not there" for x in doc if x not in code])


# What the code says.

columns = {}
for text in module.values():
    for name, body in re.findall(
            r"struct hwi_column (\w+)\[\w*\] = \{(.*?)\n\};", text, re.S):
        columns[name] = re.findall(r'\{ "(\w+)", \'(\w)\' \}', body)
views = {}
for text in module.values():
    for body in re.findall(r"const struct hwi_view hwi_view_\w+ = \{(.*?)\n\};", text, re.S):
        name = re.search(r'\.name = "(\w+)"', body).group(1)
        views[name] = columns[re.search(r"\.columns = (\w+)", body).group(1)]
kbuild = " ".join(re.findall(r"^hwi-(?:slow-)?views := ?((?:.*\\\n)*.*)", text_of("Kbuild"), re.M))
if sorted(kbuild.replace("\\", " ").split()) != sorted(views):
    sys.exit("compare.py: Kbuild and module/*.c do not have the same views")
types = re.search(r"@type: (.*?)\n \*/", text_of("module/core/table.h"), re.S).group(1)
types = found("types", re.findall(r"(?:^|, )(\w) ", re.sub(r"\s*\n \*\s*", " ", types)))

WORDS = [  # view, column, file, pattern of the place, pattern of the words
    ("iomem", "FLAGS", "resource_rows.c", r"hwi_flag flags\[\] = \{(.*?)\n\};", r'"(\w+)"'),
    ("iomem", "FLAGS", "resource_rows.c", r"type_word\(.*?\n\{(.*?)\n\}", r'return "(\w+)"'),
    ("interrupts", "STATE", "irq_rows.c", r"irq_states\[\] = \{(.*?)\n\};", r'"(\w+)"'),
    ("interrupts", "TRIGGER", "irq_rows.c", r"trigger_word\(.*?\n\{(.*?)\n\}",
     r'return "([\w-]+)"'),
    ("cpus", "STATE", "cpu_rows.c", r"states\[\] = \{(.*?)\n\};", r'"(\w+)"'),
    ("cpus", "TYPE", "cpu_rows.c", r"types\[\] = \{(.*?)\n\};", r'"([\w-]+)"'),
    ("cpus", "ISOLATED", "cpu_rows.c", r"isolations\[\] = \{(.*?)\n\};", r'"(\w+)"'),
    ("modules", "STATE", "module_rows.c", r"states\[\] = \{(.*?)\n\};", r'"(\w+)"'),
    ("netdevs", "STATE", "netdev_rows.c", r"words\[\] = \{(.*?)\n\t\};", r'"(\w+)"'),
    ("findings", "SEVERITY", "finding.c", r"severities\[\] = \{(.*?)\n\};", r'"(\w+)"'),
]
words = {}
for view, column, file, place, word in WORDS:
    body = re.search(place, module[file], re.S)
    words.setdefault((view, column), []).extend(
        found(f"words of {view}, {column}", body and re.findall(word, body.group(1))))
# Every table of words by bit, wherever it is in the code.
tables = [(file, name) for file, text in module.items()
          for name in re.findall(r"struct hwi_flag (\w+)\[\]", text)]
if len(tables) != 3:
    sys.exit(f"compare.py: tables of words: {tables}; add the new one to WORDS")

checks = {}
for file, text in module.items():
    if not file.startswith("check_"):
        continue
    calls = re.findall(r"hwi_finding_add\((.*?)\);", text, re.S)
    for call in calls:
        check = re.search(r'"([a-z]+-[a-z]+)",', call)
        if not check:
            sys.exit(f"compare.py: {file}: no check in: {call}")
        before = call[:check.start()]
        severities = checks.setdefault(check.group(1), set())
        table = re.search(r"(\w+)\[i\]\.severity", before)
        if table:
            before = re.search(rf"\}} {table.group(1)}\[\] = \{{(.*?)\n\}};", text, re.S).group(1)
        variable = re.search(r", (\w+), $", " ".join(before.split()) + " ")
        if variable and not variable.group(1).startswith("HWI_"):
            values = re.findall(rf"enum hwi_severity {variable.group(1)} = (.*?);",
                                text[:text.index(call)], re.S)
            before = values[-1] if values else before
        names = re.findall(r"HWI_(INFO|WARN|ERROR)\b", before)
        severities |= {name.lower() for name in found(f"severity of {check.group(1)}", names)}
found("checks", checks)

keys = set()
for file in ("summary.c", "summary_text.c"):
    keys |= set(re.findall(r'hwi_summary_add\(\s*table, "(\w+)"', module[file]))
    keys |= set(re.findall(r'"(\w+\.\w*)%[^"]*"', module[file]))
found("keys of the summary", keys)

KB = 1024
tunable = module["tunables.c"]
tunables = found("tunables", re.findall(r'\.procname = "(\w+)"', tunable))
limits = re.findall(r"_max_kb_m\w\w = ([\d *KB]+);", tunable)
limits += re.findall(r"#define SNAPSHOT_MAX_KB \(([\d *KB]+)\)", tunable)
limits += re.findall(r"user_max_kb = ([\d *KB]+);", tunable)
if len(limits) != 6:
    sys.exit("compare.py: the limits of the tunables are not found")
limits = [str(eval(limit, {"KB": KB})) for limit in limits]

# What the man page says.

sections = re.split(r"^\.S[hs] (.*)\n", man5, flags=re.M)
sections = dict(zip(sections[1::2], sections[2::2]))
documented, doc_words, doc_checks, doc_keys = {}, {}, {}, set()
for title, body in sections.items():
    names = re.split(r" ?, ", title)
    if not set(names) <= set(views):
        continue
    items = re.split(r"^\.It Cm ([A-Z_]+) Pq (\w)\n", body, flags=re.M)
    for name in names:
        documented[name] = list(zip(items[1::3], items[2::3]))
    for column, item in zip(items[1::3], items[3::3]):
        doc_words[names[0], column] = re.findall(r"^\.(?:It )?Cm ([\w-]+)(?: ,)?$", item, re.M)
        if column == "CHECK":
            doc_checks = {name: set(severity.split(" , ")) for name, severity in
                          re.findall(r"^\.It Cm ([a-z-]+) Pq (.*)$", item, re.M)}
        if column == "KEY":
            doc_keys = set(re.findall(r"^\.(?:It )?Cm ([\w.]+)$", item, re.M))

report(f"hwinsight(5) has every view: {len(views)}", same("view", views, documented))
report("hwinsight(5) has every column, with its type, in order: "
       f"{sum(map(len, views.values()))}",
       [f"{view}: {a} in the code, {b} in the man page" for view in views
        for a, b in [(views[view], documented.get(view))] if a != b])
doc_types = re.findall(r"^\.It Cm (\w)$", sections["Types"], re.M)
report("hwinsight(5) has every type", same("type", types, doc_types))
report(f"hwinsight(5) has every word: {sum(map(len, words.values()))}",
       [problem for (view, column), there in words.items()
        for problem in same(f"{view}, {column}", there, doc_words.get((view, column), []))])
report(f"hwinsight(5) has every check of the findings, with its severities: {len(checks)}",
       same("check", checks, doc_checks) +
       [f"{name}: {sorted(checks[name])} in the code, {sorted(doc_checks[name])} in the man page"
        for name in checks if name in doc_checks and checks[name] != doc_checks[name]])
# After a point, a name is an upper-case word, or N.
plain = {re.sub(r"(?<=\.|e)[A-Z]+$", "", key) for key in doc_keys}
report(f"hwinsight(5) has every key of the summary: {len(keys)}", same("key", keys, plain))
report("hwinsight(5) and the ABI entry have every tunable, its range and default",
       [f"{name} is not in {where}" for where, text in
        (("hwinsight(5)", sections["TUNABLES"]), ("the ABI entry", abi))
        for name in [f"/proc/sys/dev/hwinsight/{t}" for t in tunables] + limits
        if not re.search(rf"{name}\b", text)])
report("hwinsight(5) and the ABI entry name every file",
       [f"{view} is not among the files of hwinsight(5)" for view in [*views, "all"]
        if f".It Pa /proc/hwinsight/{view}\n" not in sections["FILES"]] +
       [f"{view} is not in the ABI entry" for view in [*views, "all"]
        if not re.search(rf"\b{view}\b", abi)])

# The README's table: views, what a row is, columns.
table = {}
for names, cells in re.findall(r"^\| (`[^|]*`) \|[^|]*\| ([^|]*) \|$", readme, re.M):
    for name in re.findall(r"`(\w+)`", names):
        table[name] = re.findall(r"\b[A-Z][A-Z_]*\b", re.sub(r"\([^)]*\)", "", cells))
report("README has every view, with every column in order",
       same("view", views, [name for name in table if name not in (*tunables, "all")]) +
       [f"{view}: README has {table[view]}" for view in views
        if view in table and table[view] != [name for name, _ in views[view]]])

# The reader.
head, tail = usage.split("\nTo read views", 1)
commands = found("commands", re.findall(r"^  ([a-z]+) ", head, re.M))
options = found("options", sorted(set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", usage))))
report(f"hwinsight(1) has every command: {len(commands)}",
       [f"command {name} is not in COMMANDS" for name in commands
        if not re.search(rf"^\.It Cm {name}\b", man1, re.M)])
report(f"hwinsight(1) has every option: {len(options)}",
       [f"option {name} has no item" for name in options
        if not re.search(rf"^\.It (?:Cm \w+ Oo )?Fl {name[1:]}(?![\w-])", man1, re.M)])
metrics = set()
for file, pattern in (("metrics/groups.c", r'(?:\.name = |(?:METRIC|MEASURE)\("\w+",\s*)"(\w+)"'),
                      ("cmd_metrics.c", r'family_begin\(exposition, "(\w+)"')):
    metrics |= set(found("metrics", re.findall(pattern, text_of("userspace/" + file))))
section = man1.split(".Sh METRICS")[1].split(".Sh")[0]
report(f"hwinsight(1) has every metric: {len(metrics)}",
       same("metric", metrics, set(re.findall(r"^\.Cm (\w+)(?: |$)", section, re.M)) - {"metrics"}))
bounds = [(r"#define SOURCE_MAX \((\d+)UL << 20\)", "userspace/source.h", r"(\d+) MiB"),
          (r"#define MAX_ROWS (\d+)", "userspace/parse.h", r"(\d+) rows")]
report("hwinsight(1) has the limits of the reader",
       [f"{file}: {code.group(1)} is not in hwinsight(1)" for pattern, file, said in bounds
        for code in [re.search(pattern, text_of(file))]
        if code.group(1) not in re.findall(said, man1)])
codes = re.findall(r"\b(\d) [a-z]", tail.split("Exit status:")[1])
enum = re.findall(r"= (\d),", text_of("userspace/err.h"))
status = man1.split(".Sh EXIT STATUS")[1].split(".Sh")[0]
report("hwinsight(1) and --help have every exit status",
       same("hwinsight(1)", found("exit codes", enum), re.findall(r"^\.It (\d)$", status, re.M)) +
       same("--help", enum, codes))
sys.exit(failed)
