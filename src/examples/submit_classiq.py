#!/usr/bin/env python3
"""Runs a model of Classiq through this service, with Classiq's own preference objects.

The preferences are posted as they serialize, and the quantum program as Classiq saves it. Needs
requests and classiq (pip install classiq requests), and a Classiq account to synthesize the model.

    BASE_URL=https://<app>.azurewebsites.net/api FUNCTION_KEY=... python3 submit_classiq.py
"""

import json
import os
import sys

import requests

try:
    from classiq import (
        CX,
        AzureBackendPreferences,
        ExecutionPreferences,
        H,
        Output,
        QArray,
        allocate,
        create_model,
        qfunc,
        synthesize,
    )
except ImportError as missing:
    sys.exit(f"{missing}: pip install classiq, then authenticate with classiq.authenticate()")

BASE = os.environ.get("BASE_URL", "http://127.0.0.1:7071/api")
HEADERS = {"x-functions-key": os.environ.get("FUNCTION_KEY", "")}


@qfunc
def main(q: Output[QArray]) -> None:
    allocate(2, q)
    H(q[0])
    CX(q[0], q[1])


preferences = ExecutionPreferences(
    num_shots=1000,
    job_name="bell",
    backend_preferences=AzureBackendPreferences(backend_name="ionq.simulator"),
)
program = synthesize(create_model(main))
response = requests.post(
    f"{BASE}/jobs",
    headers=HEADERS,
    json={
        "program": json.loads(program.model_dump_json()),
        "preferences": preferences.model_dump(mode="json"),
    },
    timeout=60,
)
if not response.ok:
    sys.exit(response.text)
job = response.json()
print("job", job["id"])

while job["status"] not in ("COMPLETED", "FAILED", "CANCELLED"):
    job = requests.get(f"{BASE}/jobs/{job['id']}?wait=30", headers=HEADERS, timeout=60).json()
if job["status"] != "COMPLETED":
    sys.exit(str(job.get("error", job["status"])))

result = requests.get(f"{BASE}/jobs/{job['id']}/result", headers=HEADERS, timeout=60).json()
for parsed in result["parsed_counts"]:
    print(parsed["state"], parsed["shots"])
