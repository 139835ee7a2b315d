#!/usr/bin/env bash
# Drops the same submission as a message: it becomes a job of DROP_OWNER. Needs the Azure CLI, and
# the role Storage Queue Data Message Sender on the storage account.
#   STORAGE_ACCOUNT=<account> ./drop.sh
set -euo pipefail
cd "$(dirname "$0")"

az storage message put --auth-mode login --account-name "${STORAGE_ACCOUNT:?}" \
  --queue-name quantum-jobs --content "$(cat submission.json)"
echo 'dropped; GET /api/jobs?name=bell shows the job and its timeline'
