metadata description = 'An Azure Quantum workspace with a storage account of its own.'

@description('Required. Name of the workspace.')
@minLength(2)
@maxLength(54)
param name string

@description('Required. Name of the workspace\'s storage account.')
@minLength(3)
@maxLength(24)
param storageAccountName string

@description('Required. Region of both; Azure Quantum runs in East US, West US, North Europe and West Europe.')
param location string

@description('Required. Tags of both.')
param tags object

@description('Required. Offers of providers, each provider/plan, separated by commas; may be empty.')
param providers string

var roles = loadJsonContent('../roles.json')
var offers = filter(map(split(providers, ','), offer => trim(offer)), offer => !empty(offer))

// What the workspace's own identity needs to hand out signed addresses for inputs and outputs.
var workspaceRoles = [
  roles.storageAccountContributor
  roles.storageBlobDataContributor
]

// Not the product's account: Azure Quantum signs the addresses of inputs and outputs with an
// account key, and wants the account reachable from all networks.
resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: storageAccountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: 'Standard_LRS'
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource workspace 'Microsoft.Quantum/workspaces@2023-11-13-preview' = {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    apiKeyEnabled: false
    providers: [
      for offer in offers: {
        providerId: split(offer, '/')[0]
        providerSku: split(offer, '/')[1]
      }
    ]
    storageAccount: account.id
  }
}

resource storageAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in workspaceRoles: {
    name: guid(account.id, workspace.id, role)
    scope: account
    properties: {
      principalId: workspace.identity.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]
