# Makes the two secrets that the function app reads from Key Vault, each only if it is missing:
# credential-keyset (a Tink AEAD keyset with one AES256-GCM key, in JSON) and hmac-key (base64 of 32
# random bytes). The same as keyset.sh, for Windows: see there for what it needs and reads.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

foreach ($name in 'vaultName', 'functionAppId', 'AZURE_SUBSCRIPTION_ID') {
    if (-not [Environment]::GetEnvironmentVariable($name)) {
        throw "keyset: $name is not set"
    }
}
$attempts = if ($env:KEYSET_ATTEMPTS) { [int]$env:KEYSET_ATTEMPTS } else { 30 }
$pause = if ($env:KEYSET_PAUSE_SECONDS) { [int]$env:KEYSET_PAUSE_SECONDS } else { 10 }

function Get-SecretNames {
    for ($attempt = 1; $attempt -le $attempts; $attempt++) {
        $names = az keyvault secret list --vault-name $env:vaultName `
            --subscription $env:AZURE_SUBSCRIPTION_ID --query '[].name' --output tsv
        if ($LASTEXITCODE -eq 0) {
            return @($names)
        }
        Start-Sleep -Seconds $pause
    }
    throw "keyset: $($env:vaultName) cannot be listed; whoever az is logged in as needs Key Vault Secrets Officer there"
}

function Get-RandomBytes([int]$count) {
    $bytes = [byte[]]::new($count)
    [Security.Cryptography.RandomNumberGenerator]::Fill($bytes)
    return , $bytes
}

function New-Keyset {
    $id = [BitConverter]::ToUInt32((Get-RandomBytes 4), 0)
    # Tag and length of field 3 (bytes, 32 of them) of Tink's message AesGcmKey, then the key.
    $key = [byte[]](0x1A, 0x20) + (Get-RandomBytes 32)
    $value = [Convert]::ToBase64String([byte[]]$key)
    return "{`"primaryKeyId`":$id,`"key`":[{`"keyData`":{`"typeUrl`":`"type.googleapis.com/google.crypto.tink.AesGcmKey`",`"value`":`"$value`",`"keyMaterialType`":`"SYMMETRIC`"},`"status`":`"ENABLED`",`"keyId`":$id,`"outputPrefixType`":`"TINK`"}]}"
}

function New-HmacKey {
    return [Convert]::ToBase64String((Get-RandomBytes 32))
}

# The value goes by file, since arguments show in the list of processes.
function Set-Secret([string]$name, [scriptblock]$make) {
    if ($existing -contains $name) {
        Write-Output "keyset: $name is there and stays"
        return
    }
    $file = New-TemporaryFile
    try {
        [IO.File]::WriteAllText($file.FullName, (& $make))
        az keyvault secret set --vault-name $env:vaultName --subscription $env:AZURE_SUBSCRIPTION_ID `
            --name $name --file $file.FullName --encoding utf-8 --output none
        if ($LASTEXITCODE -ne 0) {
            throw "keyset: $name could not be written"
        }
        Write-Output "keyset: $name made"
    }
    finally {
        Remove-Item -LiteralPath $file.FullName -Force
    }
}

$existing = Get-SecretNames
Set-Secret 'credential-keyset' { New-Keyset }
Set-Secret 'hmac-key' { New-HmacKey }
az rest --method post --output none `
    --url "$($env:functionAppId)/config/configreferences/appsettings/refresh?api-version=2022-03-01"
if ($LASTEXITCODE -ne 0) {
    throw 'keyset: the app could not be told to read its settings again'
}
