#!/bin/sh
# Makes the two secrets that the function app reads from Key Vault, each only if it is missing:
#   credential-keyset  a Tink AEAD keyset (one AES256-GCM key) in JSON
#   hmac-key           base64 of 32 random bytes
# One that is there is never read, changed or replaced. Then has the app read its Key Vault
# references again, which it does by itself only once a day.
#
# Needs az (logged in: az login) and openssl, and the role Key Vault Secrets Officer on the vault.
# azd runs it after provisioning with its environment; by hand set vaultName, functionAppId and
# AZURE_SUBSCRIPTION_ID. A role just assigned takes minutes to work: the vault is asked
# KEYSET_ATTEMPTS times (30), KEYSET_PAUSE_SECONDS (10) apart.
set -eu
umask 077

: "${vaultName:?is not set: the vault to write to}"
: "${functionAppId:?is not set: resource id of the function app}"
: "${AZURE_SUBSCRIPTION_ID:?is not set: subscription of the vault}"

for tool in az openssl; do
  command -v "$tool" >/dev/null || {
    echo "keyset: $tool is needed and was not found" >&2
    exit 1
  }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

list_names() {
  az keyvault secret list --vault-name "$vaultName" --subscription "$AZURE_SUBSCRIPTION_ID" \
    --query '[].name' --output tsv >"$work/names"
}

wait_for_access() {
  attempt=1
  until list_names; do
    if [ "$attempt" -ge "${KEYSET_ATTEMPTS:-30}" ]; then
      echo "keyset: $vaultName cannot be listed; whoever az is logged in as needs Key Vault Secrets Officer there" >&2
      return 1
    fi
    attempt=$((attempt + 1))
    sleep "${KEYSET_PAUSE_SECONDS:-10}"
  done
}

# Tag and length of field 3 (bytes, 32 of them) of Tink's message AesGcmKey, then the key.
aes_gcm_key() {
  printf '\032\040'
  openssl rand 32
}

write_keyset() {
  key_id=$(openssl rand -hex 4)
  aes_gcm_key >"$work/key"
  value=$(openssl base64 -A -in "$work/key")
  printf '{"primaryKeyId":%d,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey","value":"%s","keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":%d,"outputPrefixType":"TINK"}]}' \
    "0x$key_id" "$value" "0x$key_id" >"$work/$1"
}

write_hmac_key() {
  openssl rand -out "$work/bytes" 32
  openssl base64 -A -in "$work/bytes" -out "$work/$1"
}

# make NAME WRITER: the value goes by file, since arguments show in the list of processes.
make() {
  if tr -d '\r' <"$work/names" | grep -qxF "$1"; then
    echo "keyset: $1 is there and stays"
    return
  fi
  "$2" "$1"
  az keyvault secret set --vault-name "$vaultName" --subscription "$AZURE_SUBSCRIPTION_ID" \
    --name "$1" --file "$work/$1" --encoding utf-8 --output none
  echo "keyset: $1 made"
}

wait_for_access
make credential-keyset write_keyset
make hmac-key write_hmac_key
az rest --method post --output none \
  --url "$functionAppId/config/configreferences/appsettings/refresh?api-version=2022-03-01"
