#!/usr/bin/env python3
"""Submits a Bell program, waits for its end and prints the histogram. Needs nothing but requests.

    BASE_URL=https://<app>.azurewebsites.net/api FUNCTION_KEY=... python3 submit.py
"""

import os
import sys

import requests

BASE = os.environ.get("BASE_URL", "http://127.0.0.1:7071/api")
BELL = """OPENQASM 2.0;
include "qelib1.inc";
qreg q[2];
creg c[2];
h q[0];
cx q[0], q[1];
measure q -> c;
"""

session = requests.Session()
session.headers["x-functions-key"] = os.environ.get("FUNCTION_KEY", "")


def call(method, path, **more):
    response = session.request(method, BASE + path, timeout=60, **more)
    if not response.ok:
        sys.exit(response.text)  # a problem document: everything that is wrong
    return response.json()


job = call(
    "POST",
    "/jobs",
    json={
        "program": BELL,
        "num_shots": 1000,
        "job_name": "bell",
        "backend_preferences": {"backend_name": "ionq.simulator"},
    },
)
print("job", job["id"])

while job["status"] not in ("COMPLETED", "FAILED", "CANCELLED"):
    job = call("GET", "/jobs/" + job["id"] + "?wait=30")
if job["status"] != "COMPLETED":
    sys.exit(str(job.get("error", job["status"])))

for outcome, count in call("GET", f"/jobs/{job['id']}/result")["counts"].items():
    print(outcome, f"{count:6}", "#" * (40 * count // 1000))
