"""Figures of a table of marks by pingouin and pandas, as JSON, to hold ours against.

The table is CSV: names of the items, highest marks, then a learner a row.
"""

import json
import sys

import pandas
import pingouin

table = pandas.read_csv(sys.argv[1])
marks = table.iloc[1:].astype(float).reset_index(drop=True)
total = marks.sum(axis=1)
alpha, _ = pingouin.cronbach_alpha(data=marks)
items = []
for name in marks.columns:
    rest = total - marks[name]
    found = pingouin.corr(marks[name], rest).iloc[0]
    low, high = found["CI95"] if "CI95" in found else found["CI95%"]
    items.append({"r": float(found["r"]), "low": float(low), "high": float(high), "mean": float(marks[name].mean()),
                  "sd": float(marks[name].std())})
print(json.dumps({
    "alpha": float(alpha),
    "mean": float(total.mean()),
    "median": float(total.median()),
    "sd": float(total.std()),
    "skewness": float(total.skew()),
    "kurtosis": float(total.kurt()),
    "items": items,
}))
