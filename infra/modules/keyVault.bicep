metadata description = 'The vault. It holds the two values that infra/hooks/keyset makes, and nothing else.'

@description('Required. Name of the vault.')
@minLength(3)
@maxLength(24)
param name string

@description('Required. Region of the vault.')
param location string

@description('Required. Tags of the vault.')
param tags object

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    enableSoftDelete: true
    // The longest a job is held by default: what the keyset protects does not live longer. With
    // purge protection the name stays taken for as long after a clean-up.
    softDeleteRetentionInDays: 7
  }
}

@description('Name of the vault.')
output name string = vault.name
